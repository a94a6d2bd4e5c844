package org.printwire.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.printwire.gcode.GcodeWord;
import org.printwire.marlin.MeatPack;
import org.printwire.marlin.WireCode;
import org.printwire.stream.Park;
import org.printwire.stream.StreamSettings;
import org.printwire.stream.WindowPolicy;

/**
 * Says in a recording that a job begins, with those of its settings that the user, the machine or the talk with the
 * printer has decided, and not profile and firmware alone:
 *
 * <pre>
 * job, window 2/126
 * job, window 2/126, alone G81 M250.1, packed without blanks, kept
 * job, window 2/126, parks 500/1/12 G1 X0 Y200|G1 Z5
 * </pre>
 *
 * @param window in use
 * @param code   how lines become bytes, which decides how many of them may be on their way
 * @param keeps  the host's own commands wait until they are written down
 * @param park   where the head goes between the layers; in the note: milliseconds, layers, first layer, commands
 */
record JobNote(WindowPolicy window, WireCode code, boolean keeps, Park park) {

    private static final String ALONE = ", alone";
    private static final String PACKED = ", packed";
    private static final String TIGHT = " without blanks";
    private static final String KEPT = ", kept";
    private static final String PARKS = ", parks ";
    private static final Pattern WORDS = Pattern.compile("job, window ([1-9]\\d{0,8})/([1-9]\\d{0,9})"
            + "(?:" + ALONE + "((?: [GMT]\\d{1,5}(?:\\.\\d{1,3})?)+))?(" + PACKED + "(" + TIGHT + ")?)?(" + KEPT + ")?"
            + "(?:" + PARKS + "(\\d{1,5})/([1-9]\\d{0,5})/(\\d{1,12}) (.+))?");

    static String words(StreamSettings settings) {
        WindowPolicy window = settings.window();
        String alone = window.alone().stream().sorted().map(code -> ' ' + command(code)).collect(Collectors.joining());
        return "job, window " + window.lines() + "/" + window.bytes() + (alone.isEmpty() ? "" : ALONE + alone)
                + (settings.code() instanceof MeatPack packed ? PACKED + (packed.noSpaces() ? TIGHT : "") : "")
                + (settings.keeps() ? KEPT : "") + (settings.park().commands().isEmpty() ? "" : words(settings.park()));
    }

    private static String words(Park park) {
        return PARKS + park.dwell().toMillis() + "/" + park.every() + "/" + park.firstLayer() + " "
                + String.join("|", park.commands());
    }

    static Optional<JobNote> of(String words) {
        Matcher matcher = WORDS.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Set<Integer> alone = matcher.group(3) == null ? Set.of()
                : Stream.of(matcher.group(3).strip().split(" ")).map(GcodeWord::code).collect(Collectors.toSet());
        WindowPolicy window = new WindowPolicy(Integer.parseInt(matcher.group(1)),
                (int) Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(2))), alone);
        WireCode code = matcher.group(4) == null ? WireCode.PLAIN : new MeatPack(matcher.group(5) != null);
        return Optional.of(new JobNote(window, code, matcher.group(6) != null,
                matcher.group(7) == null ? Park.NONE : new Park(List.of(matcher.group(10).split("\\|")),
                        Duration.ofMillis(Long.parseLong(matcher.group(7))), Integer.parseInt(matcher.group(8)),
                        Long.parseLong(matcher.group(9)))));
    }

    /** The settings of the job, from those that profile and firmware give. */
    StreamSettings applied(StreamSettings settings) {
        StreamSettings job = settings.with(window).with(code).parking(park);
        return keeps ? job.keeping() : job;
    }

    /** As {@link GcodeWord#code(String)} reads it. */
    private static String command(int code) {
        int sub = code & 0xFF;
        return (char) (code >> 24) + Integer.toString(code >> 8 & 0xFFFF) + (sub == 0 ? "" : "." + sub);
    }
}
