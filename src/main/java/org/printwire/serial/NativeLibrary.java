package org.printwire.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.printwire.posix.PrivateFolder;

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
        try {
            Path kept = kept();
            Path folder = kept == null ? Files.createTempDirectory("printwire") : kept;
            initialise(folder);
            if (kept == null) {
                delete(folder); // The system keeps what is loaded.
            }
            loaded = true;
        } catch (IOException | LinkageError e) {
            throw new PortException("the library for serial ports cannot be loaded: " + e.getMessage());
        }
    }

    /** Null if the user has no cache, as a system service may not: then it is unpacked at each start. */
    private static Path kept() {
        try {
            return PrivateFolder.make(PrivateFolder.cache().resolve("native"));
        } catch (IOException e) {
            return null;
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
