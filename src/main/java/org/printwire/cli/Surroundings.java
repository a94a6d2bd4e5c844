package org.printwire.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.printwire.app.HostThreads;
import org.printwire.serial.PortCandidate;
import org.printwire.serial.PortFinder;
import org.printwire.time.SystemTime;
import org.printwire.time.Time;

/**
 * What a command has around it, so that a test can give it something else.
 *
 * @param environment the process's environment variables
 * @param candidates  looks for serial ports, without opening any
 * @param ports       opens one
 */
public record Surroundings(
        Output output,
        Map<String, String> environment,
        Time time,
        Supplier<List<PortCandidate>> candidates,
        PortOpener ports) {

    /** Makes the threads of a command; a bug in one of them is told. */
    HostThreads threads() {
        return new HostThreads((thread, bug) -> output.say("internal error in " + thread.getName() + ": " + bug));
    }

    /** The real ones. */
    public static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        Time time = new SystemTime();
        PortFinder finder = new PortFinder();
        return new Surroundings(
                Output.ofProcess(environment), environment, time, finder::candidates, new NamedPorts(finder, time));
    }
}
