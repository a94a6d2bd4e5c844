package org.printwire.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up {@code /dev} and {@code /sys}, laid out as Linux 6 lays them out for these devices. */
class PortFinderTest {
    private static final String BY_ID = "usb-Prusa_Research__prusa3d.com__Original_Prusa_i3_MK3_CZPX1234X004XK00001-if00";

    @TempDir
    Path root;

    private PortFinder finder;

    @BeforeEach
    void emptyMachine() throws IOException {
        Files.createDirectories(root.resolve("dev"));
        Files.createDirectories(root.resolve("sys/class/tty"));
        finder = new PortFinder(root.resolve("dev"), root.resolve("sys"));
    }

    @Test
    void a_prusa_is_found_with_all_that_usb_tells() throws IOException {
        plugPrusa("ttyACM0", "1-1", BY_ID);
        assertThat(finder.candidates())
                .containsExactly(new PortCandidate(
                        dev("ttyACM0"),
                        dev("serial/by-id/" + BY_ID),
                        0x2c99,
                        0x0002,
                        "Original Prusa i3 MK3",
                        "Prusa Research (prusa3d.com)",
                        "CZPX1234X004XK00001",
                        true));
    }

    @Test
    void a_converter_is_found_below_its_interface() throws IOException {
        plugConverter("ttyUSB0");
        assertThat(finder.candidates())
                .containsExactly(new PortCandidate(dev("ttyUSB0"), "", 0x1a86, 0x7523, "USB Serial", "", "", false));
    }

    @Test
    void built_in_ports_are_found_only_where_there_is_hardware() throws IOException {
        plugBuiltIn("ttyS0", "4");
        plugBuiltIn("ttyS1", "0");
        plugBuiltIn("ttyAMA0", "32");
        assertThat(finder.candidates())
                .extracting(PortCandidate::path)
                .containsExactly(dev("ttyAMA0"), dev("ttyS0"));
        assertThat(finder.candidates()).allMatch(c -> c.vendor() == 0 && !c.prusa());
    }

    @Test
    void consoles_and_gadgets_are_no_candidates() throws IOException {
        plugBuiltIn("tty1", "4");
        plugBuiltIn("ttyGS0", "4");
        assertThat(finder.candidates()).isEmpty();
    }

    @Test
    void prusas_come_first_then_usb_then_built_in() throws IOException {
        plugBuiltIn("ttyAMA0", "32");
        plugConverter("ttyUSB0");
        plugPrusa("ttyACM1", "1-2", BY_ID);
        assertThat(finder.candidates())
                .extracting(PortCandidate::path)
                .containsExactly(dev("ttyACM1"), dev("ttyUSB0"), dev("ttyAMA0"));
    }

    @Test
    void a_machine_without_sys_has_no_candidates() {
        assertThat(new PortFinder(root.resolve("none"), root.resolve("none")).candidates()).isEmpty();
    }

    @Test
    void a_device_cannot_put_control_characters_on_the_users_terminal() throws IOException {
        Path device = plugPrusa("ttyACM0", "1-1", BY_ID);
        Files.writeString(device.resolve("product"), "\u001b[31mEvil\n");
        assertThat(finder.candidates().get(0).usbName()).isEqualTo("[31mEvil");
    }

    @Test
    void without_a_name_the_only_prusa_is_taken_by_its_lasting_name() throws IOException {
        plugConverter("ttyUSB0");
        plugPrusa("ttyACM0", "1-1", BY_ID);
        assertThat(finder.resolve(null)).isEqualTo(dev("serial/by-id/" + BY_ID));
    }

    @Test
    void without_a_name_a_foreign_device_is_never_taken_but_named_with_the_command() throws IOException {
        plugConverter("ttyUSB0");
        assertThatThrownBy(() -> finder.resolve(null))
                .isInstanceOf(PortException.class)
                .hasMessage("no Prusa printer was found by its USB id, so name the port. There is:\n  " + dev("ttyUSB0")
                        + "  USB Serial (1a86:7523)\n      printwire print FILE --port " + dev("ttyUSB0"));
    }

    @Test
    void of_two_prusas_none_is_taken() throws IOException {
        plugPrusa("ttyACM0", "1-1", BY_ID);
        plugPrusa("ttyACM1", "1-2", BY_ID + "-second");
        assertThatThrownBy(() -> finder.resolve(null))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("several Prusa printers")
                .hasMessageContaining("printwire print FILE --port " + dev("serial/by-id/" + BY_ID) + "\n")
                .hasMessageEndingWith("--port " + dev("serial/by-id/" + BY_ID + "-second"));
    }

    @Test
    void nothing_connected_says_what_to_check() {
        assertThatThrownBy(() -> finder.resolve(null))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("No serial port was found")
                .hasMessageContaining("switched on")
                .hasMessageContaining("dmesg");
    }

    @Test
    void a_path_a_by_id_name_and_a_device_name_are_understood() throws IOException {
        plugPrusa("ttyACM0", "1-1", BY_ID);
        assertThat(finder.resolve(dev("ttyACM0"))).isEqualTo(dev("ttyACM0"));
        assertThat(finder.resolve(dev("serial/by-id/" + BY_ID))).isEqualTo(dev("serial/by-id/" + BY_ID));
        assertThat(finder.resolve(BY_ID)).isEqualTo(dev("serial/by-id/" + BY_ID));
        assertThat(finder.resolve("ttyACM0")).isEqualTo(dev("ttyACM0"));
    }

    @Test
    void a_name_that_is_not_there_lists_what_is() throws IOException {
        plugPrusa("ttyACM0", "1-1", BY_ID);
        for (String name : new String[] {"ttyACM7", "/dev/ttyACM7", ""}) {
            assertThatThrownBy(() -> finder.resolve(name))
                    .isInstanceOf(PortException.class)
                    .hasMessageStartingWith("there is no serial port '" + name + "'")
                    .hasMessageContaining("Original Prusa i3 MK3 (2c99:0002)");
        }
    }

    private String dev(String name) {
        return root.resolve("dev").resolve(name).toString();
    }

    /** CDC-ACM: the tty's device is the USB interface, one below the USB device. */
    private Path plugPrusa(String tty, String bus, String id) throws IOException {
        Path usb = root.resolve("sys/devices/usb1/" + bus);
        Path ttyFolder = plug(tty, usb.resolve(bus + ":1.0"));
        assertThat(ttyFolder).exists();
        write(usb, "idVendor", "2c99");
        write(usb, "idProduct", "0002");
        write(usb, "product", "Original Prusa i3 MK3");
        write(usb, "manufacturer", "Prusa Research (prusa3d.com)");
        write(usb, "serial", "CZPX1234X004XK00001");
        Path link = Files.createDirectories(root.resolve("dev/serial/by-id")).resolve(id);
        Files.createSymbolicLink(link, Path.of("../../" + tty));
        return usb;
    }

    /** usb-serial: the tty's device is the port, two below the USB device. */
    private void plugConverter(String tty) throws IOException {
        Path usb = root.resolve("sys/devices/usb1/1-9");
        plug(tty, usb.resolve("1-9:1.0/" + tty));
        write(usb, "idVendor", "1a86");
        write(usb, "idProduct", "7523");
        write(usb, "product", "USB Serial");
    }

    private void plugBuiltIn(String tty, String type) throws IOException {
        write(plug(tty, root.resolve("sys/devices/platform/" + tty + ":0")), "type", type);
    }

    private Path plug(String tty, Path parent) throws IOException {
        Files.createFile(root.resolve("dev").resolve(tty));
        Path folder = Files.createDirectories(parent.resolve("tty/" + tty));
        Files.createSymbolicLink(folder.resolve("device"), Path.of("../.."));
        Files.createSymbolicLink(root.resolve("sys/class/tty").resolve(tty), folder);
        return folder;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
    }
}
