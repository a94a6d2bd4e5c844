package org.printwire.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code printer:}. */
final class PrinterReader {

    private static final int MOST_WARN_MINUTES = 24 * 60;

    private final Path directory;
    private final Map<String, String> environment;
    private final ProfileLoader profiles;

    PrinterReader(Path directory, Map<String, String> environment, ProfileLoader profiles) {
        this.directory = directory;
        this.environment = environment;
        this.profiles = profiles;
    }

    PrinterSection read(Section section) {
        Optional<String> profile = section.text("profile").flatMap(written -> profile(section, written));
        Optional<String> port = section.text("port");
        Optional<Integer> baud = section.integer("baud", ProfileReader.LEAST_BAUD, ProfileReader.MOST_BAUD);
        Optional<Duration> reconnect = DurationText.read(section, "reconnect", Duration.ZERO, Duration.ofDays(1));
        Optional<Duration> deadMan = DurationText.read(section, "deadMan", Duration.ofMinutes(1), Duration.ofHours(12));
        PackingChoice meatPack = (section.isFlag("meatPack")
                ? section.flag("meatPack").map(on -> on ? PackingChoice.ON : PackingChoice.OFF)
                : section.choice("meatPack", PackingChoice.class, "auto", "on", "off"))
                .orElse(PrinterSection.DEFAULTS.meatPack());
        boolean squeeze = section.flag("squeeze").orElse(PrinterSection.DEFAULTS.squeeze());
        List<Integer> warnMinutes = section.texts("warnMinutes")
                .map(written -> minutes(section, written)).orElse(PrinterSection.DEFAULTS.warnMinutes());
        section.finish();
        return new PrinterSection(profile.orElse(null), port.orElse(null), baud.orElse(null),
                reconnect.orElse(PrinterSection.DEFAULTS.reconnect()), deadMan.orElse(null), meatPack, squeeze, warnMinutes);
    }

    /** The most first, each once. */
    private static List<Integer> minutes(Section section, List<String> written) {
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).matches("[1-9]\\d{0,3}") || Integer.parseInt(written.get(i)) > MOST_WARN_MINUTES) {
                section.problem("warnMinutes", "must hold whole minutes from 1 to " + MOST_WARN_MINUTES + ", not "
                        + Section.shortened(written.get(i)), "write warnMinutes: [5, 1]");
                return PrinterSection.DEFAULTS.warnMinutes();
            }
        }
        return written.stream().map(Integer::valueOf).distinct().sorted(Comparator.reverseOrder()).toList();
    }

    private Optional<String> profile(Section section, String written) {
        if (ProfileLoader.isPath(written)) {
            Path path = UserPath.of(written, directory, environment);
            if (!Files.isReadable(path)) {
                section.problem("profile", "the file " + written + " cannot be read",
                        "write the path of a profile, or one of " + String.join(", ", profiles.names()));
            }
            return Optional.of(path.toString());
        }
        List<String> names = profiles.names();
        if (!names.contains(written)) {
            section.problem("profile", "there is no profile '" + Section.shortened(written) + "'",
                    "write one of " + String.join(", ", names) + ", or the path of your own");
        }
        return Optional.of(written);
    }
}
