package org.printwire.serial;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;

/**
 * Makes jSerialComm's port object for one path.
 *
 * <p>jSerialComm's own {@code getCommPort(path)} (2.11.4) lists all ports first, and for that it opens every built-in
 * UART: on a Raspberry Pi the one that a printer's board may sit on. No port is opened here that the user did not
 * name, so the object is made as {@code getCommPort} makes it, without the listing. Its constructor is private, hence
 * the reflection; a test holds it to the version in the pom.
 */
final class UnlistedPort {
    private UnlistedPort() {}

    /** @throws PortException jSerialComm cannot be loaded */
    static com.fazecast.jSerialComm.SerialPort of(Path device) throws PortException {
        NativeLibrary.load();
        try {
            Constructor<com.fazecast.jSerialComm.SerialPort> constructor =
                    com.fazecast.jSerialComm.SerialPort.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            com.fazecast.jSerialComm.SerialPort port = constructor.newInstance();
            Field path = com.fazecast.jSerialComm.SerialPort.class.getDeclaredField("comPort");
            path.setAccessible(true);
            path.set(port, device.toString());
            return port;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "jSerialComm " + com.fazecast.jSerialComm.SerialPort.getVersion() + " is not the version known", e);
        }
    }
}
