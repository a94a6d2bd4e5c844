package org.printwire.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What real firmware answered decides. Recordings are played against the simulator: {@code >} is sent, {@code <} must
 * come, {@code # ctl} is done to the machine, {@code ~} only prepares. Keepalives, heating lines, decimals and noise
 * of the recorded board's thermal model are left out of the comparison.
 */
class RecordingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"mk3s-basic", "mk3s-protocol", "mk3s-pause", "mk3s-m600", "mk3s-crash",
        "mk3s-runout", "mk3s-mintemp-m112", "mk3s-m112-during-m0", "mk3s-power-panic", "marlin-basic", "marlin-prompts", "marlin-pauses", "marlin-m112"})
    void the_simulator_answers_as_the_recorded_firmware_did(String name) throws IOException {
        SimulatedPrinterOptions options = name.startsWith("marlin")
                ? SimulatedPrinterOptions.marlin() : SimulatedPrinterOptions.mk3s();
        Conversation host = new Conversation(options.withBaud(115200));
        List<String> lines = read(name);
        int at = 0;
        while (at < lines.size()) {
            String step = lines.get(at++);
            act(host, step);
            List<String> expected = new ArrayList<>();
            while (at < lines.size() && lines.get(at).startsWith("< ")) {
                keep(lines.get(at++).substring(2), expected);
            }
            List<String> heard = listen(host, expected.size());
            assertThat(heard).as("%s line %d, after %s", name, at - expected.size(), step).isEqualTo(expected);
        }
    }

    private static void act(Conversation host, String step) {
        if (step.startsWith("> (raw) ")) {
            host.raw(unescape(step.substring(8)));
        } else if (step.startsWith("> ")) {
            host.raw(step.substring(2) + "\n");
        } else if (step.startsWith("~ ")) {
            host.raw(step.substring(2) + "\n").passSeconds(300).heard();
        } else if (step.startsWith("# ctl Board::Reset")) {
            host.does(SimulatedPrinter::reset);
        } else if (step.startsWith("# ctl Encoder::Press")) {
            host.does(SimulatedPrinter::press);
        } else if (step.startsWith("# ctl X::Stall")) {
            host.does(SimulatedPrinter::crash);
        } else if (step.startsWith("# ctl IRSensor::Toggle")) {
            host.does(SimulatedPrinter::runout);
        } else if (step.startsWith("# ctl Power Panic")) {
            host.does((printer, nanos) -> printer.powerPanic(Duration.ofSeconds(1), nanos));
        } else if (step.startsWith("# ctl Thermistor::Disc")) {
            host.does(SimulatedPrinter::minTemp);
        } else if (step.startsWith("# TIMEOUT")) {
            host.passSeconds(Double.parseDouble(step.replaceAll(".* ([0-9.]+)s$", "$1")));
        }
    }

    private static List<String> listen(Conversation host, int count) {
        List<String> heard = new ArrayList<>();
        long end = host.nanos + Duration.ofSeconds(400).toNanos();
        if (count == 0) {
            host.passSeconds(0.5);
        }
        do {
            for (String line : host.heard()) {
                keep(line, heard);
            }
        } while (heard.size() < count && host.nanos < end && step(host));
        return heard;
    }

    private static boolean step(Conversation host) {
        long next = host.printer.nextEventNanos();
        if (next == Long.MAX_VALUE) {
            return false;
        }
        host.pass(Duration.ofNanos(Math.max(1, next - host.nanos)));
        return true;
    }

    private static void keep(String line, List<String> into) {
        if (line.startsWith("echo:busy:") || line.startsWith("TM:") || line.contains(" W:")) {
            return;
        }
        into.add(line.replaceAll("-?\\d+\\.\\d+", "#").replaceAll("@:\\d+", "@:#").replaceAll("Count X:\\d+.*", "Count")
                .replace("echo:Stored settings retrieved", "echo:Hardcoded Default Settings Loaded"));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                plain.append(text.charAt(i));
            } else if (text.charAt(++i) == 'n') {
                plain.append('\n');
            } else {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            }
        }
        return plain.toString();
    }

    private static List<String> read(String name) throws IOException {
        try (InputStream in = RecordingsTest.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
