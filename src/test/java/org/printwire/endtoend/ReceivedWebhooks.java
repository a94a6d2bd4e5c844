package org.printwire.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.printwire.cli.WebhookReceiver;
import org.printwire.json.Json;

/** A receiver on 127.0.0.1 that remembers what came, and the configuration that sends it there. */
final class ReceivedWebhooks implements AutoCloseable {

    private final List<WebhookReceiver.Received> received = new CopyOnWriteArrayList<>();
    private final WebhookReceiver receiver;

    private ReceivedWebhooks(Path folder) throws IOException {
        receiver = WebhookReceiver.open(folder, Json::parseObject, received::add);
    }

    static ReceivedWebhooks open(Path folder) throws IOException {
        return new ReceivedWebhooks(folder);
    }

    /** A configuration with one webhook to here, with pictures of the test camera. */
    String configuration(Path folder, String events) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), """
                cameras: [{name: picture, type: test}]
                webhooks:
                  - id: hook
                    url: %s
                    apiSecret: the-secret
                    events: [%s]
                """.formatted(receiver.uri(), events)).toString();
    }

    /** In the order in which they came. */
    List<String> topics() {
        return received.stream().map(WebhookReceiver.Received::topic).toList();
    }

    List<WebhookReceiver.Received> all() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
