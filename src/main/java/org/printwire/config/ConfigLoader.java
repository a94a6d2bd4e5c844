package org.printwire.config;

import java.nio.file.Path;
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

    private ConfigLoader() {}

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
     * @param name      of the file, for problems
     * @param directory where relative paths begin
     */
    static Configuration parse(String text, String name, Path directory, Map<String, String> environment)
            throws ConfigException {
        Problems problems = new Problems(name);
        Optional<YamlNode> root = YamlReader.yaml(text, problems);
        Configuration configuration = root.isEmpty()
                ? Configuration.defaults()
                : read(new Section(root.get(), "", problems), problems, new SecretReader(directory, environment),
                        new PrinterReader(directory, environment, new ProfileLoader()));
        problems.raise();
        return configuration;
    }

    private static Configuration read(Section root, Problems problems, SecretReader secrets, PrinterReader printers) {
        PrinterSection printer = printers.read(root.section("printer"));
        List<CameraSection> cameras = new CameraReader(secrets).read(root.sections("cameras"));
        List<String> names = cameras.stream().map(CameraSection::name).toList();
        List<WebhookSection> webhooks = new WebhookReader(secrets, new HeaderReader(secrets, problems), names)
                .read(root.sections("webhooks"));
        Section storage = root.section("storage");
        storage.notBuilt("retention", "30d");
        storage.notBuilt("maxBytes", "200MB");
        storage.finish();
        root.finish();
        return new Configuration(printer, cameras, webhooks, StorageSection.DEFAULTS);
    }
}
