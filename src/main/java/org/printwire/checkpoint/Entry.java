package org.printwire.checkpoint;

import java.time.Instant;
import java.util.Map;
import org.printwire.stream.Insertion;

/** One line of a {@link Journal}. */
public sealed interface Entry {

    /**
     * The job has begun. The first entry of every journal.
     *
     * @param at               when
     * @param file             absolute path
     * @param commands         of the file
     * @param sha1             of the file, in hexadecimal
     * @param port             what to open to find the printer again
     * @param profile          name of a built-in profile, or the path of the user's
     * @param maxLineBytes     as the profile had it: lines are cut to it
     * @param capabilities     as M115 told them
     * @param temperaturesInOk the printer answers M105 with an {@code ok} that carries temperatures
     * @param firstLine        line of the file that the job began with, from 1
     */
    record Begun(Instant at, String file, String name, long bytes, long commands, String sha1, String port, int baud, String profile,
            int maxLineBytes, String firmware, String machine, String uuid, Map<String, Boolean> capabilities,
            boolean temperaturesInOk, long firstLine) implements Entry {}

    /** A command of the host's own will go out under this number. */
    record Inserted(Insertion insertion) implements Entry {}

    /**
     * How far the printer was.
     *
     * @param number   of a line that it had taken
     * @param fileLine that line's place in the file, from 1
     * @param offset   bytes of the file up to its end
     * @param z        of the present layer, mm; null: none has begun
     * @param seconds  since the job began
     */
    record Mark(long number, long fileLine, long offset, Double z, double seconds) implements Entry {}

    /** The job stands still, or goes on again. */
    record Standing(boolean paused) implements Entry {}

    /**
     * The job is over, or is being ended.
     *
     * @param resumable the printer was left in the middle: it may still have the job
     * @param how       for people
     */
    record Ended(boolean resumable, String how) implements Entry {}
}
