package org.printwire.timelapse;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture on the disk. Its name says all: {@code frame-000041-layer-42.jpg}.
 *
 * @param number counting from 0, with gaps where a picture is missing
 * @param layer  that it shows; 0: not known
 */
record Frame(Path file, int number, int layer) {

    private static final Pattern NAME = Pattern.compile("frame-(\\d{6,9})(?:-layer-(\\d{1,9}))?\\.jpg");

    static Frame at(Path folder, int number, Integer layer) {
        String name = String.format(Locale.ROOT, "frame-%06d", number) + (layer == null ? "" : "-layer-" + layer) + ".jpg";
        return new Frame(folder.resolve(name), number, layer == null ? 0 : layer);
    }

    /** Empty: that file is no picture of ours. */
    static Optional<Frame> of(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(new Frame(file, Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)))) : Optional.empty();
    }
}
