package org.printwire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.printwire.job.PrintRecord;

/**
 * A print of the history.
 *
 * @param id counts from 1, and is never given twice
 */
public record StoredPrint(long id, PrintRecord print) {

    static StoredPrint read(ResultSet row) throws SQLException {
        String result = row.getString("result");
        PrintRecord print = new PrintRecord(row.getString("file"), row.getString("path"), row.getLong("bytes"),
                row.getString("sha1"),
                new PrintRecord.Printer(row.getString("profile"), row.getString("machine"), row.getString("uuid"),
                        row.getString("port")),
                Nanos.instant(row.getLong("started")), Nanos.instant(row, "ended"), row.getDouble("printed"),
                row.getDouble("paused"), row.getInt("pauses"),
                PrintRecord.Result.of(result).orElse(PrintRecord.Result.FAILED), row.getString("reason"),
                row.getString("detail"), row.getInt("percent"), whole(row, "position"), whole(row, "line"),
                small(row, "layer"), small(row, "layers"), FilamentText.read(row.getString("filament")),
                whole(row, "resends"), fraction(row, "heating"));
        return new StoredPrint(row.getLong("id"), print);
    }

    private static Long whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }

    private static Integer small(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }

    private static Double fraction(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}
