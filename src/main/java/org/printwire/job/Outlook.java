package org.printwire.job;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What is known of a print beside its file.
 *
 * @param warnMinutes so long before each colour change it is told, the most first; none: it is not told
 * @param average     seconds that earlier prints of the same content took on this kind of printer, without pauses and
 *                    with heating; empty: there was none, or it is not known yet. Asked again and again, at once answered
 */
public record Outlook(List<Integer> warnMinutes, Supplier<OptionalDouble> average) {

    /** Nothing is known. */
    public static final Outlook USUAL = new Outlook(List.of(5, 1), OptionalDouble::empty);

    public Outlook {
        warnMinutes = List.copyOf(warnMinutes);
    }
}
