package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.printwire.config.PrinterProfile;
import org.printwire.config.ProfileLoader;
import org.printwire.gcode.FileFacts;
import org.printwire.gcode.SurveyPlan;
import org.printwire.marlin.FirmwareReport;
import org.printwire.printer.PrinterException;

class PreflightTest {
    private static final FirmwareReport MK3S = report("Prusa i3 MK3S", "Prusa-Firmware 3.14.0 based on Marlin");
    private static final String WIDE = "G28\nM109 S200\nM83\nG1 X230 Y10 Z.2 E1\n";

    private final List<String> said = new ArrayList<>();

    @Test
    void a_file_that_asks_for_another_printer_than_the_one_that_answers_is_unfit() throws IOException {
        PrinterException unfit = inspect("M862.3 P \"MK2.5S\"\n", MK3S, false, false);

        assertThat(unfit.isUnfit()).isTrue();
        assertThat(unfit).hasMessage("cube.gcode: it is made for a MK2.5S, and the printer says that it is a Prusa i3 MK3S;"
                + " slice it for this one\nNothing was sent. To print it all the same: --force");
    }

    @Test
    void forced_it_is_told_and_printed() throws IOException {
        assertThat(inspect("M862.3 P \"MK2.5S\"\n", MK3S, false, true)).isNull();
        assertThat(said).containsExactly("forced: it is made for a MK2.5S, and the printer says that it is a Prusa i3 MK3S;"
                + " slice it for this one");
    }

    @Test
    void what_is_only_doubtful_is_told_and_printed() throws IOException {
        assertThat(inspect("M862.4 P3.15\n", MK3S, false, false)).isNull();
        assertThat(said).containsExactly("warning: it asks for firmware 3.15 or newer (M862.4), and the printer has 3.14.0;"
                + " update the printer");
    }

    @Test
    void the_bed_of_a_profile_that_nobody_had_named_is_looked_at_now() throws IOException {
        FirmwareReport ender = report("Ender-3", "Marlin 2.1");

        assertThat(inspect(WIDE, ender, false, false)).hasMessageContaining("ender-3 has 220 x 220");
        assertThat(inspect(WIDE, ender, true, false)).as("it was looked at before").isNull();
    }

    @Test
    void a_printer_that_no_profile_knows_may_have_a_larger_bed() throws IOException {
        assertThat(inspect(WIDE, report("Monster", "Marlin 2.1"), false, false)).isNull();
    }

    private PrinterException inspect(String file, FirmwareReport report, boolean named, boolean forced) throws IOException {
        FileFacts facts = FileFacts.survey(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)), SurveyPlan.PRUSA);
        PrinterProfile profile = new ProfileLoader().match("MACHINE_TYPE:" + report.machine());
        return catchThrowableOfType(PrinterException.class, () ->
                new Preflight(Path.of("cube.gcode"), facts, named, forced, said::add).inspect(report, profile));
    }

    private static FirmwareReport report(String machine, String firmware) {
        return new FirmwareReport(Map.of("MACHINE_TYPE", machine, "FIRMWARE_NAME", firmware));
    }
}
