package org.printwire.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.printwire.config.CropSection.Extent;

/** Reads {@code picture:} of a camera. */
final class PictureReader {

    /** So that a picture of the largest size takes no more than 64 MB. */
    private static final int MOST_SIDE = 4096;
    private static final int LEAST_SIDE = 16;
    private static final int LEAST_QUALITY = 10;
    private static final Pattern PIXELS = Pattern.compile("\\d{1,6}");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");

    private PictureReader() {}

    static PictureSection read(Section section) {
        PictureSection defaults = PictureSection.DEFAULTS;
        Optional<CropSection> crop = section.group("crop").map(PictureReader::crop);
        int maxWidth = section.integer("maxWidth", LEAST_SIDE, MOST_SIDE).orElse(defaults.maxWidth());
        int maxHeight = section.integer("maxHeight", LEAST_SIDE, MOST_SIDE).orElse(defaults.maxHeight());
        int quality = section.integer("quality", LEAST_QUALITY, 100).orElse(defaults.quality());
        List<CaptionPart> caption = section.texts("caption").map(texts -> caption(section, texts))
                .orElse(defaults.caption());
        section.finish();
        return new PictureSection(crop.orElse(null), maxWidth, maxHeight, quality, caption);
    }

    private static List<CaptionPart> caption(Section section, List<String> texts) {
        List<CaptionPart> parts = new ArrayList<>();
        for (String text : texts) {
            Optional<CaptionPart> part = Stream.of(CaptionPart.values())
                    .filter(each -> each.name().equalsIgnoreCase(text)).findFirst();
            part.ifPresentOrElse(parts::add, () -> section.problem("caption",
                    "does not know '" + Section.shortened(text) + "'", "write any of " + names()));
        }
        return List.copyOf(parts);
    }

    private static String names() {
        return String.join(", ",
                Stream.of(CaptionPart.values()).map(part -> part.name().toLowerCase(Locale.ROOT)).toList());
    }

    private static CropSection crop(Section section) {
        CropSection crop = new CropSection(extent(section, "left").orElse(Extent.NONE),
                extent(section, "top").orElse(Extent.NONE),
                extent(section, "width").orElse(null), extent(section, "height").orElse(null));
        check(section, "left", crop.left(), "width", crop.width());
        check(section, "top", crop.top(), "height", crop.height());
        section.finish();
        return crop;
    }

    /** What is wrong with any picture; the rest shows when one is taken. */
    private static void check(Section section, String startKey, Extent start, String lengthKey, Extent length) {
        if (length != null && length.amount() == 0) {
            section.problem(lengthKey, "leaves nothing of the picture", "write more than 0");
        } else if (start.percent() && start.amount() == 100) {
            section.problem(startKey, "leaves nothing of the picture", "write less than 100%");
        } else if (length != null && start.percent() && length.percent() && start.amount() + length.amount() > 100) {
            section.problem(lengthKey, "goes beyond the picture: " + start + " and " + length,
                    "write " + new Extent(100 - start.amount(), true) + " at most, or leave it out");
        }
    }

    private static Optional<Extent> extent(Section section, String key) {
        return section.text(key).flatMap(text -> {
            Matcher percent = PERCENT.matcher(text);
            if (PIXELS.matcher(text).matches()) {
                return Optional.of(new Extent(Integer.parseInt(text), false));
            } else if (percent.matches() && Double.parseDouble(percent.group(1)) <= 100) {
                return Optional.of(new Extent(Double.parseDouble(percent.group(1)), true));
            }
            section.problem(key, "must be pixels or percent, not '" + Section.shortened(text) + "'",
                    "write a whole number of pixels such as 120, or a share such as 12.5%");
            return Optional.empty();
        });
    }
}
