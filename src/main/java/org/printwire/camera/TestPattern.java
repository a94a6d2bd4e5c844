package org.printwire.camera;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A camera for those who have none yet: 640 x 480, colour bars with time, job, percent and layer drawn on them. It says about
 * a delivery what a real picture would: when it was taken and of what.
 */
public final class TestPattern implements Camera {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int[] BARS =
            {0xFFFFFF, 0xC0C000, 0x00C0C0, 0x00C000, 0xC000C0, 0xC00000, 0x0000C0, 0x202020};
    private static final int BACKGROUND = 0x101828;
    private static final int INK = 0xF5F5F5;
    private static final int PROGRESS = 0xFA6831;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final String name;
    private final JpegFit fit;

    public TestPattern(String name) {
        this(name, JpegFit.NONE);
    }

    TestPattern(String name, JpegFit fit) {
        this.name = name;
        this.fit = fit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Jpeg capture(Caption caption, Duration limit) throws CameraException {
        return fit.of(draw(caption), caption);
    }

    static Pixels draw(Caption caption) {
        Pixels picture = new Pixels(WIDTH, HEIGHT);
        int barWidth = WIDTH / BARS.length;
        for (int bar = 0; bar < BARS.length; bar++) {
            picture.fill(bar * barWidth, 0, barWidth, HEIGHT, BARS[bar]);
        }
        picture.fill(0, 280, WIDTH, 200, BACKGROUND);
        PixelFont.draw(picture, 24, 304, 3, INK, TIME.format(caption.time()));
        PixelFont.draw(picture, 24, 348, 3, INK, caption.job() == null ? "NO JOB" : caption.job());
        PixelFont.draw(picture, 24, 392, 3, INK, caption.percent() + " %   " + caption.layerText());
        picture.fill(24, 440, WIDTH - 48, 16, 0x303848);
        picture.fill(24, 440, (WIDTH - 48) * Math.max(0, Math.min(100, caption.percent())) / 100, 16, PROGRESS);
        return picture;
    }
}
