package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
    private static final long NORMAL = 1;
    private static final long FULL = 2;

    @TempDir
    Path folder;

    @Test
    void only_what_must_survive_a_power_cut_waits_for_the_disk() throws Exception {
        try (Database database = Database.open(Schema.OUTBOX, folder, warning -> { })) {
            Sql sql = database.sql();

            assertThat((long) sql.<Long>durably(all -> all.number("PRAGMA synchronous"))).isEqualTo(FULL);
            assertThat((long) sql.<Long>atomically(all -> all.number("PRAGMA synchronous"))).isEqualTo(NORMAL);
            assertThatThrownBy(() -> sql.durably(all -> all.update("nonsense"))).isInstanceOf(SQLException.class);
            assertThat((long) sql.<Long>atomically(all -> all.number("PRAGMA synchronous"))).isEqualTo(NORMAL);
        }
    }

    @Test
    void the_file_is_kept_as_a_small_machine_needs_it() throws Exception {
        try (Database database = Database.open(Schema.OUTBOX, folder, warning -> { })) {
            Sql sql = database.sql();

            assertThat(sql.first(row -> row.getString(1), "PRAGMA journal_mode")).contains("wal");
            assertThat(sql.number("PRAGMA page_size")).isEqualTo(1024);
            assertThat(sql.number("PRAGMA wal_autocheckpoint")).isEqualTo(4000);
            assertThat(sql.number("PRAGMA auto_vacuum")).as("incremental").isEqualTo(2);
            assertThat(sql.number("PRAGMA cache_size")).isEqualTo(-512);
            assertThat(sql.number("PRAGMA busy_timeout")).isEqualTo(10_000);
        }
    }

    @Test
    void what_fails_half_way_leaves_nothing_behind() throws Exception {
        try (Database database = Database.open(Schema.OUTBOX, folder, warning -> { })) {
            Sql sql = database.sql();

            assertThatThrownBy(() -> sql.atomically(all -> {
                all.update("INSERT INTO disabled VALUES ('a', 'b', 'c', 1)");
                return all.update("INSERT INTO disabled VALUES ('a', 'b', 'c', 1)");
            })).isInstanceOf(SQLException.class);

            assertThat(sql.number("SELECT count(*) FROM disabled")).isZero();
        }
    }
}
