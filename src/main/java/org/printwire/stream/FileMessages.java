package org.printwire.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.printwire.event.Event;
import org.printwire.gcode.FileMessage;
import org.printwire.gcode.GcodeLine;

/**
 * Messages that the file sends by {@code @webhook NAME text}: each is told when the printer has taken every line that
 * was sent before it.
 */
final class FileMessages {

    private record Waiting(long after, Event event) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Happenings due = new Happenings();

    /**
     * The file is there.
     *
     * @param line  the host command
     * @param words what stands behind its {@code @}
     * @param after number of the last line sent
     * @param taken number of the last line taken
     * @return what is to be told now
     */
    List<Event> reached(GcodeLine line, String words, long after, long taken) {
        Event event = FileMessage.of(words)
                .<Event>map(message -> new Event.MessageFired(message.name(), message.text()))
                .orElseGet(() -> new Event.Notice(Event.NoticeSource.WARNING, "line " + line.fileLine()
                        + " of the file sends no message: write @webhook, a name of letters, digits, dots,"
                        + " underscores or hyphens, and the text"));
        waiting.add(new Waiting(after, event));
        return taken(taken);
    }

    /** The printer has taken the line of this number. Returns what is to be told now. */
    List<Event> taken(long number) {
        while (!waiting.isEmpty() && waiting.peek().after() <= number) {
            due.add(waiting.remove().event());
        }
        return due.drain();
    }
}
