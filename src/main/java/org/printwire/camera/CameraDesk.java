package org.printwire.camera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.printwire.time.Time;

/**
 * Takes pictures for those who may not wait. One capture at a time, on the thread {@code camera}, which starts with
 * the first request.
 *
 * <p>Guarantees: {@link #picture} returns at once, and its future ends within the limit, with a picture or without,
 * never exceptionally. A camera that hangs costs nobody more than that: while it hangs, every further request is
 * answered "no picture" at once. A failing camera is warned of once, then not again until it has worked in between.
 *
 * <p>Safe for use by several threads.
 */
public final class CameraDesk implements AutoCloseable {

    private static final String NONE = "";

    private final List<Camera> cameras;
    private final Time time;
    private final BiFunction<String, Runnable, Thread> threads;
    private final Consumer<String> warnings;
    private final Deque<Shot> waiting = new ArrayDeque<>();
    private final Set<String> failing = new HashSet<>();
    private Shot running;
    private boolean hanging;
    private Thread thread;
    private boolean closed;

    /**
     * @param cameras  the first one is the default
     * @param threads  makes the thread of that name, not started; a daemon, since a camera may hang for ever
     * @param warnings gets a sentence when a camera begins to fail
     */
    public CameraDesk(List<? extends Camera> cameras, Time time, BiFunction<String, Runnable, Thread> threads,
            Consumer<String> warnings) {
        this.cameras = List.copyOf(cameras);
        this.time = time;
        this.threads = threads;
        this.warnings = warnings;
    }

    /**
     * Asks for a picture of now.
     *
     * @param camera its name; null: the first one
     * @param limit  from the request to the picture
     * @return ends with empty where no picture could be had
     */
    public CompletableFuture<Optional<Jpeg>> picture(String camera, Caption caption, Duration limit) {
        Optional<Camera> chosen = cameras.stream()
                .filter(each -> camera == null || each.name().equals(camera)).findFirst();
        if (chosen.isEmpty()) {
            fail(camera == null ? NONE : camera, "there is no camera of that name");
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return ask(new Shot(chosen.get(), caption, limit));
    }

    private synchronized CompletableFuture<Optional<Jpeg>> ask(Shot shot) {
        if (closed || hanging) {
            shot.result.complete(Optional.empty());
            return shot.result;
        }
        shot.timer = time.after(shot.limit, () -> expire(shot));
        waiting.add(shot);
        if (thread == null) {
            thread = threads.apply("camera", this::work);
            thread.start();
        }
        notifyAll();
        return shot.result;
    }

    private void work() {
        for (Shot shot = next(); shot != null; shot = next()) {
            try {
                Jpeg picture = shot.camera.capture(shot.caption, shot.limit);
                if (shot.result.complete(Optional.of(picture))) {
                    recovered(shot.camera.name());
                }
            } catch (CameraException e) {
                fail(shot.camera.name(), e.getMessage());
            } catch (RuntimeException | LinkageError e) {   // a broken driver is no reason to lose the camera thread
                fail(shot.camera.name(), "its driver failed: " + e.getClass().getSimpleName());
            }
            finish(shot);
        }
    }

    private synchronized Shot next() {
        while (!closed && waiting.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                // only close() interrupts here, and then the loop ends
            }
        }
        running = closed ? null : waiting.poll();
        return running;
    }

    private synchronized void finish(Shot shot) {
        running = null;
        hanging = false;
        Thread.interrupted();   // if it was for this capture, it is over
        shot.timer.cancel();
        shot.result.complete(Optional.empty());
    }

    private void expire(Shot shot) {
        if (!shot.result.complete(Optional.empty())) {
            return;
        }
        synchronized (this) {
            waiting.remove(shot);
            if (running == shot) {
                hanging = true;
                thread.interrupt();
            }
        }
        fail(shot.camera.name(), "no picture within " + shot.limit.toSeconds() + " s");
    }

    private synchronized void recovered(String camera) {
        failing.remove(camera);
    }

    private void fail(String camera, String reason) {
        boolean first;
        synchronized (this) {
            first = failing.add(camera) && !closed;
        }
        if (first) {
            warnings.accept((camera.equals(NONE) ? "no camera is configured" : "camera " + camera + ": " + reason)
                    + "; messages go out without a picture");
        }
    }

    /** Nobody gets a picture any more; a capture that runs is interrupted, and not waited for. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(shot -> shot.result.complete(Optional.empty()));
        waiting.clear();
        if (running != null) {
            running.result.complete(Optional.empty());
        }
        if (thread != null) {
            thread.interrupt();
        }
        notifyAll();
    }

    /** One request. */
    private static final class Shot {
        final Camera camera;
        final Caption caption;
        final Duration limit;
        final CompletableFuture<Optional<Jpeg>> result = new CompletableFuture<>();
        Time.Timer timer;

        Shot(Camera camera, Caption caption, Duration limit) {
            this.camera = camera;
            this.caption = caption;
            this.limit = limit;
        }
    }
}
