package org.printwire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.printwire.webhook.OutboxException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean, for people. Its own texts are not shown: they speak of statements. */
final class DiskFault {

    private DiskFault() {}

    static OutboxException of(Path file, SQLException e) {
        SQLiteErrorCode code = code(e);
        String what = switch (code) {
            case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> "the disk is full: nothing more can be kept in " + file;
            case SQLITE_NOTADB, SQLITE_CORRUPT -> file + " is damaged";
            default -> switch (SQLiteErrorCode.getErrorCode(code.code & 0xFF)) {
                case SQLITE_BUSY, SQLITE_LOCKED ->
                        "another program has " + file + " locked for more than " + Database.PATIENCE_SECONDS + " seconds";
                case SQLITE_READONLY, SQLITE_PERM -> file + " may not be written by this user, or its disk is read-only";
                case SQLITE_CANTOPEN -> file + " cannot be opened: look whether its folder is there and may be written";
                case SQLITE_CORRUPT -> file + " is damaged";
                case SQLITE_IOERR -> "the disk fails at " + file + " (" + code.name() + ")";
                default -> file + " cannot be used (" + code.name() + ")";
            };
        };
        return new OutboxException(what, e);
    }

    /** Whether the file's content is beyond repair. */
    static boolean damaged(SQLException e) {
        int primary = code(e).code & 0xFF;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static boolean busy(SQLException e) {
        return (code(e).code & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static SQLiteErrorCode code(SQLException e) {
        return e instanceof SQLiteException ? ((SQLiteException) e).getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
