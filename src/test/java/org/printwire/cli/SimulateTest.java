package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.sim.Faults;

class SimulateTest {

    private final CommandRun command = new CommandRun();

    @Test
    void an_unknown_fault_is_bad_usage_and_says_which_there_are() {
        assertThat(command.run("simulate", "--fault", "gremlins=1")).isEqualTo(2);
        assertThat(command.err()).contains("gremlins").contains("corrupt-in");
    }

    @Test
    void an_unknown_printer_is_bad_usage() {
        assertThat(command.run("simulate", "--printer", "ultimaker")).isEqualTo(2);
        assertThat(command.err()).contains("ultimaker").contains("MK3S");
    }

    @Test
    void a_time_scale_below_zero_is_bad_usage() {
        assertThat(command.run("simulate", "--time-scale", "-1")).isEqualTo(2);
        assertThat(command.err()).contains("time scale -1.0");
    }

    @Test
    void a_user_delay_is_seconds_or_never() {
        assertThat(command.run("simulate", "--user-delay", "soon")).isEqualTo(2);
        assertThat(command.err()).contains("'soon' is neither seconds nor 'never'");
    }

    @Test
    void a_link_in_a_folder_that_is_not_there_is_told(@TempDir Path folder) {
        assertThat(command.run("simulate", "--link", folder + "/none/printer")).isEqualTo(2);
        assertThat(command.err()).contains("cannot make the printer's terminal").contains("none/printer");
        assertThat(command.out()).isEmpty();
    }

    @Test
    void help_names_every_fault_there_is() {
        command.run("simulate", "--help");
        String help = command.out().replaceAll("\\s+", "");
        for (String fault : Faults.SYNTAX.split(", ")) {
            assertThat(help).contains(fault);
        }
    }
}
