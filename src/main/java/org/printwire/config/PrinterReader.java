package org.printwire.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code printer:}. */
final class PrinterReader {

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
        section.finish();
        return new PrinterSection(profile.orElse(null), port.orElse(null), baud.orElse(null),
                reconnect.orElse(PrinterSection.DEFAULTS.reconnect()), deadMan.orElse(null), meatPack, squeeze);
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
