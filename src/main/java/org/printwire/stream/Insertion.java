package org.printwire.stream;

/**
 * A command of the host's own among the numbered lines of a job. The numbers of all other lines follow from the file: so a
 * list of insertions is all that is needed to know, after the host has died, which line of the file a number stands for.
 *
 * @param number  its line number
 * @param text    the command, without number and checksum
 * @param purpose what it is part of
 */
public record Insertion(long number, String text, Purpose purpose) {

    /** After the last command of a pause the job stands still, after the last of a resume it goes on. */
    public enum Purpose { PAUSE, RESUME, OTHER }
}
