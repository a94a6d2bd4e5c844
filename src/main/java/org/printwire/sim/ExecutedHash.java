package org.printwire.sim;

import java.util.HexFormat;
import java.util.Set;

/**
 * FNV-1a 64 over commands in the order of their execution, a newline after each, without line numbers, checksums and
 * blanks at the ends. Two prints of the same file have the same hash only if no command was lost, doubled or moved.
 *
 * <p>Left out is what a host sends of its own accord: {@value #HOUSEKEEPING}. The independent emulator computes the
 * same with {@code --skip} and this list. Not thread-safe.
 */
public final class ExecutedHash {
    /** Commands that do not count. M601 and M603 do: a file may hold them. */
    public static final String HOUSEKEEPING = "M105,M110,M115,M155,M114,M20,M21,M27,M602,M400,M79,M113";

    private static final Set<String> SKIPPED = Set.of(HOUSEKEEPING.split(","));
    private static final long PRIME = 0x100000001b3L;

    private long value = 0xcbf29ce484222325L;
    private long count;

    /** What the hash must be after {@code commands} (a file's, without comments) were printed. */
    public static ExecutedHash of(Iterable<String> commands) {
        ExecutedHash hash = new ExecutedHash();
        for (String command : commands) {
            hash.add(command);
        }
        return hash;
    }

    /** Whether a command is left out of the hash. */
    public static boolean housekeeping(String command) {
        int end = 0;
        while (end < command.length() && command.charAt(end) != ' ' && command.charAt(end) != '\t') {
            end++;
        }
        return end <= 4 && SKIPPED.contains(command.substring(0, end));
    }

    /** Adds a command unless it is housekeeping. */
    public void add(String command) {
        if (housekeeping(command)) {
            return;
        }
        long hash = value;
        for (int i = 0; i < command.length(); i++) {
            hash = (hash ^ (command.charAt(i) & 0xff)) * PRIME;
        }
        value = (hash ^ '\n') * PRIME;
        count++;
    }

    public long value() {
        return value;
    }

    /** Commands that counted. */
    public long count() {
        return count;
    }

    /** The hash as 16 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().toHexDigits(value);
    }

    ExecutedHash copy() {
        ExecutedHash copy = new ExecutedHash();
        copy.value = value;
        copy.count = count;
        return copy;
    }
}
