package org.printwire.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads config.yaml. docs/configuration.md lists the keys.
 *
 * <p>Either everything is right and a {@link Configuration} comes back, or a {@link ConfigException} holds every
 * problem there is, in the order of the lines. Only a text that is not YAML at all ends with its first problem.
 */
public final class ConfigLoader {

    /** A picture of a webhook and a few hundred messages fit. */
    private static final long LEAST_BYTES = 10_000_000;
    private static final long MOST_BYTES = 1_000_000_000_000L;

    private final Problems problems;
    private final Path directory;
    private final Map<String, String> environment;

    private ConfigLoader(Problems problems, Path directory, Map<String, String> environment) {
        this.problems = problems;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * The configuration that holds: of the file the user named ({@code null}: none), or of PRINTWIRE_CONFIG, or of the
     * default place; without any file the defaults. Jackson is loaded only if there is a file.
     */
    public static Configuration find(String option, Map<String, String> environment) throws ConfigException {
        Optional<Path> file = ConfigPath.find(option, environment);
        return file.isPresent() ? load(file.get(), environment) : Configuration.defaults();
    }

    /** The configuration in that file; an empty file gives the defaults. */
    public static Configuration load(Path file, Map<String, String> environment) throws ConfigException {
        Path directory = file.toAbsolutePath().getParent();
        return parse(UserFile.text(file), file.toString(), directory, environment);
    }

    /**
     * The configuration in that text.
     *
     * @param name      of the file, for problems
     * @param directory where relative paths begin
     */
    public static Configuration parse(String text, String name, Path directory, Map<String, String> environment)
            throws ConfigException {
        Problems problems = new Problems(name);
        Optional<YamlNode> root = YamlReader.yaml(text, problems);
        Configuration configuration = root.isEmpty()
                ? Configuration.defaults()
                : new ConfigLoader(problems, directory, environment).read(new Section(root.get(), "", problems));
        problems.raise();
        return configuration;
    }

    private Configuration read(Section root) {
        SecretReader secrets = new SecretReader(directory, environment);
        PrinterSection printer =
                new PrinterReader(directory, environment, new ProfileLoader()).read(root.section("printer"));
        List<CameraSection> cameras = new CameraReader(secrets).read(root.sections("cameras"));
        List<String> names = cameras.stream().map(CameraSection::name).toList();
        List<WebhookSection> webhooks =
                new WebhookReader(secrets, new TrustReader(directory, environment), names, problems)
                        .read(root.sections("webhooks"));
        DeliverySection delivery = delivery(root.section("delivery"));
        StorageSection storage = storage(root.section("storage"));
        TimelapseSection timelapse = new TimelapseReader(names).read(root.section("timelapse"));
        root.finish();
        return new Configuration(printer, cameras, webhooks, delivery, storage, timelapse);
    }

    private static DeliverySection delivery(Section section) {
        DeliverySection delivery = new DeliverySection(
                DurationText.read(section, "finish", Duration.ZERO, Duration.ofDays(1))
                        .orElse(DeliverySection.DEFAULTS.finish()));
        section.finish();
        return delivery;
    }

    private static StorageSection storage(Section section) {
        StorageSection storage = new StorageSection(
                DurationText.read(section, "retention", Duration.ofHours(1), Duration.ofDays(3650))
                        .orElse(StorageSection.DEFAULTS.retention()),
                SizeText.read(section, "maxBytes", LEAST_BYTES, MOST_BYTES).orElse(StorageSection.DEFAULTS.maxBytes()));
        section.finish();
        return storage;
    }
}
