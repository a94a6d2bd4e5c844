package org.printwire.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.stream.Insertion;
import org.printwire.stream.Insertion.Purpose;

class JournalTest {

    private static final Entry.Begun BEGUN = new Entry.Begun(Instant.parse("2026-01-02T03:04:05Z"), "/prints/ä.gcode", "ä.gcode",
            1000, 90, "ab12", "/dev/ttyACM0", 115_200, "prusa-mk3s", 95, "Prusa-Firmware 3.14", "Prusa i3 MK3S", "",
            Map.of("AUTOREPORT_TEMP", true), true, 1);
    private static final Entry.Inserted PAUSE = new Entry.Inserted(new Insertion(7, "M601", Purpose.PAUSE));
    private static final Entry.Inserted RESUME = new Entry.Inserted(new Insertion(8, "M602", Purpose.RESUME));

    @TempDir
    Path data;

    private Journal journal;
    private final List<String> warnings = new ArrayList<>();
    private final List<Long> kept = new ArrayList<>();

    @BeforeEach
    void open() {
        journal = Journal.of(data, "/dev/ttyACM0");
    }

    @Test
    void what_was_written_is_read() throws IOException {
        write(BEGUN, new Entry.Mark(5, 9, 120, 0.2, 1.5), PAUSE);

        JobRecord job = journal.read().orElseThrow();
        assertThat(job.begun()).isEqualTo(BEGUN);
        assertThat(job.insertions()).containsExactly(PAUSE.insertion());
        assertThat(job.mark()).isEqualTo(new Entry.Mark(5, 9, 120, 0.2, 1.5));
        assertThat(job.paused()).isTrue();
        assertThat(job.orphaned()).isTrue();
        assertThat(kept).containsExactly(7L);
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_torn_last_line_never_was_and_more_can_be_added_behind_the_whole_ones() throws IOException {
        write(BEGUN, PAUSE, RESUME);
        byte[] whole = Files.readAllBytes(file());
        int last = whole.length - Files.readString(file(), StandardCharsets.ISO_8859_1).stripTrailing().lastIndexOf('\n') - 1;
        for (int cut = 1; cut <= last; cut++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
            assertThat(journal.read().orElseThrow().insertions()).as("cut by %d", cut).containsExactly(PAUSE.insertion());
            journal.repair();
            write(RESUME);
            assertThat(Files.readAllBytes(file())).as("cut by %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void damage_anywhere_else_makes_it_worthless() throws IOException {
        write(BEGUN, PAUSE, RESUME);
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("M601", "M600"));
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void a_new_job_takes_the_place_of_the_old_one() throws IOException {
        write(BEGUN, PAUSE);
        write(BEGUN);
        assertThat(journal.read().orElseThrow().insertions()).isEmpty();
        assertThat(Journal.all(data)).hasSize(1);
    }

    @Test
    void an_end_says_whether_the_printer_may_still_have_the_job_and_going_on_takes_it_back() throws IOException {
        write(BEGUN, new Entry.Ended(true, "gone"));
        assertThat(journal.read().orElseThrow().resumable()).isTrue();
        assertThat(journal.read().orElseThrow().orphaned()).isFalse();
        write(new Entry.Standing(false));
        assertThat(journal.read().orElseThrow().orphaned()).isTrue();
        journal.close("reset");
        assertThat(journal.read().orElseThrow().resumable()).isFalse();
    }

    @Test
    void a_disk_that_takes_nothing_leaves_no_journal_and_holds_up_nobody() throws IOException {
        write(BEGUN, PAUSE);
        Files.delete(file());
        Files.createDirectory(file());

        write(RESUME);

        assertThat(kept).containsExactly(7L, 8L);
        assertThat(warnings).hasSize(1).allMatch(text -> text.contains("the print cannot be resumed"));
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_line_fits_only_a_job_that_has_come_there() throws IOException {
        write(BEGUN);
        assertThat(journal.read().orElseThrow().fits(50)).as("nothing is known to be printed").isFalse();
        write(new Entry.Mark(60, 60, 700, 0.2, 9));
        JobRecord job = journal.read().orElseThrow();
        assertThat(List.of(20L, 60L, 90L)).allMatch(job::fits);
        assertThat(List.of(0L, 19L, 90L + 101)).noneMatch(job::fits);
    }

    private void write(Entry... entries) {
        JournalWriter writer = new JournalWriter(journal, kept::add, warnings::add);
        for (Entry entry : entries) {
            writer.write(entry);
        }
        writer.end();
        writer.run();
    }

    private Path file() {
        return Path.of(journal.toString());
    }
}
