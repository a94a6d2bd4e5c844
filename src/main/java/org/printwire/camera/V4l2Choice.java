package org.printwire.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.printwire.config.PictureSection;
import org.printwire.posix.VideoFormat;
import org.printwire.posix.VideoSize;

/** The layout and the size of frames that are asked of a camera, in pixels. */
record V4l2Choice(PixelFormat format, int width, int height) {
    private static final int USUAL_WIDTH = 1280;
    private static final int USUAL_HEIGHT = 720;
    private static final Comparator<V4l2Choice> FORMAT = Comparator.comparing(V4l2Choice::format);

    /**
     * The one that fits best. With a size wanted: the nearest, and of several the cheapest layout. Without: the
     * cheapest layout, which is JPEG (a raw frame of this size comes five times a second over USB 2, not thirty),
     * in the largest size that need not be shrunk.
     *
     * @return empty: the camera has no layout that can be read here, or not the wanted one
     */
    static Optional<V4l2Choice> of(List<VideoFormat> offered, V4l2Settings wanted) {
        boolean free = wanted.width() == 0 && wanted.height() == 0;
        List<V4l2Choice> choices = new ArrayList<>();
        for (VideoFormat offer : offered) {
            PixelFormat.of(offer.code())
                    .filter(format -> wanted.format() == null || wanted.format() == format)
                    .ifPresent(format -> choices.addAll(of(format, offer.sizes(),
                            free ? USUAL_WIDTH : wanted.width(), free ? USUAL_HEIGHT : wanted.height())));
        }
        Comparator<V4l2Choice> order = free
                ? FORMAT.thenComparing(V4l2Choice::unshrunk)
                : Comparator.comparingInt((V4l2Choice choice) -> choice.farFrom(wanted)).thenComparing(FORMAT);
        return choices.stream().min(order);
    }

    /** Whether there is a layout that can be read here. */
    static boolean readable(List<VideoFormat> offered) {
        return offered.stream().anyMatch(format -> PixelFormat.of(format.code()).isPresent());
    }

    private static List<V4l2Choice> of(PixelFormat format, List<VideoSize> sizes, int width, int height) {
        if (sizes.isEmpty()) {
            return List.of(new V4l2Choice(format, width, height));
        }
        return sizes.stream().map(size -> new V4l2Choice(format, size.width(width), size.height(height))).toList();
    }

    /** Less is better: those that fit come first, the largest of them before all; then the smallest of the others. */
    private long unshrunk() {
        long area = (long) width * height;
        return width <= PictureSection.DEFAULTS.maxWidth() && height <= PictureSection.DEFAULTS.maxHeight() ? -area : area;
    }

    private int farFrom(V4l2Settings wanted) {
        return Math.abs(width - wanted.width()) + Math.abs(height - wanted.height());
    }
}
