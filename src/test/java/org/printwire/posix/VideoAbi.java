package org.printwire.posix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layouts of V4L2 as the C compiler of each ABI has them: what scripts/v4l2-abi.sh has printed (gcc 12, Linux 6.1). */
record VideoAbi(String name, Map<String, Long> values) {
    private static final Path TABLE = Path.of("src/test/resources/v4l2/abi.txt");

    static List<VideoAbi> all() {
        Map<String, Map<String, Long>> all = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(TABLE)) {
                String[] words = line.split(" ");
                all.computeIfAbsent(words[0], name -> new LinkedHashMap<>()).put(words[1], Long.decode(words[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.entrySet().stream().map(each -> new VideoAbi(each.getKey(), each.getValue())).toList();
    }

    static VideoAbi of(String name) {
        return all().stream().filter(abi -> abi.name.equals(name)).findFirst().orElseThrow();
    }

    /** A size, as {@code v4l2_buffer}, or an offset, as {@code v4l2_buffer.length}. */
    int at(String name) {
        return Math.toIntExact(values.get(name));
    }

    long request(String name) {
        return values.get("VIDIOC_" + name);
    }

    VideoLayout layout() {
        return switch (name) {
            case "armhf-time32" -> VideoLayout.BITS_32;
            case "armhf-time64" -> VideoLayout.BITS_32_TIME_64;
            default -> VideoLayout.BITS_64;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
