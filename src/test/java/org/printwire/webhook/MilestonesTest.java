package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {

    @ParameterizedTest(name = "every {0} % at {1}: {2}")
    @CsvSource(textBlock = """
            10,  0 5 9 10 11 19 20 21,      10 20
            10,  3 35,                      30
            10,  88 100,                    80 90
            10,  0 100,                     90
            50,  49 50 51 99 100,           50
            7,   6 7 13 14 98 99 100,       7 14 98
            1,   0 1 2 99 100,              1 2 99
            99,  98 99 100,                 99
            100, 0 50 99 100,               ''
            25,  30 20 26 24 25 49 50,      25 50
            """)
    void progress_reaches_each_milestone_once(int interval, String steps, String expected) {
        assertThat(String.join(" ", reached(new Milestones(interval), steps))).isEqualTo(expected);
    }

    @Test
    void a_new_print_begins_anew() {
        Milestones milestones = new Milestones(10);
        reached(milestones, "50");

        milestones.reset();

        assertThat(milestones.last()).isZero();
        assertThat(reached(milestones, "12")).containsExactly("10");
    }

    @Test
    void an_interval_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Milestones(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> reached(Milestones milestones, String steps) {
        List<String> reached = new ArrayList<>();
        for (String step : steps.split(" ")) {
            milestones.reached(Integer.parseInt(step)).ifPresent(each -> reached.add(String.valueOf(each)));
        }
        return reached;
    }
}
