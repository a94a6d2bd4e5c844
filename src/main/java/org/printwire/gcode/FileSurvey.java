package org.printwire.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The pass over a file that makes {@link FileFacts}. Used once. */
final class FileSurvey {
    static final int MOST_PAUSES = 10_000;
    private static final int MOST_OWN_COMMANDS = 10_000;
    static final int MOST_PROBLEMS = 100;
    private static final int MOST_TOOLS = 64;
    private static final int LONGEST_FRAME = LineLength.framedBytes("", Long.MAX_VALUE);
    private static final int M73 = GcodeWord.code('M', 73);
    private static final Set<Integer> PAUSES = Set.of(
            GcodeWord.code('M', 0), GcodeWord.code('M', 1), GcodeWord.code('M', 25), GcodeWord.code('M', 125),
            GcodeWord.code('M', 226), GcodeWord.code('M', 600), GcodeWord.code('M', 601));

    private final int maxLineBytes;
    private final SurveyListener listener;
    private final Deposit deposit = new Deposit();
    private final LayerTracker tracker;
    private final SlicerFigures figures = new SlicerFigures();
    private final SlicerSettings settings = new SlicerSettings();
    private final FileDemands demands = new FileDemands();
    private final CommandWords words = new CommandWords();
    private final SortedSet<Integer> tools = new TreeSet<>();
    private final List<FilePause> pauses = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private Optional<String> color = Optional.empty();
    private long commands;
    private long hostCommands;
    private long firstLayerIndex;
    private int layerMarks;
    private long m73;
    private long toolChanges;
    private OptionalLong firstM73 = OptionalLong.empty();
    private OptionalInt minutesByM73 = OptionalInt.empty();

    FileSurvey(SurveyPlan plan) {
        maxLineBytes = plan.maxLineBytes();
        listener = plan.listener();
        tracker = new LayerTracker(0, plan.distanceModeCoversE());
    }

    FileFacts read(InputStream in) throws IOException {
        try (GcodeReader reader = new GcodeReader(in, this::comment)) {
            lines(reader);
            demands.nulBytes(reader.nulBytes());
            FileAnalysis analysis = new FileAnalysis(Optional.empty(), OptionalLong.empty(), seconds(),
                    figures.filament(tools), deposit.all().area());
            return new FileFacts(reader.bytes(), reader.lines(), commands, hostCommands, layers(), firstLayerIndex,
                    firstM73, reader.nulBytes(), pauses, problems, analysis, printFigures());
        }
    }

    private void lines(GcodeReader reader) throws IOException {
        int shortEnough = maxLineBytes - LONGEST_FRAME;
        while (true) {
            if (reader.nextMove(words, shortEnough)) {
                move(commands++, reader.lines());
                continue;
            }
            if (!reader.step()) {
                return;
            }
            // Behind a comment a plain move may follow: one line at a time.
            GcodeLine line = reader.line();
            if (line != null && line.hostCommand()) {
                hostCommands++;
            } else if (line != null) {
                command(line);
            }
        }
    }

    private void move(long index, long fileLine) {
        if (tracker.move(index, words)) {
            demands.prints(fileLine);
        }
        deposit.move(tracker.head(), words);
        listener.move(index, words, tracker.head());
    }

    private void command(GcodeLine line) {
        commands++;
        checkLength(line);
        checkAsterisk(line);
        words.read(line.text());
        if (words.move()) {
            move(line.index(), line.fileLine());
        } else {
            tracker.follow(line.index(), words);
            deposit.command();
            listener.command(line.index(), words, tracker.head());
        }
        String text = line.text();
        char letter = text.charAt(0);
        if (letter == 'T' || letter == 't') {
            GcodeWord.intValue(text, 'T').stream().filter(tool -> tool >= 0 && tool < MOST_TOOLS).forEach(this::tool);
        }
        int code = words.code();
        demands.command(code, line);
        if (code == M73) {
            m73++;
            firstM73 = firstM73.isEmpty() ? OptionalLong.of(line.index()) : firstM73;
            minutesByM73 = minutesByM73.isEmpty() ? GcodeWord.intValue(text, 'R') : minutesByM73;
        } else if (PAUSES.contains(code) && pauses.size() < MOST_PAUSES) {
            pauses.add(new FilePause(text, line.fileLine(), line.index(), tracker.headZ(), color));
            color = Optional.empty();
        }
    }

    private void tool(int number) {
        toolChanges++;
        tools.add(number);
        deposit.extrusion().tool(number);
    }

    private PrintFigures printFigures() {
        List<ToolUse> uses = ToolUse.all(deposit.extrusion().millimetres(), figures.filament(tools), settings);
        return new PrintFigures(settings.name(), settings.version(), figures.seconds(), settings.silentSeconds(),
                settings.layerHeight(), settings.nozzle(), settings.model(), settings.materials(),
                deposit.objects().area(), uses, m73, toolChanges, demands.temperatures(), demands.model(),
                demands.nozzle(), demands.type(), demands.firmware(), demands.warnings());
    }

    private void checkLength(GcodeLine line) {
        if (line.text().length() + LONGEST_FRAME <= maxLineBytes) {
            return; // nearly all lines: whatever their number, they fit
        }
        // The host's own commands are numbered too, so the line may get a higher number than its place in the file.
        long number = line.index() + 1 + MOST_OWN_COMMANDS;
        if (problems.size() < MOST_PROBLEMS && LineLength.fit(line.text(), number, maxLineBytes).isEmpty()) {
            int length = LineLength.framedBytes(line.text(), number);
            String about = line.text().length() < LineScanner.KEPT_BYTES ? "" : "at least ";
            problems.add(new FileProblem(line.fileLine(), "line " + line.fileLine() + " is too long: " + about + length
                    + " bytes with its line number and checksum, and the printer takes " + maxLineBytes
                    + "; shorten the command that begins \"" + beginning(line.text()) + "\""));
        }
    }

    /** Firmware takes the first asterisk for the checksum's; in a mere message the host writes something else for it. */
    private void checkAsterisk(GcodeLine line) {
        String text = line.text();
        if (text.indexOf('*') >= 0 && problems.size() < MOST_PROBLEMS && !GcodeWord.is(text, 'M', 117)
                && !GcodeWord.is(text, 'M', 118)) {
            problems.add(new FileProblem(line.fileLine(), "line " + line.fileLine() + " has an asterisk, which the printer"
                    + " takes for the beginning of a checksum; remove it from the command that begins \""
                    + beginning(text) + "\""));
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), 24)).replaceAll("\\p{Cntrl}", "?");
    }

    private void comment(String text) {
        figures.comment(text);
        settings.comment(text);
        SlicerComment comment = SlicerComment.of(text);
        if (comment == SlicerComment.LAYER) {
            if (layerMarks++ == 0) {
                firstLayerIndex = commands;
                tracker.forget();
                deposit.objectsBegin();
            }
        }
        if (comment != SlicerComment.OTHER) {
            color = comment == SlicerComment.COLOR_CHANGE ? SlicerComment.color(text) : Optional.empty();
        }
    }

    private OptionalDouble seconds() {
        OptionalDouble stated = figures.seconds();
        return stated.isPresent() || minutesByM73.isEmpty() ? stated : OptionalDouble.of(minutesByM73.getAsInt() * 60.0);
    }

    private OptionalInt layers() {
        int layers = layerMarks > 0 ? layerMarks : tracker.layer();
        return layers > 0 ? OptionalInt.of(layers) : OptionalInt.empty();
    }
}
