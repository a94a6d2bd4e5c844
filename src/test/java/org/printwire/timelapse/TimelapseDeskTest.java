package org.printwire.timelapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;
import org.printwire.config.TimelapseSection;
import org.printwire.config.TimelapseSection.Format;
import org.printwire.config.TimelapseSection.Mode;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.event.Event.FailReason;
import org.printwire.testing.VirtualTime;

@Timeout(60)
class TimelapseDeskTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path data;

    private final VirtualTime time = new VirtualTime();
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<Caption> captions = new CopyOnWriteArrayList<>();
    private CompletableFuture<Optional<Jpeg>> answer;
    private TimelapseSection section = section(Mode.LAYER, 1, 2000, true);

    @Test
    void a_picture_of_each_layer_becomes_a_film_with_a_poster() throws Exception {
        TimelapseDesk desk = begin();
        publish(desk, started());
        layers(desk, 1, 12);
        publish(desk, done());
        desk.finish(LONG);

        Timelapse timelapse = only();
        assertThat(timelapse.frames()).extracting(Frame::layer).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Event.TimelapseDone film = (Event.TimelapseDone) told.get(0);
        assertThat(film.frames()).isEqualTo(12);
        assertThat(gifFrames(Path.of(film.movie()))).isEqualTo(12);
        assertThat(new Jpeg(Files.readAllBytes(Path.of(film.poster()))).size()).contains(new Jpeg.Size(64, 48));
        assertThat(timelapse.notes().ended()).isEqualTo("done");
        assertThat(timelapse.notes().frames()).isEqualTo(12);
        assertThat(film.seconds()).isEqualTo(12 * 0.04);
    }

    @Test
    void after_a_crash_the_pictures_are_counted_on_and_none_is_lost_or_overwritten() throws Exception {
        TimelapseDesk first = begin();
        publish(first, started());
        layers(first, 1, 5);
        await().until(() -> only().frames().size() == 5);   // and then it dies
        byte[] before = Files.readAllBytes(only().frames().get(4).file());

        answer = CompletableFuture.completedFuture(Optional.of(jpeg(0x00FF00)));
        TimelapseDesk second = begin();
        layers(second, 5, 8);   // the last one is told again
        publish(second, done());
        second.finish(LONG);

        assertThat(only().frames()).extracting(Frame::layer).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(only().frames()).extracting(Frame::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Files.readAllBytes(only().frames().get(4).file())).isEqualTo(before);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_lost_printer_leaves_it_open_and_a_reset_ends_it() throws Exception {
        TimelapseDesk first = begin();
        publish(first, started());
        layers(first, 1, 3);
        publish(first, new Event.PrintFailed("cube.gcode", FailReason.CONNECTION_LOST, "gone", 1, 3));
        first.finish(LONG);
        assertThat(told).isEmpty();
        assertThat(only().notes().ended()).isEmpty();

        TimelapseDesk second = begin();
        layers(second, 4, 5);
        publish(second, new Event.PrintFailed("cube.gcode", FailReason.PRINTER_RESET, "reset", 1, 3));
        second.finish(LONG);
        assertThat(told).hasOnlyElementsOfType(Event.TimelapseDone.class).hasSize(1);
        assertThat(only().notes().ended()).isEqualTo("failed");
    }

    @Test
    void a_new_print_of_the_same_file_is_another_timelapse() throws Exception {
        for (int i = 0; i < 2; i++) {
            TimelapseDesk desk = begin();
            publish(desk, started());
            layers(desk, 1, 2);
            await().until(() -> captions.size() % 2 == 0 && !captions.isEmpty());
            desk.finish(LONG);
        }
        assertThat(Timelapse.all(data)).hasSize(2);
    }

    @Test
    void when_there_are_too_many_every_second_one_goes_and_it_is_said() throws Exception {
        section = section(Mode.LAYER, 1, 10, false);
        TimelapseDesk desk = begin();
        publish(desk, started());
        layers(desk, 1, 40);
        publish(desk, done());
        desk.finish(LONG);

        assertThat(only().frames()).extracting(Frame::number).containsExactly(0, 4, 8, 12, 16, 20, 24, 28, 32, 36);
        assertThat(warnings).hasSize(2).allSatisfy(text -> assertThat(text).contains("every second"));
        assertThat(told).isEmpty();
    }

    @Test
    void a_camera_that_gives_no_picture_is_a_failed_timelapse() throws Exception {
        answer = CompletableFuture.completedFuture(Optional.empty());
        TimelapseDesk desk = begin();
        publish(desk, started());
        layers(desk, 1, 3);
        publish(desk, done());
        desk.finish(LONG);

        assertThat(told).containsExactly(new Event.TimelapseFailed("cube.gcode", "the camera gave no picture"));
    }

    @Test
    void a_publisher_never_waits_for_a_camera_that_hangs_and_the_end_waits_for_its_picture() throws Exception {
        answer = new CompletableFuture<>();
        TimelapseDesk desk = begin();
        publish(desk, started());
        layers(desk, 1, 2);
        publish(desk, done());
        await().until(() -> captions.size() == 2);
        assertThat(told).isEmpty();
        answer.complete(Optional.of(jpeg(0xFF0000)));
        desk.finish(LONG);

        assertThat(told).hasOnlyElementsOfType(Event.TimelapseDone.class);
    }

    @Test
    void by_seconds_a_picture_is_taken_each_so_many_and_none_while_the_print_stands() throws Exception {
        section = section(Mode.SECONDS, 10, 2000, false);
        TimelapseDesk desk = begin();
        publish(desk, started());
        await().until(() -> time.nextTimerNanos() != Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(10));
        await().until(() -> captions.size() == 1 && time.nextTimerNanos() != Long.MAX_VALUE);
        publish(desk, new Event.PrintPaused(Event.Actor.USER, null));
        await().until(() -> {
            time.advance(Duration.ofSeconds(10));
            return time.nextTimerNanos() != Long.MAX_VALUE;
        });
        publish(desk, new Event.PrintResumed(Event.Actor.USER));
        publish(desk, done());
        desk.finish(LONG);

        assertThat(only().frames()).extracting(Frame::number).startsWith(0);
        assertThat(captions).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void old_ones_are_removed_when_another_begins() throws Exception {
        Timelapse.begin(data, new Notes("old.gcode", "/old.gcode", "", time.wall().minus(Duration.ofDays(31)), 25, 1, "", "done", "", 0, 0));
        TimelapseDesk desk = begin();
        publish(desk, started());
        layers(desk, 1, 1);
        desk.finish(LONG);

        assertThat(Timelapse.all(data)).extracting(each -> each.notes().file()).containsExactly("cube.gcode");
    }

    private TimelapseDesk begin() {
        TimelapseDesk desk = new TimelapseDesk(new TimelapseDesk.Plan(section, data, "cube.gcode", "/home/pi/cube.gcode", "5ba93c",
                time, (camera, caption, limit) -> {
            captions.add(caption);
            return answer == null ? CompletableFuture.completedFuture(Optional.of(jpeg(caption.layer() == null ? 0 : caption.layer())))
                    : answer;
        }, told::add, warnings::add));
        Thread thread = new Thread(desk::run, "timelapse-of-test");
        thread.setDaemon(true);
        thread.start();
        return desk;
    }

    private void layers(TimelapseDesk desk, int from, int to) {
        for (int layer = from; layer <= to; layer++) {
            publish(desk, new Event.LayerDone(layer, 99, layer / 5.0));
        }
    }

    private void publish(TimelapseDesk desk, Event event) {
        desk.accept(new Envelope(time.wall(), 1, "cube.gcode", event));
    }

    private Timelapse only() {
        List<Timelapse> all = Timelapse.all(data);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Event started() {
        return new Event.PrintStarted("cube.gcode", "/home/pi/cube.gcode", 1, 1, 99, 0);
    }

    private static Event done() {
        return new Event.PrintDone("cube.gcode", 1, 1, 0);
    }

    private static int gifFrames(Path gif) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        }
    }

    private static Jpeg jpeg(int color) {
        try {
            BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            image.setRGB(10, 10, color);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return new Jpeg(out.toByteArray());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static TimelapseSection section(Mode mode, double every, int maxFrames, boolean render) {
        return new TimelapseSection(mode, every, null, 25, List.of(), Duration.ZERO, 100_000_000, maxFrames, Duration.ofDays(30),
                true, Format.GIF, render);
    }
}
