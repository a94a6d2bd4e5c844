package org.printwire.store;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.posix.LockFile;

/** Who may send for which webhook: a locked file each, so that the right ends with the process. Any thread. */
final class Claims implements AutoCloseable {
    private final Path folder;
    private final Map<String, Optional<LockFile>> held = new HashMap<>();

    /** @param folder for the lock files, which stay */
    Claims(Path folder) {
        this.folder = folder;
    }

    /**
     * Where no lock file can be made, as on a full disk, the right is given all the same: a message that another
     * program sends too is better than one that nobody sends.
     */
    synchronized boolean claim(String webhook) {
        if (held.containsKey(webhook)) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            Optional<LockFile> lock = LockFile.take(folder.resolve(fileName(webhook)));
            if (lock.isEmpty()) {
                return false;
            }
            held.put(webhook, lock);
        } catch (IOException e) {
            held.put(webhook, Optional.empty());
        }
        return true;
    }

    synchronized void release(String webhook) {
        Optional<LockFile> lock = held.remove(webhook);
        if (lock != null) {
            lock.ifPresent(LockFile::close);
        }
    }

    @Override
    public synchronized void close() {
        held.values().forEach(lock -> lock.ifPresent(LockFile::close));
        held.clear();
    }

    private static String fileName(String webhook) {
        return URLEncoder.encode(webhook, StandardCharsets.UTF_8) + ".lock";
    }
}
