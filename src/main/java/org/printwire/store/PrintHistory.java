package org.printwire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.printwire.job.PastPrints;
import org.printwire.job.PrintRecord;
import org.printwire.job.PrintRecord.Result;
import org.printwire.webhook.OutboxException;

/**
 * What was printed: {@code history.db} of the data folder, a row a print. Begin and end of a print cost one sync of the
 * disk each, what is noted in between none. A row whose print is under way is marked by a lock that ends with the
 * process, so that one of a dead host is told from it. Several programs may have the file open; one thread at a time.
 */
public final class PrintHistory implements AutoCloseable {

    private static final String FIELDS = "file, path, bytes, sha1, profile, machine, uuid, port, started, ended, printed,"
            + " paused, pauses, result, reason, detail, percent, position, line, layer, layers, filament, resends, heating";
    private static final String PLACES = "?" + ", ?".repeat(FIELDS.split(",").length - 1);

    private static final List<String> RESUMABLE = List.of("connection_lost", "no_answer", "resend_loop", "internal");

    private final Database database;
    private final RunningMark mark;

    private PrintHistory(Database database) {
        this.database = database;
        this.mark = new RunningMark(database.file().resolveSibling("history"));
    }

    /**
     * Opens the history in this folder; folder and file are made if they are missing.
     *
     * @param warnings takes a sentence for people when a damaged file was moved aside
     * @throws OutboxException nothing can be kept there; the message says why, for people
     */
    public static PrintHistory open(Path folder, Consumer<String> warnings) throws OutboxException {
        return new PrintHistory(Database.open(Schema.HISTORY, folder, warnings));
    }

    /** The same, but makes none. @return empty: nothing was ever printed */
    public static Optional<PrintHistory> existing(Path folder) throws OutboxException {
        return Database.existing(Schema.HISTORY, folder).map(PrintHistory::new);
    }

    /** A new row, which counts as running as long as this is open. @return its id */
    public long begin(PrintRecord print) throws OutboxException {
        long id = run(sql -> sql.durably(all -> {
            all.update("INSERT INTO print (" + FIELDS + ") VALUES (" + PLACES + ")", values(print));
            return all.number("SELECT last_insert_rowid()");
        }));
        mark.set(id);
        return id;
    }

    /**
     * The row of this print that was left last: by a host that has died, or that lost the printer. It counts as running
     * from now on. Empty: there is none.
     */
    public Optional<StoredPrint> left(String sha1, String path) throws OutboxException {
        List<StoredPrint> last = run(sql -> sql.all(StoredPrint::read,
                "SELECT * FROM print WHERE sha1 IS ? AND path = ? ORDER BY id DESC LIMIT 1", sha1, path));
        Optional<StoredPrint> found = last.stream().map(this::judged).filter(PrintHistory::open).findFirst();
        found.ifPresent(row -> mark.set(row.id()));
        return found;
    }

    /** How things stand now. One that has ended is on the disk when this returns. */
    public void update(long id, PrintRecord print) throws OutboxException {
        Sql.Work<Integer> work = all -> all.update("UPDATE print SET (" + FIELDS + ") = (" + PLACES + ") WHERE id = " + id,
                values(print));
        run(sql -> print.ended() == null ? sql.atomically(work) : sql.durably(work));
    }

    /** The newest first, at most so many. */
    public List<StoredPrint> list(int limit) throws OutboxException {
        return run(sql -> sql.all(StoredPrint::read, "SELECT * FROM print ORDER BY id DESC LIMIT " + limit))
                .stream().map(this::judged).toList();
    }

    /** Empty: there is none of that id. */
    public Optional<StoredPrint> show(long id) throws OutboxException {
        return run(sql -> sql.first(StoredPrint::read, "SELECT * FROM print WHERE id = ?", id)).map(this::judged);
    }

    /** Those of this content that have ended, oldest first. */
    public PastPrints of(String sha1) throws OutboxException {
        return new PastPrints(run(sql -> sql.all(
                row -> new PastPrints.Past(Nanos.instant(row.getLong("ended")),
                        row.getString("result").equals(Result.DONE.word()), row.getString("profile"), row.getDouble("printed")),
                "SELECT ended, result, profile, printed FROM print WHERE sha1 = ? AND ended IS NOT NULL ORDER BY ended",
                sha1)));
    }

    @Override
    public void close() {
        mark.close();
        database.close();
    }

    private StoredPrint judged(StoredPrint row) {
        return row.print().result() == Result.RUNNING && !mark.runs(row.id())
                ? new StoredPrint(row.id(), row.print().with(Result.HOST_DIED)) : row;
    }

    /** As {@code printwire resume} sees it: the printer may still have the job. */
    private static boolean open(StoredPrint row) {
        PrintRecord print = row.print();
        return print.result() == Result.HOST_DIED || print.result() == Result.FAILED
                && RESUMABLE.contains(String.valueOf(print.reason()));
    }

    private static Object[] values(PrintRecord print) {
        return new Object[] {print.file(), print.path(), print.bytes(), print.sha1(), print.printer().profile(),
                print.printer().machine(), print.printer().uuid(), print.printer().port(), Nanos.of(print.started()),
                Nanos.of(print.ended()), print.printedSeconds(), print.pausedSeconds(), print.pauses(),
                print.result().word(), print.reason(), print.detail(), print.percent(), print.position(), print.line(),
                print.layer(), print.layers(), FilamentText.of(print.filament()), print.resends(), print.heatingSeconds()};
    }

    private <T> T run(Sql.Work<T> work) throws OutboxException {
        try {
            return work.run(database.sql());
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }
}
