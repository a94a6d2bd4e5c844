package org.printwire.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, each prepared once. One thread at a time. */
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Some statements. */
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    /** Runs what gives no rows, to its end. */
    void run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }

    /** @return how many rows were changed */
    int update(String text, Object... values) throws SQLException {
        return once(text, values, PreparedStatement::executeUpdate);
    }

    <T> List<T> all(Reader<T> reader, String text, Object... values) throws SQLException {
        return once(text, values, statement -> {
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        });
    }

    <T> Optional<T> first(Reader<T> reader, String text, Object... values) throws SQLException {
        return once(text, values, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        });
    }

    /** The first column of the only row. */
    long number(String text, Object... values) throws SQLException {
        return first(row -> row.getLong(1), text, values)
                .orElseThrow(() -> new SQLException("no row for: " + text));
    }

    /** All of it or, with an exception, nothing. It survives the end of the program, but perhaps not a power cut. */
    <T> T atomically(Work<T> work) throws SQLException {
        run("BEGIN IMMEDIATE"); // A transaction that begins with reading may find itself too late to write.
        boolean done = false;
        try {
            T result = work.run(this);
            run("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** The same, and it is on the disk when this returns, with one sync of the log for all that was written before. */
    <T> T durably(Work<T> work) throws SQLException {
        run("PRAGMA synchronous = FULL");
        try {
            return atomically(work);
        } finally {
            run("PRAGMA synchronous = NORMAL");
        }
    }

    private void rollBack() {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has done so itself, as after an error of the disk.
        }
    }

    /** What is done with a prepared statement. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T once(String text, Object[] values, Use<T> use) throws SQLException {
        PreparedStatement statement = prepared.remove(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
        }
        boolean done = false;
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            T result = use.of(statement);
            done = true;
            return result;
        } finally {
            if (done) {
                prepared.put(text, statement);
            } else {
                statement.close(); // The driver gives up one that has failed.
            }
        }
    }

    /** Closes the connection; nothing that was written depends on its success. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was not copied from the log into the file is copied by the next one who opens it.
        }
    }
}
