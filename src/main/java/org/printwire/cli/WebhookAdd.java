package org.printwire.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.printwire.config.ConfigEdit;
import org.printwire.config.ConfigException;
import org.printwire.config.WebhookProfile;
import org.printwire.config.WebhookProfiles;
import org.printwire.config.WebhookSection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code printwire webhook add}: writes a webhook for a service into the configuration. */
@Command(
        name = "add",
        description = {
            "Writes a webhook for a service into the configuration and leaves all else in it as it is.",
            "Any value may be env:NAME, file:PATH or credential:NAME; then the secret itself is in no file of printwire."
        },
        footer = {
            "",
            "Examples:",
            "  printwire webhook add --list",
            "  printwire webhook add slack --url env:SLACK_URL",
            "  printwire webhook add telegram --secret env:TELEGRAM_TOKEN --set chat_id=12345 --id phone"
        })
final class WebhookAdd implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "One that --list names.")
    private String service;

    @Option(names = "--list", description = "Show the services and what each needs.")
    private boolean list;

    @Option(names = "--id", paramLabel = "ID", description = "What to call it (default: the service's name).")
    private String id;

    @Option(names = "--url", paramLabel = "URL", description = "Where to.")
    private String url;

    @Option(names = "--secret", paramLabel = "SECRET", description = "The password or token that the service wants (apiSecret).")
    private String secret;

    @Option(names = "--device", paramLabel = "TEXT", description = "What tells this printer from your others (deviceIdentifier).")
    private String device;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "What else the service needs.")
    private Map<String, String> more = new LinkedHashMap<>();

    @Mixin
    private ConfigOption config;

    WebhookAdd(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws ConfigException, CommandFailure {
        WebhookProfiles profiles = new WebhookProfiles();
        if (list) {
            for (String name : profiles.names()) {
                show(profiles.load(name));
            }
            return ExitCode.DONE.number();
        }
        if (service == null) {
            throw new CommandFailure(ExitCode.BAD_USAGE, "say which service: one of " + String.join(", ", profiles.names()));
        }
        Map<String, Object> entry = profiles.load(service).entry(freeId(), given());
        Path target = config.target(surroundings);
        ConfigEdit.add(target, List.of(entry), surroundings.environment());
        surroundings.output().line("webhook " + entry.get("id") + " added to " + target + "; try it: printwire webhook test "
                + entry.get("id"));
        return ExitCode.DONE.number();
    }

    /** The user's own id, which must be free; or the service's name, with a number if there is one of it already. */
    private String freeId() throws ConfigException {
        if (id != null) {
            return id;
        }
        Set<String> taken = config.existing(surroundings).webhooks().stream().map(WebhookSection::id)
                .collect(Collectors.toSet());
        String free = service;
        for (int number = 2; taken.contains(free); number++) {
            free = service + "-" + number;
        }
        return free;
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "url", url);
        put(given, "apiSecret", secret);
        put(given, "deviceIdentifier", device);
        given.putAll(more);
        return given;
    }

    private static void put(Map<String, String> given, String key, String value) {
        if (value != null) {
            given.put(key, value);
        }
    }

    private void show(WebhookProfile profile) {
        surroundings.output().line(profile.name() + ": " + profile.title() + ". " + profile.about());
        profile.needs().forEach((key, about) -> surroundings.output().line("    " + option(key) + "  " + about));
    }

    private static String option(String key) {
        return switch (key) {
            case "url" -> "--url";
            case "apiSecret" -> "--secret";
            case "deviceIdentifier" -> "--device";
            default -> "--set " + key + "=...";
        };
    }
}
