package org.printwire.serial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.printwire.posix.LibraryFolder;

/**
 * Loads jSerialComm's native library from a folder that only this user can write in.
 *
 * <p>Left to itself jSerialComm (2.11.4) loads whatever lies in {@code /tmp/jSerialComm/2.11.4}, and lets everybody
 * write there: any user of the machine could have his code run in our process, and ours is often root's. It finds
 * that folder by the properties java.io.tmpdir and user.home, once, when its class is initialised; so for that moment
 * they name ours. No other thread should look at them then: nothing of ours is begun before the port is open.
 */
final class NativeLibrary {
    private static final List<String> PLACES = List.of("java.io.tmpdir", "user.home");

    private static boolean loaded;

    private NativeLibrary() {}

    /** Loads it if that was not done yet. @throws PortException it cannot be loaded, so no port can be opened */
    static synchronized void load() throws PortException {
        if (loaded) {
            return;
        }
        try (LibraryFolder folder = LibraryFolder.open()) {
            initialise(folder.path());
            loaded = true;
        } catch (IOException | LinkageError e) {
            throw new PortException("the library for serial ports cannot be loaded: " + e.getMessage());
        }
    }

    private static void initialise(Path folder) {
        List<String> before = new ArrayList<>();
        for (String place : PLACES) {
            before.add(System.setProperty(place, folder.toString()));
        }
        try {
            com.fazecast.jSerialComm.SerialPort.getVersion();
        } finally {
            for (int i = 0; i < before.size(); i++) {
                System.setProperty(PLACES.get(i), before.get(i));
            }
        }
    }
}
