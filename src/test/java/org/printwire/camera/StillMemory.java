package org.printwire.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.printwire.config.CaptionPart;
import org.printwire.config.PictureSection;

/**
 * Makes the picture of a large still in little memory: {@code java -Xmx48m ... StillMemory FILE ROTATE [TIMES]}. Prints
 * how long it took, and the most memory that the process ever had (VmHWM).
 */
final class StillMemory {

    private StillMemory() {}

    public static void main(String[] arguments) throws IOException {
        byte[] still = Files.readAllBytes(Path.of(arguments[0]));
        JpegFit fit = new JpegFit(Orientation.of(false, false, Integer.parseInt(arguments[1])),
                new PictureSection(null, 1640, 1232, 75, List.of(CaptionPart.values())), ZoneId.of("UTC"));
        Caption caption = new Caption(Instant.EPOCH, "cube.gcode", 42, 12, 50, 2.4);
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            byte[] picture = fit.of(still, caption).bytes();
            System.out.printf(Locale.ROOT, "%s, %d bytes, of %d bytes in %d ms%n", JpegHeader.of(picture).orElseThrow(),
                    picture.length, still.length, (System.nanoTime() - start) / 1_000_000);
        }
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }
}
