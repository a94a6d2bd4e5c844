package org.printwire.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.printwire.gcode.GcodeLine;
import org.printwire.marlin.Frame;
import org.printwire.marlin.WireCode;
import org.printwire.recording.RecordedLine;
import org.printwire.stream.Action;
import org.printwire.stream.Input;

class LineRingTest {

    private final LineRing ring = new LineRing(8, 1000);

    @Test
    void lines_both_ways_and_what_was_done_come_out_in_order_with_times_from_the_begin() {
        Frame frame = Frame.numbered(3, "G28");
        ring.note("connect, 20000 ms", 1000);
        ring.sent(new Action.Send(frame, WireCode.PLAIN.encode(frame, true), true, false), 3000);
        ring.received("ok", 5000);
        ring.told(new Input.Pause(), 6000);

        assertThat(ring.lines()).containsExactly(RecordedLine.done(0, "connect, 20000 ms"),
                RecordedLine.toPrinter(2000, "\nN3 G28*26\n".replace("*26", "*" + checksum("N3 G28"))),
                RecordedLine.fromPrinter(4000, "ok"), RecordedLine.done(5000, "pause"));
    }

    @Test
    void what_the_file_brings_is_counted_and_its_instructions_to_the_host_are_told() {
        ring.told(new Input.Feed(List.of(line("G28"), line("@pause"), line("G1"), line("G1")), true), 1000);

        assertThat(ring.lines().stream().map(RecordedLine::text)).containsExactly("fed 1", "fed @pause", "fed 2 last");
    }

    @Test
    void it_holds_the_last_ones() {
        for (int i = 0; i < 20; i++) {
            ring.received("line " + i, 2000);
        }

        assertThat(ring.lines().stream().map(RecordedLine::text))
                .containsExactly("line 13", "line 14", "line 15", "line 16", "line 17", "line 18", "line 19");
    }

    @Test
    void a_reader_goes_on_where_it_was_and_hears_how_many_it_has_missed() {
        ring.received("a", 2000);
        LineRing.Excerpt first = ring.since(0);
        ring.received("b", 2000);
        LineRing.Excerpt second = ring.since(first.next());
        for (int i = 0; i < 10; i++) {
            ring.received("line " + i, 2000);
        }

        assertThat(first.lines()).extracting(RecordedLine::text).containsExactly("a");
        assertThat(second.lines()).extracting(RecordedLine::text).containsExactly("b");
        assertThat(second.lost()).isZero();
        assertThat(ring.since(second.next()).lost()).isEqualTo(3);
    }

    @Test
    void a_reader_beside_a_busy_writer_never_sees_lines_out_of_order() throws InterruptedException {
        LineRing small = new LineRing(16, 0);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 300_000; i++) {
                small.received(String.valueOf(i), i);
            }
        });
        List<String> wrong = new ArrayList<>();
        writer.start();
        do {
            long before = -1;
            for (RecordedLine line : small.lines()) {
                long number = Long.parseLong(line.text());
                if (number != line.nanos() || before >= 0 && number != before + 1) {
                    wrong.add(before + " then " + line);
                }
                before = number;
            }
        } while (writer.isAlive());
        writer.join();

        assertThat(wrong).isEmpty();
    }

    private static int checksum(String text) {
        return text.chars().reduce(0, (sum, letter) -> sum ^ letter);
    }

    private static GcodeLine line(String text) {
        return new GcodeLine(0, 1, 1, text);
    }
}
