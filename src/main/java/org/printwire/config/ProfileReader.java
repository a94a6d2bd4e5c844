package org.printwire.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.printwire.config.PrinterProfile.Scripts;

/** Reads one printer profile. A key that is absent takes the value of a base profile, if there is one. */
final class ProfileReader {

    static final int LEAST_BAUD = 1_200;
    static final int MOST_BAUD = 4_000_000;
    /** More than any firmware has room for. */
    static final int MOST_LINES = 64;
    /** Number, checksum and a blank take up to 14 bytes of the firmware's line. */
    private static final int FRAME_BYTES = 14;

    private final Section section;
    private final PrinterProfile base;

    /** @param base null: every key must be there */
    ProfileReader(Section section, PrinterProfile base) {
        this.section = section;
        this.base = base;
    }

    PrinterProfile read(String name) {
        int maxLineBytes = known("maxLineBytes", section.integer("maxLineBytes", 40, 65_535),
                base == null ? 95 : base.maxLineBytes());
        Section scripts = section.section("scripts");
        Section bed = section.section("bed");
        PrinterProfile profile = new PrinterProfile(
                name,
                section.text("title").orElse(name),
                section.texts("match").orElse(List.of()),
                known("baud", section.integer("baud", LEAST_BAUD, MOST_BAUD), base == null ? 115_200 : base.baud()),
                maxLineBytes,
                known("receiveBytes", section.integer("receiveBytes", 16, 1_000_000),
                        base == null ? 126 : base.receiveBytes()),
                section.integer("window", 1, MOST_LINES).orElse(base == null ? 1 : base.window()),
                alone(),
                scripts(scripts, maxLineBytes),
                known("pausesItself", section.flag("pausesItself"), base != null && base.pausesItself()),
                section.text("keepAlive").orElse(base == null ? null : base.keepAlive()),
                known("answerLimit", duration("answerLimit"), base == null ? Duration.ZERO : base.answerLimit()),
                known("bootLimit", duration("bootLimit"), base == null ? Duration.ZERO : base.bootLimit()),
                millimetres(bed, "x", base == null ? 0 : base.bedX()),
                millimetres(bed, "y", base == null ? 0 : base.bedY()),
                millimetres(bed, "z", base == null ? 0 : base.bedZ()),
                known("tools", section.integer("tools", 1, 16), base == null ? 1 : base.tools()));
        bed.finish();
        section.finish();
        return profile;
    }

    private List<String> alone() {
        List<String> commands = section.texts("alone").orElse(base == null ? List.of() : base.alone());
        for (String command : commands) {
            if (!command.matches("[GMT][0-9]{1,4}(\\.[0-9]{1,2})?")) {
                section.problem("alone", "'" + Section.shortened(command) + "' is no command",
                        "write commands without parameters, as alone: [G34, M48]");
            }
        }
        return commands;
    }

    private Scripts scripts(Section scripts, int maxLineBytes) {
        Scripts inherited = base == null ? new Scripts(List.of(), List.of(), List.of()) : base.scripts();
        Scripts read = new Scripts(
                script(scripts, "pause", inherited.pause(), maxLineBytes),
                script(scripts, "resume", inherited.resume(), maxLineBytes),
                script(scripts, "cancel", inherited.cancel(), maxLineBytes));
        scripts.finish();
        return read;
    }

    private List<String> script(Section scripts, String key, List<String> inherited, int maxLineBytes) {
        List<String> commands = new ArrayList<>(known(scripts, key, scripts.texts(key), inherited));
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i).strip();
            commands.set(i, command);
            if (command.isEmpty() || command.contains("\n") || command.contains(";")) {
                scripts.problemAt(scripts.line(key), key + "[" + i + "]", "must be one G-code command",
                        "write each command as a list entry of its own, without comments");
            } else if (command.startsWith("{") && !Scripts.PLACEHOLDERS.contains(command)) {
                scripts.problemAt(scripts.line(key), key + "[" + i + "]", "there is no placeholder " + command,
                        "write one of " + String.join(", ", Scripts.PLACEHOLDERS));
            } else if (command.length() > maxLineBytes - FRAME_BYTES) {
                scripts.problemAt(scripts.line(key), key + "[" + i + "]", "is too long for the firmware",
                        "write at most " + (maxLineBytes - FRAME_BYTES) + " characters");
            }
        }
        return List.copyOf(commands);
    }

    private double millimetres(Section bed, String key, double inherited) {
        return known(bed, key, bed.decimal(key, 1, 10_000), inherited);
    }

    private Optional<Duration> duration(String key) {
        return section.text(key).flatMap(text -> {
            if (text.matches("[0-9]{1,6}s") && !text.matches("0+s")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1))));
            }
            section.problem(key, "must be whole seconds, not '" + Section.shortened(text) + "'",
                    "write " + key + ": 10s");
            return Optional.empty();
        });
    }

    private <T> T known(String key, Optional<T> value, T inherited) {
        return known(section, key, value, inherited);
    }

    private <T> T known(Section place, String key, Optional<T> value, T inherited) {
        if (base == null && place.node(key).isEmpty()) {
            place.problem(key, "is missing", "");
        }
        return value.orElse(inherited);
    }
}
