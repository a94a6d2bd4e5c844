package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.webhook.Examples.SECRET;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.printwire.camera.Jpeg;
import org.printwire.config.Secret;
import org.printwire.http.HttpRequestSpec;

class RequestBuilderTest {

    private final RequestBuilder builder = new RequestBuilder(Examples.JSON, "1.2.3");

    @Test
    void without_a_picture_the_body_is_json_with_five_keys_in_order() {
        HttpRequestSpec request = builder.request(webhook(false, Map.of()), delivery(), Optional.empty());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body().contentType()).isEqualTo("application/json");
        assertThat(request.body().bytes()).asString(UTF_8).isEqualTo("{\"deviceIdentifier\":\"Größe \\\"1\\\"\","
                + "\"apiSecret\":\"s3cr3t\",\"topic\":\"Print Done\",\"message\":\"Your print is done.\","
                + "\"extra\":{\"name\":\"cube.gcode\",\"time\":50.5}}");
    }

    @Test
    void with_a_picture_the_body_is_a_form_with_the_picture_last() {
        HttpRequestSpec request = builder.request(
                webhook(true, Map.of("content-type", "application/json")), delivery(),
                Optional.of(new Jpeg(new byte[] {'J', 'P', 'G'})));

        assertThat(request.body().contentType()).isEqualTo("multipart/form-data; boundary=printwire-run-7");
        assertThat(request.headers()).doesNotContainKey("content-type");
        assertThat(request.body().bytes()).asString(UTF_8).isEqualTo(fields() + """
                --printwire-run-7
                Content-Disposition: form-data; name="snapshot"; filename="snapshot.jpg"
                Content-Type: image/jpeg

                JPG
                --printwire-run-7--
                """.replace("\n", "\r\n"));
    }

    @Test
    void where_no_picture_could_be_had_the_form_has_no_file() {
        HttpRequestSpec request = builder.request(webhook(true, Map.of()), delivery(), Optional.empty());

        assertThat(request.body().bytes()).asString(UTF_8).isEqualTo(fields() + "--printwire-run-7--\r\n");
    }

    @Test
    void program_and_event_are_named_in_headers() {
        HttpRequestSpec request = builder.request(webhook(false, Map.of("X-Key", "k")), delivery(), Optional.empty());

        assertThat(request.headers()).containsEntry("User-Agent", "printwire/1.2.3")
                .containsEntry("X-Printwire-Event-Id", "run-7").containsEntry("X-Key", "k");
    }

    @Test
    void a_content_type_of_the_users_stays_if_it_is_json() {
        assertThat(builder.request(webhook(false, Map.of("Content-Type", "application/json; charset=utf-8")),
                delivery(), Optional.empty()).body().contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(builder.request(webhook(false, Map.of("content-type", "application/yoyo")),
                delivery(), Optional.empty()).body().contentType()).isEqualTo("application/json");
    }

    @Test
    void nothing_that_can_be_printed_shows_a_secret() {
        Webhook webhook = webhook(false, Map.of("Authorization", "Bearer " + SECRET));
        HttpRequestSpec request = builder.request(webhook, delivery(), Optional.empty());

        assertThat(webhook + " " + request + " " + request.body() + " " + delivery()).doesNotContain(SECRET);
    }

    private static String fields() {
        return """
                --printwire-run-7
                Content-Disposition: form-data; name="deviceIdentifier"

                Größe "1"
                --printwire-run-7
                Content-Disposition: form-data; name="apiSecret"

                s3cr3t
                --printwire-run-7
                Content-Disposition: form-data; name="topic"

                Print Done
                --printwire-run-7
                Content-Disposition: form-data; name="message"

                Your print is done.
                --printwire-run-7
                Content-Disposition: form-data; name="extra"

                {"name":"cube.gcode","time":50.5}
                """.replace("\n", "\r\n");
    }

    private static Webhook webhook(boolean snapshot, Map<String, String> headers) {
        return new Webhook("a", new Secret("https://hooks.example/" + SECRET), Set.of("PrintDone"), "Größe \"1\"",
                new Secret(SECRET), 10, Map.of(), headers, snapshot, null);
    }

    private static Delivery delivery() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("name", "cube.gcode");
        extra.put("time", 50.5);
        return new Delivery("run-7", "a", Instant.EPOCH, "cube.gcode", Topic.PRINT_DONE, "Your print is done.", extra);
    }
}
