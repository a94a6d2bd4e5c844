package org.printwire.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.printwire.posix.LibraryFolder;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Makes connections to SQLite, whose native library is loaded at the first one from a folder that only this user can
 * write in.
 *
 * <p>Left to itself sqlite-jdbc unpacks its library at each start under a new name, compares it byte by byte and
 * removes it at the end, unless the program is killed: then it stays. Here it is unpacked once for each version.
 */
final class SqliteDriver {
    private static boolean loaded;

    private SqliteDriver() {}

    /**
     * @param make whether a file that is missing is made
     * @throws IOException the native library cannot be loaded
     */
    static Connection connect(Path file, boolean make) throws IOException, SQLException {
        load();
        SQLiteConfig config = new SQLiteConfig();
        if (!make) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        // As an address, because the driver takes a question mark in a name for the beginning of settings.
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    }

    private static synchronized void load() throws IOException {
        if (loaded) {
            return;
        }
        try (LibraryFolder folder = LibraryFolder.open()) {
            Path library = unpacked(folder.path());
            System.setProperty("org.sqlite.tmpdir", folder.path().toString());
            System.setProperty("org.sqlite.lib.path", folder.path().toString());
            System.setProperty("org.sqlite.lib.name", library.getFileName().toString());
            SQLiteJDBCLoader.initialize();
            loaded = true;
        } catch (Exception | LinkageError e) { // The driver declares no less.
            throw new IOException("the library for SQLite cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The library in that folder, whole: it gets its name only when its bytes are on the disk. */
    private static Path unpacked(Path folder) throws IOException {
        // Not "sqlite-": the driver tidies its folder, and removes what begins so.
        Path library = folder.resolve("libsqlitejdbc-" + SQLiteJDBCLoader.getVersion() + ".so");
        if (Files.exists(library)) {
            return library;
        }
        Path part = Files.createTempFile(folder, "libsqlitejdbc", ".part");
        try {
            String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
            try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("there is none for this machine (" + resource + ")");
                }
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return library;
    }
}
