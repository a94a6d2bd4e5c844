package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.printwire.serial.PortCandidate;

class PortsTest {

    private static final PortCandidate PRUSA = new PortCandidate("/dev/ttyACM0", "/dev/serial/by-id/usb-Prusa-if00",
            0x2c99, 0x0002, "Original Prusa i3 MK3", "Prusa Research", "CZPX", true);
    private static final PortCandidate BUILT_IN =
            new PortCandidate("/dev/ttyAMA0", "", 0, 0, "", "", "", false);

    private final CommandRun command = new CommandRun().with(PRUSA).with(BUILT_IN);

    @Test
    void ports_are_listed_with_their_usb_names_and_the_name_that_stays() {
        assertThat(command.run("ports")).isZero();
        assertThat(command.out().lines()).containsExactly(
                "/dev/ttyACM0  Original Prusa i3 MK3 (2c99:0002)",
                "    /dev/serial/by-id/usb-Prusa-if00",
                "/dev/ttyAMA0  built-in serial port");
        assertThat(command.openedName()).isEqualTo("(none)");
    }

    @Test
    void json_has_one_object_a_port_with_null_for_what_it_does_not_have() {
        assertThat(command.run("ports", "--json")).isZero();
        assertThat(command.out()).startsWith("[").contains(
                "\"path\" : \"/dev/ttyACM0\"", "\"usbVendor\" : \"2c99\"", "\"prusa\" : true",
                "\"path\" : \"/dev/ttyAMA0\"", "\"byId\" : null");
    }

    @Test
    void no_port_at_all_is_said_to_the_person_and_not_to_the_script() {
        CommandRun empty = new CommandRun();
        assertThat(empty.run("ports")).isZero();
        assertThat(empty.out()).isEmpty();
        assertThat(empty.err()).startsWith("printwire: no serial port found");
    }
}
