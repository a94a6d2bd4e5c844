package org.printwire.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Lines of recordings as a bad wire delivers them, in pieces of any size, through {@link LineAssembler} and
 * {@link ReplyParser}: 200,000, or as many as {@code -Dprintwire.fuzz} says (scripts/fuzz.sh: ten million). With
 * {@code -Dprintwire.seed=N} other ones.
 */
class ReplyParserFuzzTest {

    private static final long LINES = Long.getLong("printwire.fuzz", 200_000);
    private static final long SEED = Long.getLong("printwire.seed", 1);
    private static final int REPORT_EVERY = 1_000_000;

    private final LineAssembler assembler = new LineAssembler();
    private final SplittableRandom random = new SplittableRandom(SEED * 31);
    private long lines;
    private long bytes;
    private long understood;

    @Test
    void no_line_of_a_damaged_recording_makes_it_throw_or_mean_two_things_or_grow() {
        MutatedRecordings wire = new MutatedRecordings(SEED);
        List<String> heard = new ArrayList<>();
        long begun = System.nanoTime();
        while (lines < LINES) {
            byte[] chunk = wire.next();
            long ends = ends(chunk);
            deliver(chunk, heard);
            if (heard.size() != ends) {
                throw new AssertionError("seed " + SEED + ": " + heard.size() + " lines of " + ends + " line ends");
            }
            heard.forEach(this::parse);
            long before = lines;
            lines += heard.size();
            heard.clear();
            if (before / REPORT_EVERY != lines / REPORT_EVERY) {
                System.out.printf("fuzz: %d lines, %d MB used%n", lines, used());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("fuzz: %d lines, %d bytes, %d understood, %.0f lines/s, %d MB used%n", lines, bytes, understood,
                lines / seconds, used());
        assertThat(understood).as("the damage leaves enough to be understood").isGreaterThan(LINES / 4);
    }

    /** In pieces as a port may split them. */
    private void deliver(byte[] chunk, List<String> heard) {
        int at = 0;
        while (at < chunk.length) {
            int length = Math.min(chunk.length - at, 1 + random.nextInt(64));
            byte[] piece = new byte[length];
            System.arraycopy(chunk, at, piece, 0, length);
            assembler.add(piece, length, heard::add);
            at += length;
        }
        bytes += chunk.length;
    }

    private void parse(String line) {
        try {
            if (line.length() > LineAssembler.LONGEST_BYTES) {
                throw new AssertionError("longer than any line may be: " + line.length());
            }
            Reply reply = ReplyParser.parse(line);
            if (reply == null || !reply.equals(ReplyParser.parse(line))) {
                throw new AssertionError("not one meaning: " + reply);
            }
            if (reply.toString().length() > 40 * (line.length() + 10)) {
                throw new AssertionError("its meaning is far longer than the line: " + reply.toString().length());
            }
            understood += reply instanceof Reply.Other ? 0 : 1;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + SEED + ", line " + lines + ": \"" + line + "\"", e);
        }
    }

    private static long ends(byte[] chunk) {
        long ends = 0;
        for (byte each : chunk) {
            ends += each == '\n' ? 1 : 0;
        }
        return ends;
    }

    private static long used() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
