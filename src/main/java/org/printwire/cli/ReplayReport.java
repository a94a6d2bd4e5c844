package org.printwire.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.printwire.event.EventName;
import org.printwire.json.Json;
import org.printwire.marlin.Reply;
import org.printwire.recording.Finding;
import org.printwire.recording.RecordedLine;
import org.printwire.recording.RecordedText;
import org.printwire.recording.RecordingHead;
import org.printwire.recording.ReplayTally;
import org.printwire.recording.Wire;

/** What a person, or a script, sees of a replay. */
final class ReplayReport {

    /** A noisy recording may have as many as it has lines; the count is told. */
    private static final int MOST_OBJECTS = 1000;

    private final Output output;
    private final String file;
    private final Optional<RecordingHead> head;
    private final boolean replies;
    private final boolean json;
    private final List<Map<String, Object>> notUnderstood = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Map<String, Object>> differences = new ArrayList<>();
    private long unknown;
    private RecordedLine last;
    /** 0: all of it was printed again. */
    private long onlyReadFrom;

    ReplayReport(Output output, String file, Optional<RecordingHead> head, boolean replies, boolean json) {
        this.output = output;
        this.file = file;
        this.head = head;
        this.replies = replies;
        this.json = json;
    }

    /** The recording holds all that decides what is sent. */
    boolean drives() {
        return head.isPresent() && head.get().kind() == RecordingHead.Kind.WHOLE;
    }

    void begin() {
        if (!json) {
            output.line(head.map(ReplayReport::origin).orElse("not made by printwire: only read, nothing is printed again"));
        }
    }

    private static String origin(RecordingHead head) {
        String made = "by printwire " + head.version() + ", begun " + head.began().truncatedTo(ChronoUnit.SECONDS);
        return head.kind() == RecordingHead.Kind.WHOLE ? made : made + ": the last lines before trouble, only read";
    }

    void say(long place, RecordedLine line, List<Finding> findings) {
        last = line;
        if (head.isPresent() && !drives() && line.kind() == RecordedLine.Kind.DONE && Wire.incident(line.text())) {
            text(place, line, "the host", line.text());
        }
        found(place, line, findings);
    }

    private void found(long place, RecordedLine line, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding instanceof Finding.Heard heard) {
                heard(place, line, heard);
            } else if (finding instanceof Finding.Tells tells) {
                Map<String, Object> object = object(place, line);
                object.put("event", EventName.wire(tells.event().getClass()));
                object.putAll(Json.fields(tells.event()));
                add(events, object);
                text(place, line, "event", tells.event().toString());
            } else if (finding instanceof Finding.Differs differs) {
                Map<String, Object> object = object(place, line);
                object.put("recorded", shown(differs.recorded()));
                object.put("replayed", shown(differs.replayed()));
                add(differences, object);
                text(place, line, "differs", "recorded " + quoted(differs.recorded()) + ", would send "
                        + quoted(differs.replayed()) + "; the rest is only read");
            } else if (finding instanceof Finding.OnlyRead only) {
                onlyReadFrom = place;
                text(place, line, "not printed again", only.why());
            }
        }
    }

    private void heard(long place, RecordedLine line, Finding.Heard heard) {
        if (!heard.understood()) {
            unknown++;
            Map<String, Object> object = object(place, line);
            object.put("text", heard.line());
            add(notUnderstood, object);
            text(place, line, "not understood", RecordedText.write(new RecordedLine(line.kind(), -1, heard.line())).substring(2));
        } else if (replies || !drives() && tells(heard.reply())) {
            String said = RecordedText.write(new RecordedLine(line.kind(), -1, heard.line())).substring(2);
            text(place, line, replies ? said : ReplyWords.of(ReplayTally.kind(heard.reply())), replies ? heard.reply().toString() : said);
        }
    }

    /** What somebody looks for who wants to know why a print has failed; a print that is done again tells its events. */
    private static boolean tells(Reply reply) {
        return reply instanceof Reply.Start || reply instanceof Reply.ReceiveLoss || reply instanceof Reply.PowerPanic
                || reply instanceof Reply.FanFault || reply instanceof Reply.Warning || reply instanceof Reply.Fault fault
                        && (fault.kind() == Reply.Fault.Kind.THERMAL || fault.kind() == Reply.Fault.Kind.HALTED);
    }

    void end(long place, List<Finding> findings, ReplayTally tally) {
        found(place, last, findings);
        if (json) {
            output.line(Json.object(object(tally)));
            return;
        }
        output.line(PlainText.count(tally.sent(), "line") + " to the printer, " + tally.received() + " from it"
                + tally.length().stream().mapToObj(nanos -> ", in " + seconds(nanos) + " s").findFirst().orElse(""));
        new TreeMap<>(tally.kinds()).forEach((kind, count) -> output.line("  " + ReplyWords.of(kind) + ": " + count));
        output.line(PlainText.count(tally.resends(), "resend") + ", " + PlainText.count(tally.errors(), "error") + ", "
                + unknown + " not understood");
        if (tally.longestSilence().isPresent()) {
            output.line("longest silence of the printer: " + seconds(tally.longestSilence().getAsLong()) + " s, at "
                    + seconds(tally.silenceFrom().orElse(0)) + " s");
        }
        if (tally.latency(0.5).isPresent()) {
            output.line("from a line to its ok: median " + millis(tally.latency(0.5)) + " ms, 99 % within "
                    + millis(tally.latency(0.99)) + " ms");
        }
        if (drives()) {
            output.line("replay: " + verdict());
        }
    }

    private String verdict() {
        if (!differences.isEmpty()) {
            return "differs, see above";
        }
        return onlyReadFrom == 0 ? "the same lines would be sent today"
                : "from line " + onlyReadFrom + " on only read, what was sent before would be sent today";
    }

    private Map<String, Object> object(ReplayTally tally) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file);
        object.put("madeByPrintwire", head.isPresent());
        object.put("replayed", drives());
        object.put("onlyReadFromLine", onlyReadFrom == 0 ? null : onlyReadFrom);
        object.put("linesSent", tally.sent());
        object.put("linesReceived", tally.received());
        object.put("replies", new TreeMap<>(tally.kinds()));
        object.put("resends", tally.resends());
        object.put("errors", tally.errors());
        object.put("seconds", number(tally.length(), 1e9));
        object.put("longestSilenceSeconds", number(tally.longestSilence(), 1e9));
        object.put("longestSilenceAt", number(tally.silenceFrom(), 1e9));
        object.put("okMedianMillis", number(tally.latency(0.5), 1e3));
        object.put("okP99Millis", number(tally.latency(0.99), 1e3));
        object.put("notUnderstoodCount", unknown);
        object.put("notUnderstood", notUnderstood);
        object.put("events", events);
        object.put("differences", differences);
        return object;
    }

    private static void add(List<Map<String, Object>> list, Map<String, Object> object) {
        if (list.size() < MOST_OBJECTS) {
            list.add(object);
        }
    }

    private static Map<String, Object> object(long place, RecordedLine line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("line", place);
        object.put("at", line.timed() ? line.nanos() / 1e9 : null);
        return object;
    }

    private void text(long place, RecordedLine line, String what, String words) {
        if (!json) {
            output.line("line " + place + (line.timed() ? " (" + seconds(line.nanos()) + " s)" : "") + ": " + what + ": "
                    + PlainText.harmless(words));
        }
    }

    private static String shown(String written) {
        return written == null ? null : RecordedText.write(RecordedLine.toPrinter(-1, written)).substring(2);
    }

    private static String quoted(String written) {
        return written == null ? "nothing" : "\"" + shown(written) + "\"";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
    }

    private static String millis(OptionalLong micros) {
        return String.format(Locale.ROOT, "%.3f", micros.orElse(0) / 1e3);
    }

    private static Double number(OptionalLong value, double unit) {
        return value.isPresent() ? value.getAsLong() / unit : null;
    }
}
