package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.printwire.gcode.bgcode.BgcodeStream;

/**
 * For which printer a file was made, as far as it says. Read before the survey, which must know it, from the file's
 * beginning and end alone: slicers write their settings there.
 *
 * @param slicer its name; empty when it does not say
 * @param model  {@code MK3S}, {@code ENDER3}, {@code Creality Ender-3}: the slicer's printer_model, Cura's
 *               TARGET_MACHINE.NAME, or what M862.3 asks for
 * @param flavor in lower case: {@code marlin}, {@code marlin2}, {@code reprap}; Cura's {@code marlin} is another word for both
 * @param motion the slicer's limits by PrusaSlicer's names without {@code machine_max_}; mm/s and mm/s²
 */
public record MadeFor(String slicer, Optional<String> model, Optional<String> flavor, Map<String, Double> motion) {
    private static final int END_BYTES = 65_536;
    /** The pictures of binary G-code come before the settings. */
    private static final int BINARY_BYTES = 1 << 20;

    /** Nothing is known. */
    public static final MadeFor NOBODY = new MadeFor("", Optional.empty(), Optional.empty(), Map.of());

    public MadeFor {
        motion = Map.copyOf(motion);
    }

    /** What a file says. */
    public static MadeFor of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = GcodeFile.open(file)) {
            boolean binary = in instanceof BgcodeStream;
            head = in.readNBytes(binary ? BINARY_BYTES : END_BYTES);
            return of(head, binary ? new byte[0] : tail(file, head.length));
        }
    }

    private static byte[] tail(Path file, long from) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long begin = Math.max(from, channel.size() - END_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(END_BYTES, channel.size() - begin)));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full
            }
            return bytes.array();
        }
    }

    static MadeFor of(byte[] head, byte[] tail) {
        SlicerSettings settings = new SlicerSettings();
        SlicerMotion motion = new SlicerMotion();
        Optional<String> asked = Optional.empty();
        for (byte[] end : new byte[][] {head, tail}) {
            String text = new String(end, StandardCharsets.ISO_8859_1);
            for (String line : (Iterable<String>) text.lines()::iterator) {
                if (line.startsWith(";")) {
                    settings.comment(line.substring(1));
                    motion.comment(line.substring(1));
                } else if (line.startsWith("M862.3") && asked.isEmpty()) {
                    asked = FileDemands.quoted(line);
                }
            }
        }
        Optional<String> model = asked;
        return new MadeFor(settings.name(), settings.model().or(() -> model), motion.flavor(), motion.limits());
    }

    /** What the slicer states for X, Y, Z and E: {@code feedrate}, {@code acceleration} or {@code jerk}; all four or none. */
    public Optional<List<Double>> axes(String kind) {
        List<Double> axes = new ArrayList<>();
        for (char axis : new char[] {'x', 'y', 'z', 'e'}) {
            limit(kind + '_' + axis).ifPresent(axes::add);
        }
        return axes.size() == 4 ? Optional.of(axes) : Optional.empty();
    }

    /** What the slicer states under this name: {@code acceleration_travel}. */
    public OptionalDouble limit(String name) {
        Double value = motion.get(name);
        return value == null || value <= 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
