package org.printwire.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.printwire.serial.PortCandidate;
import org.printwire.serial.PortException;
import org.printwire.serial.SerialPort;

/** The command line in this process, in surroundings that a test makes up: no home, no ports, a clock that stands. */
final class CommandRun {

    private final RecordedOutput recorded = new RecordedOutput();
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/nonexistent"));
    private final List<PortCandidate> candidates = new ArrayList<>();
    private ScriptedFirmware port = ScriptedFirmware.obliging();
    private String openedName = "(none)";
    private int openedBaud;

    int run(String... arguments) {
        return CommandLines.create(surroundings()).execute(arguments);
    }

    Surroundings surroundings() {
        return new Surroundings(recorded.output(), environment, port, () -> candidates, this::open);
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun with(PortCandidate candidate) {
        candidates.add(candidate);
        return this;
    }

    CommandRun with(ScriptedFirmware printer) {
        port = printer;
        return this;
    }

    String out() {
        return recorded.out();
    }

    String err() {
        return recorded.err();
    }

    /** What the command asked to open; {@code (none)}: nothing. */
    String openedName() {
        return openedName;
    }

    int openedBaud() {
        return openedBaud;
    }

    private SerialPort open(String name, int baud) throws PortException {
        if ("/dev/missing".equals(name)) {
            throw new PortException("there is no serial port '/dev/missing'");
        }
        openedName = name;
        openedBaud = baud;
        return port;
    }
}
