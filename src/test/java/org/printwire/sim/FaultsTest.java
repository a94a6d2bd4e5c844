package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void chances_and_positions_are_read_as_written_on_the_command_line() {
        Faults faults = Faults.parse("corrupt-in=0.001", "hang-at=10:2.5", "error-at=7:Too hot: stop", "slow-reader=900");

        assertThat(faults.rate(Fault.Chance.Kind.CORRUPT_IN)).isEqualTo(0.001);
        assertThat(faults.all()).contains(new Fault.HangAt(10, Duration.ofMillis(2500)),
                new Fault.ErrorAt(7, "Too hot: stop"), new Fault.SlowReader(900));
    }

    @Test
    void a_hang_without_seconds_is_for_ever() {
        assertThat(Faults.parse("hang-at=3").all()).containsExactly(new Fault.HangAt(3, Duration.ZERO));
    }

    @Test
    void an_unknown_name_is_answered_with_all_known_ones() {
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("corrupt=1"))
                .withMessage("unknown fault 'corrupt'; known are " + Faults.SYNTAX);
        assertThat(Faults.SYNTAX).contains("corrupt-in=RATE", "doubled-ok=RATE", "unplug-at=LINE");
    }

    @Test
    void a_value_that_cannot_be_used_names_the_fault() {
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("noise=2")).withMessageContaining("noise=2");
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("reset-at=0"))
                .withMessageContaining("reset-at=0");
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("noise")).withMessageContaining("'noise'");
    }
}
