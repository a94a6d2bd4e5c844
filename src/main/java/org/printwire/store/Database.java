package org.printwire.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.printwire.webhook.OutboxException;

/**
 * A file of SQLite's in the data folder, open. Only its owner can read it. Several programs may have it open; one
 * thread at a time.
 */
final class Database implements AutoCloseable {
    static final int PATIENCE_SECONDS = 10;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int TRIES = 5;

    private final Schema schema;
    private final Path file;
    private final Object identity;
    private final Sql sql;

    private Database(Schema schema, Path file, Object identity, Sql sql) {
        this.schema = schema;
        this.file = file;
        this.identity = identity;
        this.sql = sql;
    }

    /**
     * Opens the file, which is made if it is missing, as is its folder. One that is damaged is moved aside, with a
     * warning, and a new one begun: a broken file must not stop the messages to come.
     *
     * @throws OutboxException nothing can be kept there, or a later version of the program has written it
     */
    static Database open(Schema schema, Path folder, Consumer<String> warnings) throws OutboxException {
        Path file = folder.resolve(schema.fileName());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
            }
            makePrivate(file);
            Object identity = identity(file);
            try {
                return connect(schema, file, true);
            } catch (SQLException e) {
                if (!DiskFault.damaged(e)) {
                    throw e;
                }
                moveAside(schema, file, identity, warnings);
                makePrivate(file);
                return connect(schema, file, true);
            }
        } catch (SQLException e) {
            throw DiskFault.of(file, e);
        } catch (IOException e) {
            throw new OutboxException(file + " cannot be used: " + reason(e), e);
        }
    }

    /** The file if there is one; none is made. @throws OutboxException as {@link #open}, and for a damaged one */
    static Optional<Database> existing(Schema schema, Path folder) throws OutboxException {
        Path file = folder.resolve(schema.fileName());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(connect(schema, file, false));
        } catch (SQLException e) {
            throw DiskFault.of(file, e);
        } catch (IOException e) {
            throw new OutboxException(file + " cannot be used: " + reason(e), e);
        }
    }

    /** Closes it and opens a new one in its place, for when it turned out to be damaged. */
    Database replaced(Consumer<String> warnings) throws OutboxException {
        close();
        try {
            moveAside(schema, file, identity, warnings);
        } catch (IOException e) {
            throw new OutboxException(file + " is damaged and cannot be moved aside: " + reason(e), e);
        }
        return open(schema, file.getParent(), warnings);
    }

    Sql sql() {
        return sql;
    }

    Path file() {
        return file;
    }

    OutboxException fault(SQLException e) {
        return DiskFault.of(file, e);
    }

    @Override
    public void close() {
        sql.close();
    }

    private static Database connect(Schema schema, Path file, boolean make) throws IOException, SQLException, OutboxException {
        Object identity = identity(file);
        Sql sql = new Sql(SqliteDriver.connect(file, make));
        boolean done = false;
        try {
            setUp(sql);
            long version = Schema.version(sql);
            if (version > schema.version()) {
                throw new OutboxException(file + " was written by a later version of printwire (format " + version
                        + ", this one knows " + schema.version() + "): use that version, or another folder", null);
            }
            logAhead(sql);
            schema.bringUp(sql);
            done = true;
            return new Database(schema, file, identity, sql);
        } finally {
            if (!done) {
                sql.close();
            }
        }
    }

    /** SQLite gives the files beside it, {@code -wal} and {@code -shm}, the permissions of this one. */
    private static void makePrivate(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
        }
    }

    /**
     * A cache of 0.5 MB and no mapping: the file is small, and a Pi may have 512 MB for everything. Pages of 1 kB,
     * because a row is small and the log takes whole pages: with the usual 4 kB, an event writes three times as much.
     */
    private static void setUp(Sql sql) throws SQLException {
        sql.run("PRAGMA busy_timeout = " + PATIENCE_SECONDS * 1000);
        sql.run("PRAGMA cache_size = -512");
        sql.run("PRAGMA mmap_size = 0");
        sql.run("PRAGMA temp_store = MEMORY");
        if (sql.number("PRAGMA page_count") == 0) { // Heeded by an empty file alone, and written to any.
            sql.run("PRAGMA page_size = 1024");
            sql.run("PRAGMA auto_vacuum = INCREMENTAL");
        }
        sql.run("PRAGMA synchronous = NORMAL");
    }

    /**
     * Writes go to a log, which is copied into the file each 4000 pages (4 MB, some hundred events or 30 pictures): a
     * page that changed many times meanwhile is written to the SD card once, and the syncs of a copy are shared by them
     * all. The log is then written over from its start. Only one that grew larger meanwhile is cut down again.
     */
    private static void logAhead(Sql sql) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                sql.run("PRAGMA journal_mode = WAL");
                break;
            } catch (SQLException e) {
                if (!DiskFault.busy(e) || tries == TRIES) {
                    throw e;
                }
                // Another program makes the same file just now; a transaction waits for it, a pragma does not.
                sql.atomically(nothing -> null);
            }
        }
        sql.run("PRAGMA wal_autocheckpoint = 4000");
        sql.run("PRAGMA journal_size_limit = 4194304");
    }

    /** Does nothing if another program was quicker. The name tells when the file was last written. */
    private static void moveAside(Schema schema, Path file, Object identity, Consumer<String> warnings)
            throws IOException {
        if (!Files.exists(file) || !identity.equals(identity(file))) {
            return;
        }
        String stamp = TIMESTAMP.format(Files.getLastModifiedTime(file).toInstant());
        Path aside = file.resolveSibling(file.getFileName() + ".broken-" + stamp);
        for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + stamp + "-" + i);
        }
        Files.move(file, aside);
        Files.deleteIfExists(Path.of(file + "-shm"));
        Path log = Path.of(file + "-wal");
        if (Files.exists(log)) {
            Files.move(log, Path.of(aside + "-wal"));
        }
        warnings.accept(file + " is damaged and was moved to " + aside
                + ". A new one is begun; " + schema.loss() + ".");
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "this user may not write there";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
