package org.printwire.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.printwire.config.ConfigLoader;
import org.printwire.config.Configuration;
import org.printwire.serial.PortException;
import org.printwire.store.SqliteOutbox;
import org.printwire.time.SystemTime;
import org.printwire.webhook.Delivery;
import org.printwire.webhook.Rehearsal;
import org.printwire.webhook.Situation;
import org.printwire.webhook.Webhook;

/** The commands of webhooks as a user types them, in a home folder: the real clock, real files, real HTTP. */
final class WebhookCommand {

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private RecordedOutput recorded = new RecordedOutput();
    private int left;

    WebhookCommand(Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
    }

    WebhookCommand with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** {@link #out} and {@link #err} are of this run alone. */
    int run(String... arguments) {
        recorded = new RecordedOutput();
        return CommandLines.create(new Surroundings(recorded.output(), environment, new SystemTime(), List::of,
                (name, baud) -> {
                    throw new PortException("no port is to be opened here");
                })).execute(arguments);
    }

    String out() {
        return recorded.out();
    }

    String err() {
        return recorded.err();
    }

    Path config() {
        return home.resolve(".config/printwire/config.yaml");
    }

    String configText() throws IOException {
        return Files.readString(config());
    }

    void configure(String yaml) throws IOException {
        Files.createDirectories(config().getParent());
        Files.writeString(config(), yaml);
    }

    Configuration configuration() throws Exception {
        return ConfigLoader.load(config(), environment);
    }

    Path data() {
        return home.resolve(".local/share/printwire");
    }

    /** Puts a message of each event into the outbox, as a print leaves them that could not deliver. */
    void leave(String webhook, String... events) throws Exception {
        Webhook found = Webhook.of(configuration().webhooks().stream().filter(each -> each.id().equals(webhook))
                .findFirst().orElseThrow(), "1");
        try (SqliteOutbox outbox = SqliteOutbox.open(data(), configuration().storage(), System.err::println)) {
            for (String event : events) {
                left++;
                Instant then = Instant.now().minus(Duration.ofMinutes(60)).plusSeconds(left);
                Delivery delivery = Rehearsal.of(found, event, Situation.NONE, then).delivery();
                outbox.put(List.of(delivery));
            }
        }
    }
}
