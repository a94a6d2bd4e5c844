package org.printwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.printwire.store.Samples.drain;
import static org.printwire.store.Samples.put;
import static org.printwire.store.Samples.said;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.config.StorageSection;
import org.printwire.posix.PrivateFolder;
import org.printwire.webhook.OutboxException;

class DatabaseTest {

    private static final int AFTER_THE_SCHEMA = 16 * 1024;

    @TempDir
    Path temporary;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void folder_and_files_are_made_for_their_owner_alone() throws Exception {
        Path folder = temporary.resolve("new/data");

        try (SqliteOutbox outbox = open(folder)) {
            put(outbox, said("a", 1));

            assertThat(mode(folder)).isEqualTo("rwx------");
            assertThat(names(folder)).contains("printwire.db", "printwire.db-shm", "printwire.db-wal");
            for (String name : names(folder)) {
                assertThat(mode(folder.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
        assertThat(names(folder)).containsExactly("printwire.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "per%20cent", "bl ank", "ha#sh", "é😀", "file:x", "a;b&c=d"})
    void any_name_will_do_for_the_folder(String name) throws Exception {
        Path folder = temporary.resolve(name);

        try (SqliteOutbox outbox = open(folder)) {
            put(outbox, said("a", 1));
        }

        assertThat(names(folder)).containsExactly("printwire.db");
        assertThat(names(temporary)).containsExactly(name);
    }

    @Test
    void the_native_library_comes_from_where_nobody_else_can_put_another_one_and_nothing_else_stays() throws Exception {
        open(temporary).close();

        Path kept = PrivateFolder.make(PrivateFolder.cache().resolve("native"));
        List<String> mapped = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("sqlite") && line.contains(".so")).map(line -> line.substring(line.indexOf('/')))
                .distinct().toList();
        assertThat(mapped).hasSize(1).allMatch(path -> path.startsWith(kept.toString()));
        assertThat(names(kept)).filteredOn(name -> name.contains("sqlite")).hasSize(1);
    }

    @Test
    void a_file_of_a_later_version_is_refused_and_left_as_it_is() throws Exception {
        try (Database database = Database.open(Schema.OUTBOX, temporary, warnings::add)) {
            database.sql().run("PRAGMA user_version = 99");
        }
        Path before = Files.copy(temporary.resolve("printwire.db"), temporary.resolve("before"));

        assertThatThrownBy(() -> open(temporary)).isInstanceOf(OutboxException.class).hasMessage(
                temporary.resolve("printwire.db") + " was written by a later version of printwire (format 99, this one"
                + " knows " + Schema.OUTBOX.version() + "): use that version, or another folder");
        assertThat(temporary.resolve("printwire.db")).hasSameBinaryContentAs(before);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_file_that_is_no_database_is_moved_aside_under_its_time_and_a_new_one_begun() throws Exception {
        Path file = temporary.resolve("printwire.db");
        Files.writeString(file, "no database at all ".repeat(500));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T10:11:12Z")));

        try (SqliteOutbox outbox = open(temporary)) {
            put(outbox, said("a", 1));
            assertThat(drain(outbox, "a")).containsExactly("event-1");
        }

        assertThat(names(temporary)).containsExactlyInAnyOrder("printwire.db", "printwire.db.broken-20261124-101112");
        assertThat(warnings).singleElement().asString().contains("is damaged and was moved to "
                + temporary.resolve("printwire.db.broken-20261124-101112"));
    }

    @Test
    void a_second_broken_file_of_the_same_second_does_not_overwrite_the_first() throws Exception {
        for (int i = 0; i < 2; i++) {
            Path file = temporary.resolve("printwire.db");
            Files.writeString(file, "no database at all ".repeat(500));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T10:11:12Z")));
            open(temporary).close();
        }

        assertThat(names(temporary)).containsExactlyInAnyOrder("printwire.db",
                "printwire.db.broken-20261124-101112", "printwire.db.broken-20261124-101112-2");
    }

    @Test
    void damage_that_shows_only_later_does_not_stop_the_messages_to_come() throws Exception {
        try (SqliteOutbox outbox = open(temporary)) {
            for (int i = 0; i < 50; i++) {
                put(outbox, said("a", i));
            }
        }
        overwriteAllButTheTables(temporary.resolve("printwire.db"));

        try (SqliteOutbox outbox = open(temporary)) {
            put(outbox, said("a", 100));
            assertThat(drain(outbox, "a")).containsExactly("event-100");
        }

        assertThat(warnings).hasSize(1);
        assertThat(names(temporary)).anyMatch(name -> name.startsWith("printwire.db.broken-"));
    }

    @Test
    void a_place_where_nothing_can_be_kept_is_told_in_words_for_people() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> open(file)).isInstanceOf(OutboxException.class)
                .hasMessageStartingWith(file.resolve("printwire.db") + " cannot be used: ");
        Files.createDirectory(temporary.resolve("printwire.db"));
        assertThatThrownBy(() -> open(temporary)).isInstanceOf(OutboxException.class)
                .hasMessage(temporary.resolve("printwire.db")
                        + " cannot be opened: look whether its folder is there and may be written");
    }

    @Test
    void two_may_make_the_file_at_the_same_time() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path folder = temporary.resolve("round" + round);
            CyclicBarrier together = new CyclicBarrier(2);
            List<Throwable> failures = new ArrayList<>();
            Runnable opening = () -> {
                try {
                    together.await();
                    try (SqliteOutbox outbox = SqliteOutbox.open(folder, StorageSection.DEFAULTS, warning -> { })) {
                        put(outbox, said("a", 1));
                    }
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            };
            Thread other = new Thread(opening);
            other.start();
            opening.run();
            other.join();

            assertThat(failures).isEmpty();
            try (SqliteOutbox outbox = open(folder)) {
                assertThat(outbox.waiting("a")).isEqualTo(2);
            }
        }
        assertThat(warnings).isEmpty();
    }

    private SqliteOutbox open(Path folder) throws OutboxException {
        return SqliteOutbox.open(folder, StorageSection.DEFAULTS, warnings::add);
    }

    private static void overwriteAllButTheTables(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] rubbish = new byte[(int) channel.size() - AFTER_THE_SCHEMA];
            Arrays.fill(rubbish, (byte) 0x55);
            channel.write(ByteBuffer.wrap(rubbish), AFTER_THE_SCHEMA);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
