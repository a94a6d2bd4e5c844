package org.printwire.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/**
 * A web server on 127.0.0.1 that takes any webhook, tells what came and keeps the picture: the other end of
 * {@code printwire demo}, so that it needs no service on the net.
 *
 * <p>Requests are taken one after another on the thread {@code webhook-receiver}, which also calls the listener. A
 * request that cannot be read is answered 400 and told like the others.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final int LARGEST_BODY_BYTES = 20_000_000;

    private final Path folder;
    private final Function<String, Map<String, Object>> json;
    private final Consumer<Received> listener;
    private final HttpServer server;
    private final ExecutorService thread;
    private int count;

    /**
     * What came. {@code picture} is where it was saved, null if none came; {@code width} and {@code height} are 0 if it
     * is no picture that Java can read.
     */
    public record Received(String topic, String message, Path picture, int width, int height, long pictureBytes) {

        /** {@code received  Print Started  "Your print has started."  picture 640x480, 38 kB -> /tmp/...}. */
        public String text() {
            return "received  " + PlainText.harmless(topic) + "  \"" + PlainText.harmless(message) + "\""
                    + (picture == null
                            ? ""
                            : "  picture " + width + "x" + height + ", " + PlainText.bytes(pictureBytes) + " -> "
                                    + picture);
        }
    }

    /**
     * Listens from now on, at a free port.
     *
     * @param folder where pictures go; exists
     * @param json   turns a JSON object into a map; throws on anything else
     */
    public static WebhookReceiver open(
            Path folder, Function<String, Map<String, Object>> json, Consumer<Received> listener) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new WebhookReceiver(
                HttpServer.create(new InetSocketAddress(loopback, 0), 0), folder, json, listener);
    }

    private WebhookReceiver(HttpServer server, Path folder, Function<String, Map<String, Object>> json,
            Consumer<Received> listener) {
        this.folder = folder;
        this.json = json;
        this.listener = listener;
        this.server = server;
        this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "webhook-receiver"));
        server.createContext("/", this::answer);
        server.setExecutor(thread);
        server.start();
    }

    /** Where webhooks are to be sent. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** Answers what has begun, then stops. */
    @Override
    public void close() {
        server.stop(0);
        thread.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            int status = 200;
            try {
                listener.accept(read(type == null ? "" : type, body));
            } catch (IllegalArgumentException e) {
                status = 400;
                listener.accept(new Received("(unreadable)", e.getMessage(), null, 0, 0, 0));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private Received read(String contentType, byte[] body) throws IOException {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            Map<String, Object> fields = json.apply(new String(body, StandardCharsets.UTF_8));
            return received(text(fields.get("topic")), text(fields.get("message")), null);
        }
        MultipartForm form = MultipartForm.parse(contentType, body);
        return received(form.text("topic").orElse(""), form.text("message").orElse(""),
                form.file().map(MultipartForm.Part::content).orElse(null));
    }

    private Received received(String topic, String message, byte[] picture) throws IOException {
        count++;
        if (picture == null) {
            return new Received(topic, message, null, 0, 0, 0);
        }
        Path file = folder.resolve(String.format(Locale.ROOT, "%03d-%s.jpg", count, fileName(topic)));
        Files.write(file, picture);
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return new Received(topic, message, file, image == null ? 0 : image.getWidth(),
                image == null ? 0 : image.getHeight(), picture.length);
    }

    private static String fileName(String topic) {
        String name = topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "picture" : name.substring(0, Math.min(40, name.length()));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
