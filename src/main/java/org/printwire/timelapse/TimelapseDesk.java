package org.printwire.timelapse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.printwire.camera.Caption;
import org.printwire.camera.Jpeg;
import org.printwire.config.TimelapseSection;
import org.printwire.event.Envelope;
import org.printwire.event.Event;
import org.printwire.time.Time;

/**
 * Takes the pictures of one print and makes the film of them when it is over. Whoever publishes only puts the event into a
 * queue; all else happens on the thread {@code timelapse} ({@link #run}). A camera or a disk that fails costs pictures and
 * is told once, never more.
 *
 * <p>A print that another host has begun goes on in that one's pictures; one whose printer was lost in the middle stays open
 * for that.
 */
public final class TimelapseDesk implements Consumer<Envelope> {

    private static final Duration CAPTURE = Duration.ofSeconds(10);

    private final Plan plan;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Album album;
    private Trigger trigger;
    private int underWay;
    private boolean paused;
    private String ended;
    private Time.Timer timer;
    private boolean told;
    private boolean ending;

    /**
     * What it needs.
     *
     * @param data     the folder of the program's data
     * @param file     file name of what is printed
     * @param path     where it is
     * @param sha1     of its content; empty: not known
     * @param publish  tells everybody of the film
     * @param warnings hears of what is worth a line
     */
    public record Plan(TimelapseSection section, Path data, String file, String path, String sha1, Time time,
            Photographer photographer, Consumer<Event> publish, Consumer<String> warnings) {}

    public TimelapseDesk(Plan plan) {
        this.plan = plan;
    }

    @Override
    public void accept(Envelope envelope) {
        if (matters(envelope.event())) {
            work.add(() -> on(envelope));
        }
    }

    private static boolean matters(Event event) {
        return event instanceof Event.ProgressChanged || event instanceof Event.LayerChanged || event instanceof Event.LayerDone
                || event instanceof Event.PrintStarted || event instanceof Event.PrintPaused
                || event instanceof Event.PrintResumed || event instanceof Event.PrintDone
                || event instanceof Event.PrintCancelled || event instanceof Event.PrintFailed;
    }

    /** The body of its thread: works until the film is made, or there is nothing to make one of. */
    public void run() {
        try {
            while (over.getCount() > 0) {
                work.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    /** No event comes any more: returns when the film is made, or after the limit. */
    public void finish(Duration limit) {
        work.add(() -> {
            ending = true;
            settle();
        });
        try {
            over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void on(Envelope envelope) {
        if (ended != null) {
            return;
        }
        Event event = envelope.event();
        try {
            open(event, envelope.time());
        } catch (IOException e) {
            trouble("the pictures cannot be kept: " + e.getMessage());
            ended = "failed";
            settle();
            return;
        }
        paused = event instanceof Event.PrintPaused || paused && !(event instanceof Event.PrintResumed);
        trigger.on(envelope).ifPresent(this::shoot);
        if (event instanceof Event.PrintDone) {
            end("done");
        } else if (event instanceof Event.PrintCancelled) {
            end("cancelled");
        } else if (event instanceof Event.PrintFailed failed) {
            end(failed.reason().leavesPrinterInTheMiddle() ? "" : "failed");
        }
    }

    private void open(Event first, Instant now) throws IOException {
        if (album != null) {
            return;
        }
        TimelapseSection section = plan.section();
        Timelapse.forget(plan.data(), now, section.age());
        Optional<Timelapse> left = first instanceof Event.PrintStarted ? Optional.empty()
                : Timelapse.left(plan.data(), plan.path(), plan.sha1());
        String taken = section.mode().name().toLowerCase(Locale.ROOT) + " " + section.every();
        Timelapse timelapse = left.isPresent() ? left.get() : Timelapse.begin(plan.data(),
                new Notes(plan.file(), plan.path(), plan.sha1(), now, section.fps(), 1, taken, "", "", 0, 0));
        album = new Album(timelapse, section);
        trigger = new Trigger(section, album.lastLayer(), 0);
        if (trigger.bySeconds()) {
            tick();
        }
    }

    private void tick() {
        timer = plan.time().after(Duration.ofMillis((long) (plan.section().every() * 1000)), () -> work.add(() -> {
            if (ended == null) {
                if (!paused) {
                    shoot(trigger.caption(plan.time().wall()));
                }
                tick();
            }
        }));
    }

    private void shoot(Caption caption) {
        Optional<Integer> number = album.next();
        if (number.isPresent()) {
            underWay++;
            plan.photographer().picture(plan.section().camera(), caption, CAPTURE).whenComplete((picture, failure) ->
                    work.add(() -> taken(number.get(), caption, failure == null ? picture : Optional.empty())));
        }
    }

    private void taken(int number, Caption caption, Optional<Jpeg> picture) {
        underWay--;
        try {
            if (picture.isPresent()) {
                album.keep(number, caption.layer(), picture.get()).ifPresent(plan.warnings());
            }
        } catch (IOException e) {
            trouble("a picture is not kept: " + e.getMessage());
        }
        settle();
    }

    private void end(String how) {
        ended = how;
        if (timer != null) {
            timer.cancel();
        }
        settle();
    }

    /** The last picture is there: on to the film. */
    private void settle() {
        if (underWay > 0 || ended == null && !ending || over.getCount() == 0) {
            return;
        }
        try {
            if (album != null && ended != null && !ended.isEmpty()) {
                album.ended(ended);
                film();
            }
        } catch (IOException e) {
            trouble("it cannot be noted how the print ended: " + e.getMessage());
        } finally {
            over.countDown();
        }
    }

    private void film() {
        if (album.count() == 0) {
            plan.publish().accept(new Event.TimelapseFailed(plan.file(), "the camera gave no picture"));
        } else if (plan.section().render()) {
            String id = album.timelapse().id();
            plan.warnings().accept("timelapse: making a film of " + album.count() + " pictures; if this is broken off:"
                    + " printwire timelapse render " + id);
            try {
                Film film = new FilmMaker(plan.time()).make(album.timelapse(), plan.section().fps(), plan.section().format(),
                        plan.section().keepFrames());
                plan.publish().accept(new Event.TimelapseDone(plan.file(), film.movie().toString(), film.poster().toString(),
                        film.frames(), film.seconds()));
            } catch (FilmException e) {
                plan.publish().accept(new Event.TimelapseFailed(plan.file(), e.getMessage()));
            }
        }
    }

    private void trouble(String text) {
        if (!told) {
            told = true;
            plan.warnings().accept("timelapse: " + text);
        }
    }
}
