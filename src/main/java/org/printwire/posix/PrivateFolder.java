package org.printwire.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Folders in which nobody but this user (and root) can put anything. */
public final class PrivateFolder {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int WRITABLE_FOR_OTHERS = 022;

    private PrivateFolder() {}

    /**
     * Makes the folder, and those above it that are missing, with mode 700, or takes the one that is there.
     *
     * @return the folder with no symbolic link in it
     * @throws IOException it cannot be made, or the one that is there is another user's or others may write in it
     */
    public static Path make(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY);
        Path real = folder.toRealPath();
        Map<String, Object> facts = Files.readAttributes(real, "unix:uid,mode");
        if (!facts.get("uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            throw new IOException(folder + " is another user's");
        }
        if (((Integer) facts.get("mode") & WRITABLE_FOR_OTHERS) != 0) {
            throw new IOException("other users may write in " + folder);
        }
        return real;
    }

    /** Where what can be made again is kept: {@code $XDG_CACHE_HOME/printwire}, else {@code ~/.cache/printwire}. */
    public static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        // The home of the account, not $HOME: sudo may leave the one of the user who called it.
        Path above = cache != null && cache.startsWith("/") ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
        return above.resolve("printwire");
    }
}
