package org.printwire.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What has been counted since the simulation began; a reset of the board does not clear it. */
final class Tally {
    long received;
    long accepted;
    long executed;
    long resends;
    long rxDropped;
    long rxTimeouts;
    long rxOverflows;
    long boots;
    long bytesReceived;
    long bytesSent;
    private final Map<LineError, Long> errors = new EnumMap<>(LineError.class);
    private final Map<String, Long> faults = new TreeMap<>();

    void error(LineError kind) {
        errors.merge(kind, 1L, Long::sum);
    }

    void fault(String name) {
        faults.merge(name, 1L, Long::sum);
    }

    boolean struck(String name) {
        return faults.containsKey(name);
    }

    SimulatedReport report(ExecutedHash printed) {
        return new SimulatedReport(received, accepted, executed, printed.count(), printed.hex(), resends,
                Map.copyOf(errors), Map.copyOf(faults), rxDropped, rxTimeouts, rxOverflows, boots, bytesReceived,
                bytesSent);
    }
}
