package org.printwire.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicerFiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\" estimated printing time (normal mode) = 1d 2h 3m 4s\" | 93784",
        "\" estimated printing time (normal mode) = 38m 2s\"      | 2282",
        "\" estimated printing time = 1h 5m 24s\"                 | 3924",
        "\" model printing time: 4m 48s; total estimated time: 13m 25s\" | 805",
        "\"TIME:6632\"                                            | 6632",
        "\"   Build time: 1 hours 42 minutes\"                    | 6120",
        "\"   Build time: 1 hour 1 minute\"                       | 3660",
        "\"Print Time: 3601\"                                     | 3601",
        "\" Estimated Build Time:   332.5 minutes\"               | 19950",
        "\"TIME_ELAPSED:1195.25\"                                 | 1195.25"
    })
    void the_time_of_each_slicer_is_understood(String comment, double seconds) {
        assertThat(figures(comment).seconds()).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\" estimated printing time (silent mode) = 1h\"",
        "\" estimated first layer printing time (normal mode) = 1m\"",
        "\" estimated printing time (normal mode) = \"",
        "\"TIME:6666\"",
        "\"TIME:\"",
        "\"TYPE:Infill\"",
        "\" total filament used [g] = 4.30\"",
        "\"\""
    })
    void what_looks_like_a_time_and_is_none_is_left_alone(String comment) {
        assertThat(figures(comment).seconds()).isEmpty();
        assertThat(figures(comment).filament(new TreeSet<>())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\" filament used [mm] = 1443.11\"              | \"0:1443.11/-\"",
        "\" filament used [mm] = 1327.87, 0.00, 416.4\" | \"0:1327.87/- 2:416.4/-\"",
        "\" filament used [cm3] = 3.47\"                | \"0:-/3.47\"",
        "\" filament used = 712.2mm (1.7cm3)\"          | \"0:712.2/1.7\"",
        "\"Filament used: 1.5m\"                        | \"0:1500.0/-\"",
        "\"Filament used: 1.5m, 0.25m\"                 | \"0:1500.0/- 1:250.0/-\"",
        "\"Filament used: 0m\"                          | \"\"",
        "\"   Filament length: 3542.7 mm (3.54 m)\"     | \"0:3542.7/-\"",
        "\"   Plastic volume: 8500 mm^3 (8.50 cc)\"     | \"0:-/8.5\"",
        "\"Material#1 Used: 868.0\"                     | \"0:868.0/-\"",
        "\" total filament length [mm] : 2941.14,435.56\" | \"0:2941.14/- 1:435.56/-\""
    })
    void the_filament_of_each_slicer_is_understood(String comment, String filament) {
        String told = String.join(" ", figures(comment).filament(new TreeSet<>()).stream()
                .map(each -> each.tool() + ":" + text(each.length()) + "/" + text(each.volume())).toList());
        assertThat(told).isEqualTo(filament);
    }

    @Test
    void the_first_statement_counts() {
        assertThat(figures("TIME:100", "TIME:200", "TIME_ELAPSED:300").seconds()).hasValue(100);
        assertThat(figures("Filament used: 1m", "Filament used: 2m").filament(new TreeSet<>()))
                .extracting(each -> each.length().orElse(0)).containsExactly(1000.0);
    }

    @Test
    void where_cura_has_not_filled_in_its_time_the_last_layers_counts() {
        assertThat(figures("TIME:6666", "TIME_ELAPSED:10", "TIME_ELAPSED:20.5").seconds()).hasValue(20.5);
    }

    @Test
    void slic3r_names_the_tools_line_by_line() {
        assertThat(figures(" filament used = 1.5mm (0.5cm3)", " filament used = 2.5mm (0.25cm3)")
                .filament(new TreeSet<>(List.of(0, 1)))).extracting(each -> each.length().orElse(0), Filament::tool)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1.5, 0), org.assertj.core.groups.Tuple.tuple(2.5, 1));
    }

    private static SlicerFigures figures(String... comments) {
        SlicerFigures figures = new SlicerFigures();
        for (String comment : comments) {
            figures.comment(comment == null ? "" : comment);
        }
        return figures;
    }

    private static String text(java.util.OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "-";
    }
}
