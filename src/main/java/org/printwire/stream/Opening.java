package org.printwire.stream;

import java.util.List;

/**
 * What frames the lines of a file.
 *
 * @param first the host's own commands before them
 * @param last  and behind them, however the job ends, if the printer takes lines then
 * @param modes what lines of the file have set that are not printed this time
 */
public record Opening(List<String> first, List<String> last, Modes modes) {

    public Opening {
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    /** The file and nothing else. */
    public static Opening none() {
        return new Opening(List.of(), List.of(), new Modes());
    }
}
