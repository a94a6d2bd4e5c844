package org.printwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.cli.WebhookReceiver.Received;

class WebhookReceiverTest {

    @TempDir
    private Path folder;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = WebhookReceiver.open(folder, WebhookReceiverTest::parse, received::add);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_json_webhook_is_told_by_topic_and_message() throws Exception {
        assertThat(post("application/json", BodyPublishers.ofString("{}"))).isEqualTo(200);
        assertThat(received.get(0).text()).isEqualTo("received  Print Done  \"Your print is done.\"");
    }

    @Test
    void a_picture_is_saved_under_the_number_and_topic_of_its_webhook() throws Exception {
        byte[] picture = picture();
        assertThat(post("multipart/form-data; boundary=zz", form(picture))).isEqualTo(200);
        Path file = folder.resolve("001-print-started.jpg");
        assertThat(received.get(0).text()).isEqualTo("received  Print Started  \"Your print has started.\"  picture 64x48, "
                + PlainText.bytes(picture.length) + " -> " + file);
        assertThat(Files.readAllBytes(file)).isEqualTo(picture);
    }

    @Test
    void a_topic_cannot_lead_a_picture_out_of_its_folder() throws Exception {
        post("multipart/form-data; boundary=zz", BodyPublishers.ofString(
                "--zz\r\nContent-Disposition: form-data; name=\"topic\"\r\n\r\n../../etc/x\r\n"
                        + "--zz\r\nContent-Disposition: form-data; name=\"snapshot\"; filename=\"s.jpg\"\r\n\r\nx\r\n"
                        + "--zz--\r\n"));
        assertThat(received.get(0).picture()).isEqualTo(folder.resolve("001-etc-x.jpg"));
    }

    @Test
    void what_cannot_be_read_is_refused_and_told() throws Exception {
        assertThat(post("multipart/form-data", BodyPublishers.ofString("x"))).isEqualTo(400);
        assertThat(received.get(0).text()).contains("(unreadable)");
    }

    private int post(String type, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(receiver.uri()).header("Content-Type", type).POST(body).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    private static Map<String, Object> parse(String json) {
        return Map.of("topic", "Print Done", "message", "Your print is done.");
    }

    private static BodyPublisher form(byte[] picture) {
        String fields = "--zz\r\nContent-Disposition: form-data; name=\"topic\"\r\n\r\nPrint Started\r\n"
                + "--zz\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nYour print has started.\r\n"
                + "--zz\r\nContent-Disposition: form-data; name=\"snapshot\"; filename=\"snapshot.jpg\"\r\n\r\n";
        return BodyPublishers.ofByteArrays(List.of(fields.getBytes(StandardCharsets.UTF_8), picture,
                "\r\n--zz--\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
