package org.printwire.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.printwire.posix.VideoException;
import org.printwire.time.Time;

/**
 * A webcam on V4L2. Streams while a picture is taken, and for {@link V4l2Settings#keepOn} after; in between the device
 * is closed and costs nothing.
 *
 * <p>A camera that another program uses is waited for, and one that is unplugged is looked for again, where it now is:
 * for half the limit of the capture. A damaged frame is passed over.
 */
public final class V4l2Camera implements Camera {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int POLL_MILLIS = 100;
    private static final int MOST_STALE = 8;
    private static final int MOST_DAMAGED = 10;

    private final String name;
    private final V4l2Settings settings;
    private final V4l2Driver driver;
    private final Darkroom darkroom;
    private final Time time;
    private final BiFunction<String, Runnable, Thread> threads;
    private V4l2Webcam webcam;
    private V4l2Cameras.CameraNode last;
    private Time.Timer switchOff;

    /**
     * Opens nothing.
     *
     * @param threads makes the thread of that name, not started, that ends a stream which was kept on; a daemon
     */
    public V4l2Camera(String name, V4l2Settings settings, V4l2Driver driver, Darkroom darkroom, Time time,
            BiFunction<String, Runnable, Thread> threads) {
        this.name = name;
        this.settings = settings;
        this.driver = driver;
        this.darkroom = darkroom;
        this.time = time;
        this.threads = threads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Jpeg capture(Caption caption, Duration limit) throws CameraException {
        long start = time.nanos();
        long deadline = start + limit.toNanos() - Math.min(limit.toNanos() / 10, 300_000_000L);
        long patience = start + limit.toNanos() / 2;
        if (switchOff != null) {
            switchOff.cancel();
        }
        boolean lost = false;
        while (true) {
            try {
                Jpeg picture = picture(caption, deadline, limit);
                rest();
                return picture;
            } catch (CameraException e) {
                stop();
                if (!lost || time.nanos() - patience >= 0) {
                    throw e;
                }
            } catch (VideoException e) {
                String what = said(e);
                stop();
                lost |= e.reason() == VideoException.Reason.GONE;
                if (!lost && e.reason() != VideoException.Reason.BUSY || time.nanos() - patience >= 0) {
                    throw new CameraException(what, e);
                }
            } catch (RuntimeException e) {
                stop();
                throw e;
            }
            pause();
        }
    }

    private String said(VideoException e) {
        return last == null ? e.getMessage() : V4l2Fault.say(e, last.node().device(), driver.system());
    }

    private Jpeg picture(Caption caption, long deadline, Duration limit) throws VideoException, CameraException {
        Settling settling = null;
        if (webcam == null) {
            V4l2Webcam found = driver.device(settings, last);
            last = found.camera();
            found.start();
            webcam = found;
            settling = new Settling(time.nanos());
        } else {
            passOverStale();
        }
        CameraException damaged = null;
        for (int i = 0; i < MOST_DAMAGED; ) {
            Optional<RawFrame> frame = next(deadline);
            if (frame.isEmpty()) {
                break;
            }
            if (settling != null && !settling.settled(frame.get(), time.nanos())) {
                continue;
            }
            try {
                return darkroom.develop(frame.get(), caption);
            } catch (CameraException e) {
                damaged = e;
                i++;
            }
        }
        throw damaged != null ? damaged : new CameraException(
                last.node().device() + " gave no picture within " + limit.toMillis() + " ms");
    }

    /** Frames that have waited since the last picture, and the one that was begun before this was asked for. */
    private void passOverStale() throws VideoException {
        int passed = 0;
        while (passed < MOST_STALE && webcam.frame(0).isPresent()) {
            passed++;
        }
        webcam.frame(POLL_MILLIS);
    }

    /** Empty: the time is over. */
    private Optional<RawFrame> next(long deadline) throws VideoException, CameraException {
        while (time.nanos() - deadline < 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CameraException("the capture was broken off");
            }
            Optional<RawFrame> frame = webcam.frame(POLL_MILLIS);
            if (frame.isPresent()) {
                return frame;
            }
        }
        return Optional.empty();
    }

    private void pause() throws CameraException {
        CountDownLatch over = new CountDownLatch(1);
        Time.Timer timer = time.after(LOOK_AGAIN, over::countDown);
        try {
            over.await();
        } catch (InterruptedException e) {
            timer.cancel();
            Thread.currentThread().interrupt();
            throw new CameraException("the capture was broken off", e);
        }
    }

    /** The timer's thread must not wait for a device, so it has another do it. */
    private void rest() {
        if (settings.keepOn().isZero()) {
            stop();
        } else {
            switchOff = time.after(settings.keepOn(), () -> threads.apply("camera-off", this::switchOff).start());
        }
    }

    private synchronized void switchOff() {
        stop();
    }

    private void stop() {
        if (webcam != null) {
            webcam.close();
            webcam = null;
        }
    }
}
