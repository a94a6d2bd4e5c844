package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ErrorJoinerTest {

    private final ErrorJoiner joiner = new ErrorJoiner();
    private long nanos = 1_000;

    @Test
    void mintemp_and_the_stop_are_one_error_with_the_cause_that_matters() {
        assertThat(on("Error:0: Heaters switched off. MINTEMP triggered!")).isEmpty();
        assertThat(on("//action:cancel")).isEmpty();

        assertThat(on("Error:Printer stopped due to errors. Supervision required.")).contains(new FirmwareError(
                "0: Heaters switched off. MINTEMP triggered! - Printer stopped due to errors. Supervision required.",
                true, Optional.of("0: Heaters switched off. MINTEMP triggered!")));
    }

    @Test
    void a_kill_gets_its_reason_from_the_next_line() {
        assertThat(on("Error:Printer halted. kill() called!")).isEmpty();

        assertThat(on("M112 called. Emergency Stop.")).contains(new FirmwareError(
                "Printer halted. kill() called! - M112 called. Emergency Stop.", true,
                Optional.of("M112 called. Emergency Stop.")));
    }

    @Test
    void a_kill_gets_a_reason_that_we_never_heard_of() {
        on("Error:Printer halted. kill() called!");

        assertThat(on("Something new.")).hasValueSatisfying(
                error -> assertThat(error.cause()).contains("Something new."));
    }

    @Test
    void a_boot_after_a_kill_hands_out_the_error() {
        on("Error:Printer halted. kill() called!");

        assertThat(on("start")).contains(
                new FirmwareError("Printer halted. kill() called!", true, Optional.empty()));
    }

    @Test
    void an_emergency_stop_that_was_announced_is_the_cause() {
        // marlin-emergency-m112.txt
        on("echo:M112 Shutdown");

        assertThat(on("Error:Printer halted. kill() called!")).hasValueSatisfying(
                error -> assertThat(error.cause()).contains("M112 Shutdown"));
    }

    @Test
    void a_single_error_comes_out_after_two_seconds() {
        on("Error:Probing Failed");
        long told = nanos;

        assertThat(joiner.deadlineNanos()).hasValue(told + ErrorJoiner.PATIENCE_NANOS);
        assertThat(joiner.due(told + ErrorJoiner.PATIENCE_NANOS - 1)).isEmpty();
        assertThat(joiner.due(told + ErrorJoiner.PATIENCE_NANOS)).contains(
                new FirmwareError("Probing Failed", false, Optional.of("Probing Failed")));
        assertThat(joiner.deadlineNanos()).isEmpty();
    }

    @Test
    void an_overdue_error_comes_out_with_the_next_line_of_any_kind() {
        on("Error:Probing Failed");
        nanos += TimeUnit.SECONDS.toNanos(5);

        assertThat(on("T:20.0 /0.0")).isPresent();
    }

    @Test
    void an_unrecognised_error_before_a_stop_is_its_cause() {
        on("Error:Homing Failed");

        assertThat(on("Error:Printer halted. kill() called!")).contains(new FirmwareError(
                "Homing Failed - Printer halted. kill() called!", true, Optional.of("Homing Failed")));
    }

    @Test
    void a_garbled_error_next_to_a_resend_is_none() {
        on("Error:c^&%sum m*smatch, L");
        on("Resend: 5");

        assertThat(joiner.deadlineNanos()).isEmpty();
    }

    @Test
    void errors_of_single_lines_never_come_out() {
        assertThat(on("Error:checksum mismatch, Last Line: 2")).isEmpty();
        assertThat(on("Error:volume.init failed")).isEmpty();
        assertThat(joiner.deadlineNanos()).isEmpty();
    }

    @Test
    void two_unrelated_errors_are_two() {
        on("Error:Probing Failed");

        assertThat(on("Error:Something else")).hasValueSatisfying(
                error -> assertThat(error.text()).isEqualTo("Probing Failed"));
        assertThat(joiner.deadlineNanos()).isPresent();
    }

    @Test
    void a_stopped_printer_reports_once_until_it_answers_again() {
        on("Error:0: Heaters switched off. MINTEMP triggered!");
        on("Error:Printer stopped due to errors. Supervision required.");

        assertThat(on("Error:0: Heaters switched off. MINTEMP triggered!")).isEmpty();
        assertThat(joiner.deadlineNanos()).isEmpty();
        on("ok");
        on("Error:0: Heaters switched off. MINTEMP triggered!");
        assertThat(joiner.deadlineNanos()).isPresent();
    }

    @Test
    void the_recordings_raise_exactly_their_errors() {
        assertThat(errorsOf("prusa-crash-fan-mintemp-m112.txt")).containsExactly(
                "0: Heaters switched off. MINTEMP triggered! - Printer stopped due to errors. Supervision required.",
                "Printer halted. kill() called! - M112 called. Emergency Stop.");
        assertThat(errorsOf("prusa-m112-during-m0.txt")).containsExactly(
                "Printer halted. kill() called! - M112 called. Emergency Stop.");
        assertThat(errorsOf("marlin-emergency-m112.txt")).containsExactly("Printer halted. kill() called!");
        assertThat(errorsOf("prusa-protocol.txt")).isEmpty();
        assertThat(errorsOf("prusa-pause-m601-m602-m0.txt")).isEmpty();
    }

    private List<String> errorsOf(String recording) {
        ErrorJoiner joining = new ErrorJoiner();
        List<String> errors = new ArrayList<>();
        for (String line : Transcript.named(recording).received()) {
            nanos += TimeUnit.MILLISECONDS.toNanos(100);
            joining.on(ReplyParser.parse(line), nanos).ifPresent(error -> errors.add(error.text()));
        }
        joining.due(nanos + ErrorJoiner.PATIENCE_NANOS).ifPresent(error -> errors.add(error.text()));
        return errors;
    }

    private Optional<FirmwareError> on(String line) {
        nanos += TimeUnit.MILLISECONDS.toNanos(10);
        return joiner.on(ReplyParser.parse(line), nanos);
    }
}
