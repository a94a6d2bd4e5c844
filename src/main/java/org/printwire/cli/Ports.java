package org.printwire.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.printwire.json.Json;
import org.printwire.serial.PortCandidate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code printwire ports}: what could be a printer. Opens nothing, so nothing resets. */
@Command(
        name = "ports",
        description = "Lists the serial ports with their USB names. No port is opened.",
        footer = {"", "Example:", "  printwire ports --json"})
final class Ports implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    Ports(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Output output = surroundings.output();
        List<PortCandidate> found = surroundings.candidates().get();
        if (json) {
            output.line(Json.pretty(found.stream().map(Ports::fields).toList()));
        } else if (found.isEmpty()) {
            output.say("no serial port found: is the printer switched on, and does its USB cable carry data?");
        } else {
            found.forEach(port -> show(port, output));
        }
        return ExitCode.DONE.number();
    }

    private static void show(PortCandidate port, Output output) {
        output.line(PlainText.harmless(port.description()));
        if (!port.byId().isEmpty()) {
            output.line("    " + port.byId());
        }
    }

    private static Map<String, Object> fields(PortCandidate port) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", port.path());
        fields.put("byId", orNull(port.byId()));
        fields.put("usbVendor", port.vendor() == 0 ? null : String.format("%04x", port.vendor()));
        fields.put("usbProduct", port.vendor() == 0 ? null : String.format("%04x", port.product()));
        fields.put("usbName", orNull(port.usbName()));
        fields.put("manufacturer", orNull(port.manufacturer()));
        fields.put("serialNumber", orNull(port.serialNumber()));
        fields.put("prusa", port.prusa());
        return fields;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
