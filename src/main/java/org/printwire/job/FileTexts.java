package org.printwire.job;

import java.util.Optional;
import org.printwire.event.Event;
import org.printwire.event.Event.NoticeSource;
import org.printwire.gcode.FileMessage;
import org.printwire.gcode.GcodeWord;
import org.printwire.gcode.ReadableText;

/** What a file says to people by way of the printer: M117 on its display, M118 on its line to the host. */
final class FileTexts {

    private static final int M117 = GcodeWord.code('M', 117);
    private static final int M118 = GcodeWord.code('M', 118);

    private FileTexts() {}

    /** The event that a line of the file is when it is taken, if it is one of these. */
    static Optional<Event> said(String line) {
        int code = GcodeWord.code(line);
        if (code == M117) {
            return line.length() > 5
                    ? Optional.of(new Event.Notice(NoticeSource.M117, ReadableText.of(line.substring(5).trim())))
                    : Optional.empty();
        }
        return code == M118 ? m118(line.substring(4).trim()) : Optional.empty();
    }

    /** Without its flags A, E and P. With E1 it comes back as an echo, which is told anyway. */
    private static Optional<Event> m118(String words) {
        String said = words;
        boolean echoed = false;
        while (said.matches("(?is)[AEP][0-9]( .*|$)")) {
            echoed |= said.regionMatches(true, 0, "E1", 0, 2);
            said = said.substring(2).trim();
        }
        Optional<FileMessage> message = FileMessage.of(said.startsWith("//") ? said.substring(2).trim() : said);
        if (message.isPresent()) {
            return Optional.of(new Event.MessageFired(message.get().name(), message.get().text()));
        }
        return echoed || said.isEmpty() ? Optional.empty()
                : Optional.of(new Event.Notice(NoticeSource.M118, ReadableText.of(said)));
    }
}
