package org.printwire.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/** Whether a path is a serial device that this user may open, found out without opening it. */
final class PortAccess {
    /** /dev/null and its kind: told apart even where /sys is not mounted. */
    private static final long MEMORY_DEVICES = 1;

    private PortAccess() {}

    /**
     * Looks at what is there.
     *
     * @return the device with no symbolic link in it
     * @throws PortException it is missing, is something else, or may not be used: says what to do
     */
    static Path check(String path) throws PortException {
        Path device;
        PosixFileAttributes attributes;
        try {
            device = Path.of(path).toRealPath();
            attributes = Files.readAttributes(device, PosixFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new PortFinder().missing(path);
        } catch (IOException e) {
            throw new PortException(path + " cannot be looked at: " + e.getMessage());
        }
        if (!attributes.isOther() || !isTerminal(device)) {
            throw new PortException(path + " is not a serial port but " + kind(attributes)
                    + ". `printwire ports` lists the serial ports");
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw denied(path, attributes);
        }
        return device;
    }

    /** What to say when the user may not open {@code path}. */
    static PortException denied(String path, PosixFileAttributes attributes) {
        String group = attributes.group().getName();
        boolean groupMay = attributes.permissions().contains(PosixFilePermission.GROUP_READ)
                && attributes.permissions().contains(PosixFilePermission.GROUP_WRITE);
        if (groupMay && !group.equals("root")) {
            return new PortException("you may not use " + path + ": it is for the group " + group
                    + ". Add yourself: sudo usermod -aG " + group + " $USER, then log out and in again");
        }
        return new PortException("you may not use " + path + ": only " + attributes.owner().getName()
                + " may. Allow it for this session: sudo setfacl -m u:$USER:rw " + path);
    }

    private static String kind(PosixFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return "a directory";
        }
        return attributes.isRegularFile() ? "a file" : "another kind of device";
    }

    /** The kernel lists serial devices as of the class tty. It does not list pseudo-terminals: those are let through. */
    private static boolean isTerminal(Path device) {
        try {
            int mode = ((Number) Files.getAttribute(device, "unix:mode")).intValue();
            if ((mode & 0170000) != 0020000) {
                return false;
            }
            long number = ((Number) Files.getAttribute(device, "unix:rdev")).longValue();
            long major = number >> 8 & 0xFFF;
            long minor = number & 0xFF | number >> 12 & 0xFFF00;
            if (major == MEMORY_DEVICES) {
                return false;
            }
            Path subsystem = Path.of("/sys/dev/char/" + major + ":" + minor + "/subsystem");
            return !Files.exists(subsystem) || subsystem.toRealPath().endsWith("tty");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return true; // Not known here: opening it will tell.
        }
    }
}
