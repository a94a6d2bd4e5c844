package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.printwire.stream.Input;

class PrintControlsTest {

    private final List<Input> requests = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final PrintControls controls = new PrintControls(requests::add, said::add, false);

    @AfterEach
    void close() {
        controls.close();
    }

    @Test
    void keys_pause_resume_and_cancel_once() {
        press("pRxcc");
        assertThat(requests).containsExactly(new Input.Pause(), new Input.Resume(), new Input.Cancel());
    }

    @Test
    void while_the_printer_cools_down_only_the_end_of_the_waiting_can_be_asked_for() {
        press("c");
        controls.cooling();
        press("prcc");
        assertThat(requests).containsExactly(new Input.Cancel(), new Input.Cancel());
        assertThat(said).endsWith("waiting for the printer to cool down; Ctrl-C ends the waiting", "waiting no longer");
    }

    private void press(String keys) {
        controls.readKeys(new ByteArrayInputStream(keys.getBytes(StandardCharsets.US_ASCII)));
    }
}
