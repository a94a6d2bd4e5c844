package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.PrinterProfile.Scripts;

class ProfileLoaderTest {

    private static final String[] NAMES = {"ender-3", "generic-marlin", "prusa-mk2.5s", "prusa-mk3s"};

    @TempDir
    Path directory;

    private final ProfileLoader profiles = new ProfileLoader();

    @Test
    void the_profiles_of_the_program_are_listed() {
        assertThat(profiles.names()).containsExactly(NAMES);
    }

    @Test
    void the_profiles_are_found_in_a_jar_too() throws Exception {
        Path jar = directory.resolve("p.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : NAMES) {
                String place = "profiles/printers/" + name + ".yaml";
                entries.putNextEntry(new JarEntry(place));
                try (InputStream in = getClass().getClassLoader().getResourceAsStream(place)) {
                    in.transferTo(entries);
                }
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ProfileLoader inJar = new ProfileLoader(loader);

            assertThat(inJar.names()).containsExactly(NAMES);
            assertThat(inJar.load("ender-3")).isEqualTo(profiles.load("ender-3"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ender-3", "generic-marlin", "prusa-mk2.5s", "prusa-mk3s"})
    void each_profile_of_the_program_is_whole(String name) throws Exception {
        PrinterProfile profile = profiles.load(name);

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.scripts().cancel()).contains("M104 S0", "M140 S0", "M107");
        assertThat(profile.match()).allSatisfy(text -> assertThat(text).startsWith("MACHINE_TYPE:"));
    }

    @Test
    void every_key_of_a_profile_is_read() throws Exception {
        assertThat(profiles.load("prusa-mk3s")).isEqualTo(new PrinterProfile("prusa-mk3s",
                "Original Prusa i3 MK3S", List.of("MACHINE_TYPE:Prusa i3 MK3"), 115_200, 95, 126, 2, List.of(),
                new Scripts(List.of("M601"), List.of("M602"), List.of("M603", "M104 S0", "M140 S0", "M107")), true,
                "M79 S\"PW\"", Duration.ofSeconds(3), Duration.ofSeconds(20), 250, 210, 210, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FIRMWARE_NAME:Prusa-Firmware 3.14.0-BETA1 PROTOCOL_VERSION:1.0 MACHINE_TYPE:Prusa i3 MK3S EXTRUDER_COUNT:1Cap:X:1 | prusa-mk3s",
        "FIRMWARE_NAME:Prusa-Firmware 3.9.0 MACHINE_TYPE:Prusa i3 MK3 EXTRUDER_COUNT:1 | prusa-mk3s",
        "FIRMWARE_NAME:Prusa-Firmware 3.13.3 MACHINE_TYPE:Prusa i3 MK2.5S EXTRUDER_COUNT:1 | prusa-mk2.5s",
        "FIRMWARE_NAME:Marlin 2.0.8.2 MACHINE_TYPE:Ender-3 V2 EXTRUDER_COUNT:1 | ender-3",
        "FIRMWARE_NAME:Marlin bugfix-2.1.x MACHINE_TYPE:Linux Sim EXTRUDER_COUNT:1 | generic-marlin",
        "FIRMWARE_NAME:Prusa-Firmware-Buddy 6.0.1 MACHINE_TYPE:Prusa-MK4 EXTRUDER_COUNT:1 | generic-marlin",
        "'' | generic-marlin"})
    void the_m115_answer_chooses_the_profile(String m115, String name) {
        assertThat(profiles.match(m115).name()).isEqualTo(name);
    }

    @Test
    void a_profile_of_ones_own_takes_what_it_leaves_out_from_generic_marlin() throws Exception {
        Path file = directory.resolve("big.yaml");
        Files.writeString(file, "title: Big\nbaud: 250000\nbed: {x: 400}\nscripts: {pause: [M125]}\n");
        PrinterProfile base = profiles.load("generic-marlin");

        PrinterProfile own = profiles.load(file.toString());

        assertThat(own).isEqualTo(new PrinterProfile("big", "Big", List.of(), 250_000, base.maxLineBytes(),
                base.receiveBytes(), 1, List.of(), new Scripts(List.of("M125"), base.scripts().resume(), base.scripts().cancel()),
                false, null, base.answerLimit(), base.bootLimit(), 400, base.bedY(), base.bedZ(), 1));
    }

    @Test
    void an_unknown_profile_is_told_with_those_there_are() {
        assertThatThrownBy(() -> profiles.load("voron")).isInstanceOf(ConfigException.class)
                .hasMessage("printer profile: voron: there is none of this name; write one of ender-3, generic-marlin, "
                        + "prusa-mk2.5s, prusa-mk3s, or the path of your own .yaml file");
        assertThatThrownBy(() -> profiles.load("prusa-mk3")).hasMessageContaining("; write prusa-mk3s, or");
        assertThatThrownBy(() -> profiles.load("/no/p.yaml")).hasMessage("/no/p.yaml: does not exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "boud: 1                                | p:1: boud: is not a key here; write baud",
        "baud: x                                | p:1: baud: must be a whole number, not a text",
        "maxLineBytes: 10                       | p:1: maxLineBytes: must be from 40 to 65535, not 10",
        "answerLimit: 5                         | p:1: answerLimit: must be whole seconds, not '5'; write answerLimit: 10s",
        "answerLimit: 0s                        | p:1: answerLimit: must be whole seconds, not '0s'; write answerLimit: 10s",
        "bed: {x: -1}                           | p:1: bed.x: must be from 1.0 to 10000.0, not -1",
        "bed: {w: 1}                            | p:1: bed.w: is not a key here; write x",
        "pausesItself: 1                        | p:1: pausesItself: must be true or false, not a number",
        "tools: 0                               | p:1: tools: must be from 1 to 16, not 0",
        "scripts: {pause: M601}                 | p:1: scripts.pause: must be a list, not a text; write pause: [ONE, TWO]",
        "scripts: {pause: ['G1 ; up']}          | p:1: scripts.pause[0]: must be one G-code command; write each command as a list entry of its own, without comments",
        "scripts: {stop: []}                    | p:1: scripts.stop: is not a key here; write one of pause, resume, cancel",
        "scripts: {resume: [M1, '{position}']}  | p:1: scripts.resume[1]: there is no placeholder {position}; write one of {distance}, {extrusion}, {speed}"})
    void each_mistake_in_a_profile_is_told_with_its_line(String text, String line) throws Exception {
        PrinterProfile base = profiles.load("generic-marlin");

        assertThatThrownBy(() -> ProfileLoader.parse(text, "p", "p", base)).hasMessage(line);
    }

    @Test
    void a_profile_of_the_program_must_have_every_key() {
        assertThatThrownBy(() -> ProfileLoader.parse("title: x", "p", "p", null))
                .hasMessageContaining("p:1: baud: is missing")
                .hasMessageContaining("p:1: scripts.cancel: is missing")
                .hasMessageContaining("p:1: bed.z: is missing");
    }

    @Test
    void the_resume_script_restores_what_the_file_had_set() throws Exception {
        List<String> resume = profiles.load("generic-marlin").scripts().resume();

        assertThat(Scripts.filled(resume, false, true, 1800.0)).containsExactly(
                "G91", "M83", "G1 Z-5 F600", "G1 E1 F2700", "G90", "M83", "G1 F1800.000");
        assertThat(Scripts.filled(resume, true, false, null)).endsWith("G1 E1 F2700", "G91", "M82");
    }
}
