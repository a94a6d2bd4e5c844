package org.printwire.camera;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.printwire.config.CaptionPart;

/**
 * Writes into a picture what it shows: a dark bar over its lower edge with one line of capitals, as many pixels high
 * as suits its size. A name that is too long loses its middle.
 */
final class CaptionBar {

    private static final int BACKGROUND = 0x101010;
    private static final int INK = 0xF5F5F5;
    private static final int LETTER = 6;
    private static final int HEIGHT = 7;
    private static final String GAP = "  ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private CaptionBar() {}

    /** @param parts what is written, in this order; none: the picture stays as it is */
    static void draw(Pixels picture, List<CaptionPart> parts, Caption caption, ZoneId zone) {
        int size = Math.max(1, Math.min(picture.width() / 320, picture.height() / 240));
        String text = text(parts, caption, zone, (picture.width() / size - LETTER) / LETTER);
        if (text.isEmpty()) {
            return;
        }
        int top = picture.height() - (HEIGHT + LETTER) * size;
        picture.fill(0, top, picture.width(), picture.height() - top, BACKGROUND);
        PixelFont.draw(picture, LETTER / 2 * size, top + LETTER / 2 * size, size, INK, text);
    }

    /** @param letters as many as have room */
    static String text(List<CaptionPart> parts, Caption caption, ZoneId zone, int letters) {
        String full = joined(parts, caption, zone, caption.job());
        int over = full.length() - letters;
        return caption.job() == null || over <= 0 ? full
                : joined(parts, caption, zone, shortened(caption.job(), caption.job().length() - over));
    }

    private static String joined(List<CaptionPart> parts, Caption caption, ZoneId zone, String job) {
        return parts.stream().map(part -> text(part, caption, zone, job)).filter(Objects::nonNull)
                .collect(Collectors.joining(GAP));
    }

    private static String text(CaptionPart part, Caption caption, ZoneId zone, String job) {
        return switch (part) {
            case FILE -> job;
            case PERCENT -> job == null ? null : caption.percent() + " %";
            case LAYER -> caption.layer() == null ? null
                    : "layer " + caption.layer() + (caption.layers() == null ? "" : "/" + caption.layers());
            case Z -> caption.z() == null ? null : String.format(Locale.ROOT, "Z %.2f", caption.z());
            case TIME -> TIME.format(caption.time().atZone(zone));
        };
    }

    private static String shortened(String name, int letters) {
        int kept = Math.max(8, letters) - 2;
        return kept >= name.length() - 2 ? name
                : name.substring(0, kept - kept / 2) + ".." + name.substring(name.length() - kept / 2);
    }
}
