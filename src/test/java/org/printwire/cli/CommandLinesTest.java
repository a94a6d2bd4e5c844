package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.printwire.serial.PortException;
import org.printwire.serial.PortLostException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLinesTest {

    private final CommandRun recorded = new CommandRun();

    @Test
    void version_names_printwire_java_and_the_machine() {
        assertThat(recorded.run("--version")).isZero();
        assertThat(recorded.out()).matches("printwire \\S.* \\(Java [0-9.]+.*, Linux \\S+\\)\n");
    }

    @Test
    void help_lists_every_exit_code_of_the_one_table() {
        assertThat(recorded.run("--help")).isZero();
        for (ExitCode code : ExitCode.values()) {
            assertThat(recorded.out()).contains(code.number() + "   " + code.meaning());
        }
    }

    @Test
    void exit_codes_are_those_that_scripts_rely_on() {
        assertThat(Stream.of(ExitCode.values()).map(c -> c.number() + " " + c)).containsExactly(
                "0 DONE", "1 PRINT_FAILED", "2 BAD_USAGE", "3 FILE_UNUSABLE", "4 PRINTER_UNAVAILABLE", "5 CANCELLED",
                "6 PRINTER_FAULT", "7 CONNECTION_LOST", "8 NOT_DELIVERED");
    }

    @TestFactory
    Stream<DynamicTest> every_command_has_help_with_an_example() {
        return commands(CommandLines.create(recorded.surroundings())).map(command -> {
            String[] name = command.getCommandSpec().qualifiedName().split(" ");
            return DynamicTest.dynamicTest(String.join(" ", name), () -> {
                CommandRun help = new CommandRun();
                String[] arguments = Stream.concat(Stream.of(name).skip(1), Stream.of("--help")).toArray(String[]::new);
                assertThat(help.run(arguments)).isZero();
                assertThat(help.out()).contains("Usage: ").containsPattern("Examples?:\n  printwire ");
                assertThat(help.err()).isEmpty();
            });
        });
    }

    @Test
    void an_unknown_command_is_named_in_one_line_with_a_hint() {
        assertThat(recorded.run("zzz")).isEqualTo(2);
        assertThat(recorded.err().lines()).containsExactly(
                "printwire: unknown argument 'zzz'", "Try: printwire --help");
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void a_misspelt_command_gets_a_suggestion() {
        assertThat(recorded.run("compltion")).isEqualTo(2);
        assertThat(recorded.err()).contains("completion");
    }

    @Test
    void no_command_at_all_is_bad_usage() {
        assertThat(recorded.run()).isEqualTo(2);
        assertThat(recorded.err()).startsWith("printwire: no command given");
    }

    @Test
    void a_wrong_option_of_a_command_points_to_that_commands_help() {
        assertThat(recorded.run("completion", "--nonsense")).isEqualTo(2);
        assertThat(recorded.err().lines()).containsExactly(
                "printwire: unknown argument '--nonsense'", "Try: printwire completion --help");
    }

    @Test
    void completion_prints_a_script_that_knows_the_commands() {
        assertThat(recorded.run("completion")).isZero();
        assertThat(recorded.out()).startsWith("#!").contains("complete -F").contains("completion");
    }

    @Test
    void an_expected_failure_is_one_line_and_its_own_exit_code() {
        assertThat(run(new Failing(new CommandFailure(ExitCode.PRINTER_UNAVAILABLE, "no printer found"))))
                .isEqualTo(4);
        assertThat(recorded.err()).isEqualTo("printwire: no printer found\n");
    }

    @Test
    void a_port_that_goes_away_is_a_lost_connection() {
        assertThat(run(new Failing(new PortLostException("/dev/ttyACM0 is gone")))).isEqualTo(7);
        assertThat(recorded.err()).isEqualTo("printwire: /dev/ttyACM0 is gone\n");
    }

    @Test
    void a_port_that_cannot_be_opened_is_a_printer_that_is_not_there() {
        assertThat(run(new Failing(new PortException("join the group dialout")))).isEqualTo(4);
    }

    @Test
    void a_bug_is_one_line_that_asks_for_a_report_and_names_the_file_with_the_trace() {
        assertThat(run(new Failing(new IllegalStateException("window 3 of 2")))).isEqualTo(1);
        assertThat(recorded.err().lines()).singleElement().asString()
                .startsWith("printwire: internal error: java.lang.IllegalStateException: window 3 of 2; please report")
                .contains("printwire-error-");
    }

    private int run(Object command) {
        return CommandLines.create(recorded.surroundings()).addSubcommand(command).execute("failing");
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandLinesTest::commands));
    }

    @Command(name = "failing")
    private static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
