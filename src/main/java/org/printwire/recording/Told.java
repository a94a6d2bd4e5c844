package org.printwire.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.gcode.GcodeLine;
import org.printwire.stream.Input;

/**
 * What a state machine was told beside the printer's lines, in words, so that a replay can tell it the same. The lines of
 * the file are only counted: they stand in what was sent.
 */
final class Told {

    private static final String FED = "fed ";
    private static final String LAST = " last";
    private static final String FILE_FAILED = "file failed: ";
    private static final String KEPT = "kept ";
    /** The input itself has a whole file in it: no replay follows. */
    static final String REJOIN = "rejoin";
    private static final Map<String, Input> PLAIN = Map.of(
            "tick", new Input.Tick(), "start", new Input.StartJob(Map.of()), "pause", new Input.Pause(),
            "resume", new Input.Resume(), "cancel", new Input.Cancel(), "emergency stop", new Input.EmergencyStop(),
            "port lost", new Input.PortLost(), "port back", new Input.PortBack());

    private Told() {}

    /** One line, or several for what the file brings: {@code fed 17}, {@code fed @pause}, {@code fed 239 last}. */
    static List<String> words(Input input) {
        if (input instanceof Input.Feed feed) {
            return fed(feed);
        }
        if (input instanceof Input.FileFailed failed) {
            return List.of(FILE_FAILED + failed.detail());
        }
        if (input instanceof Input.Kept kept) {
            return List.of(KEPT + kept.number());
        }
        if (input instanceof Input.Rejoin) {
            return List.of(REJOIN);
        }
        for (Map.Entry<String, Input> plain : PLAIN.entrySet()) {
            if (plain.getValue().getClass() == input.getClass()) {
                return List.of(plain.getKey());
            }
        }
        return List.of();
    }

    private static List<String> fed(Input.Feed feed) {
        List<String> words = new ArrayList<>();
        int count = 0;
        for (GcodeLine line : feed.lines()) {
            if (line.hostCommand()) {
                words.add(FED + count);
                words.add(FED + line.text());
                count = 0;
            } else {
                count++;
            }
        }
        words.add(FED + count + (feed.last() ? LAST : ""));
        return words;
    }

    /** The input that these words are, but for those of {@link FedLines} and {@link #REJOIN}; empty: they are none. */
    static Optional<Input> input(String words) {
        if (words.startsWith(FILE_FAILED)) {
            return Optional.of(new Input.FileFailed(words.substring(FILE_FAILED.length())));
        }
        if (words.matches(KEPT + "\\d{1,18}")) {
            return Optional.of(new Input.Kept(Long.parseLong(words.substring(KEPT.length()))));
        }
        return Optional.ofNullable(PLAIN.get(words));
    }

    /** What the file brought; null: these words are about something else. */
    static FedLines.Part part(String words) {
        if (words.startsWith(FED + "@")) {
            return new FedLines.Part(0, words.substring(FED.length()), false);
        }
        if (!words.matches(FED + "\\d{1,9}(" + LAST + ")?")) {
            return null;
        }
        boolean last = words.endsWith(LAST);
        String count = words.substring(FED.length(), words.length() - (last ? LAST.length() : 0));
        return new FedLines.Part(Integer.parseInt(count), null, last);
    }
}
