package org.printwire.posix;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A video device that the system has, not opened.
 *
 * @param device as {@code /dev/video0}; the number may be another after the next plugging in
 * @param byId   the link of {@code /dev/v4l/by-id} that stays the same, which only USB devices have
 */
public record VideoNode(Path device, Optional<Path> byId) {
    private static final String NAME = "video";

    /** All there are, by their numbers. Capture devices and others. */
    public static List<VideoNode> all() {
        return all(Path.of("/dev"));
    }

    static List<VideoNode> all(Path dev) {
        List<Path> links = entries(dev.resolve("v4l/by-id"), "*");
        return entries(dev, NAME + "[0-9]*").stream()
                .filter(device -> number(device) >= 0)
                .sorted(Comparator.comparingInt(VideoNode::number))
                .map(device -> new VideoNode(device, links.stream().filter(link -> leads(link, device)).findFirst()))
                .toList();
    }

    private static List<Path> entries(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            // No such folder: nothing is plugged in.
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static boolean leads(Path link, Path device) {
        try {
            return link.toRealPath().equals(device.toRealPath());
        } catch (IOException e) {
            return false; // Unplugged since it was listed.
        }
    }

    private static int number(Path device) {
        String digits = device.getFileName().toString().substring(NAME.length());
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    }
}
