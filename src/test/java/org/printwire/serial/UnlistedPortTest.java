package org.printwire.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnlistedPortTest {
    @Test
    void jserialcomms_object_is_made_for_a_path_without_a_listing() throws PortException {
        com.fazecast.jSerialComm.SerialPort port = UnlistedPort.of(Path.of("/dev/ttyACM99"));
        assertThat(port.getSystemPortPath()).isEqualTo("/dev/ttyACM99");
        assertThat(port.isOpen()).isFalse();
    }
}
