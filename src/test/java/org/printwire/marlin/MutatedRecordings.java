package org.printwire.marlin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** What a bad wire makes of recorded lines: without end, the same for the same seed. */
final class MutatedRecordings {

    private static final List<byte[]> LINES = Transcript.all().stream().flatMap(each -> each.received().stream())
            .distinct().map(line -> (line + '\n').getBytes(StandardCharsets.ISO_8859_1)).toList();
    private static final int LONGEST_RUN = 12_000;

    private final SplittableRandom random;

    MutatedRecordings(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The bytes of about one line, its line end included if chance lets it stand. */
    byte[] next() {
        byte[] line = LINES.get(random.nextInt(LINES.size()));
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            line = mutated(line);
        }
        return line;
    }

    private byte[] mutated(byte[] line) {
        if (line.length == 0) {
            return line;
        }
        int at = random.nextInt(line.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length * 2);
        switch (random.nextInt(1000) == 0 ? 6 : random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = line.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                out.write(line, 0, at);
                out.write(line, at + 1, line.length - at - 1);
            }
            case 2 -> {
                out.write(line, 0, at);
                out.write(random.nextInt(256));
                out.write(line, at, line.length - at);
            }
            case 3 -> {
                int length = 1 + random.nextInt(line.length - at);
                out.write(line, 0, at + length);
                out.write(line, at, line.length - at);
            }
            case 4 -> {
                byte[] other = LINES.get(random.nextInt(LINES.size()));
                int from = random.nextInt(other.length);
                out.write(line, 0, at);
                out.write(other, from, other.length - from);
            }
            case 5 -> out.write(line, 0, at);
            default -> {
                out.write(line, 0, at);
                int run = random.nextInt(LONGEST_RUN);
                byte filler = line[at] == '\n' ? (byte) '0' : line[at];
                for (int i = 0; i < run; i++) {
                    out.write(filler);
                }
                out.write(line, at, line.length - at);
            }
        }
        return out.toByteArray();
    }
}
