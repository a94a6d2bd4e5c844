package org.printwire.timelapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.config.TimelapseSection;

/**
 * Keeps the pictures of one print within its bounds: when there are too many, or too many bytes, every second one is removed,
 * and from then on only every second one is wanted. So the film always shows the whole print, in even steps. No picture is
 * ever overwritten. One thread.
 */
final class Album {

    /** This much of the disk is left to others. */
    static final long SPARE_BYTES = 100_000_000;

    private final TimelapseSection section;
    private final List<Frame> frames;
    private Timelapse timelapse;
    private long bytes;
    private int next;

    Album(Timelapse timelapse, TimelapseSection section) throws IOException {
        this.timelapse = timelapse;
        this.section = section;
        this.frames = new ArrayList<>(timelapse.frames());
        this.next = frames.isEmpty() ? 0 : frames.get(frames.size() - 1).number() + 1;
        for (Frame frame : frames) {
            bytes += Files.size(frame.file());
        }
    }

    /** The number of the next picture; empty: it is one of those that are left out. */
    Optional<Integer> next() {
        int number = next++;
        return number % timelapse.notes().stride() == 0 ? Optional.of(number) : Optional.empty();
    }

    /**
     * Keeps a picture.
     *
     * @return what is to be said of it; empty: nothing
     * @throws IOException the disk does not take it
     */
    Optional<String> keep(int number, Integer layer, Jpeg picture) throws IOException {
        if (number % timelapse.notes().stride() != 0) {
            return Optional.empty();
        }
        if (Files.getFileStore(timelapse.folder()).getUsableSpace() < SPARE_BYTES) {
            throw new IOException("the disk is almost full");
        }
        Frame frame = Frame.at(timelapse.folder(), number, layer);
        Path part = timelapse.folder().resolve("frame.part");
        Files.write(part, picture.bytes());
        Files.move(part, frame.file(), StandardCopyOption.ATOMIC_MOVE);
        frames.add(frame);
        bytes += picture.bytes().length;
        return frames.size() > section.maxFrames() || bytes > section.maxBytes() ? Optional.of(thin()) : Optional.empty();
    }

    private String thin() throws IOException {
        int stride = timelapse.notes().stride() * 2;
        timelapse = timelapse.with(timelapse.notes().withStride(stride));
        for (Frame frame : List.copyOf(frames)) {
            if (frame.number() % stride != 0) {
                bytes -= Files.size(frame.file());
                Files.delete(frame.file());
                frames.remove(frame);
            }
        }
        return "timelapse: there are as many pictures as may be kept (timelapse.maxFrames, timelapse.maxBytes), so every second"
                + " one was removed; from now on only one of " + stride + " is taken";
    }

    /** The print has ended. */
    void ended(String how) throws IOException {
        timelapse = timelapse.with(timelapse.notes().endedBy(how));
    }

    Timelapse timelapse() {
        return timelapse;
    }

    int count() {
        return frames.size();
    }

    /** Of the last picture; 0: not known. */
    int lastLayer() {
        return frames.isEmpty() ? 0 : frames.get(frames.size() - 1).layer();
    }
}
