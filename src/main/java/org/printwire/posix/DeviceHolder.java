package org.printwire.posix;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that has a device open, or its lock.
 *
 * @param command the process's name, as {@code ps} shows it; empty if it cannot be read
 */
public record DeviceHolder(long pid, String command) {
    private static final Path PROC = Path.of("/proc");

    /**
     * The first process found that has {@code device} open now, this one included.
     *
     * <p>Finds only what this user may see: the files of another user's processes are hidden from all but root, so
     * empty does not prove that the device is free. Takes some milliseconds.
     *
     * @param device with no symbolic link in it
     */
    public static Optional<DeviceHolder> of(Path device) {
        return first(device, "");
    }

    /** The same without this process. */
    public static Optional<DeviceHolder> other(Path device) {
        return first(device, Long.toString(ProcessHandle.current().pid()));
    }

    private static Optional<DeviceHolder> first(Path device, String without) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                String pid = process.getFileName().toString();
                if (!pid.equals(without) && !Descriptor.opened(process, device).isEmpty()) {
                    return Optional.of(of(Long.parseLong(pid)));
                }
            }
        } catch (IOException e) {
            // No /proc, so nobody can be named.
        }
        return Optional.empty();
    }

    static DeviceHolder of(long pid) {
        try {
            return new DeviceHolder(pid, Files.readString(PROC.resolve(pid + "/comm")).strip());
        } catch (IOException e) {
            return new DeviceHolder(pid, "");
        }
    }

    /** As {@code process 1234 (python3)}. */
    @Override
    public String toString() {
        return "process " + pid + (command.isEmpty() ? "" : " (" + command + ")");
    }
}
