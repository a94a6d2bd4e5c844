package org.printwire.config;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * {@code quietHours:} of a webhook.
 *
 * @param from   the first quiet moment of the day
 * @param to     the first moment after it; before {@code from}: on the next day
 * @param except names of events that are told all the same
 * @param zone   whose time of day; the machine's unless the user names one
 */
public record QuietHours(LocalTime from, LocalTime to, Set<String> except, ZoneId zone) {

    /** It is quiet at that time of day. */
    public boolean at(LocalTime now) {
        boolean afterFrom = !now.isBefore(from);
        boolean beforeTo = now.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
