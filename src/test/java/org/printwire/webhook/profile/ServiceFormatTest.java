package org.printwire.webhook.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The receivers themselves: a good message is taken, and each kind of wrong one is refused with its reason. */
class ServiceFormatTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String PUSHOVER = "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + "a".repeat(30)
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"user\"\r\n\r\n" + "u".repeat(30)
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nIt is done.\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"snapshot.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\u00ff\r\n\r\n--b--\r\n";
    private static final String EVENT = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/printwire/MK3S\","
            + "\"type\":\"org.printwire.PrintDone\",\"time\":\"2026-11-23T18:30:05Z\"}";

    static Stream<Arguments> good() {
        return Stream.of(
                arguments("simple", simple("{\"deviceIdentifier\":\"\",\"apiSecret\":\"\",\"topic\":\"Print Done\","
                        + "\"message\":\"Done.\",\"extra\":{}}")),
                arguments("slack", slack("POST", JSON, "{\"text\":\"hello\"}")),
                arguments("discord", discord("{\"content\":\"hello\"}")),
                arguments("discord", discord("{\"embeds\":[{\"title\":\"hello\",\"color\":255}]}")),
                arguments("pushover", pushover(PUSHOVER)),
                arguments("ntfy", ntfy("image/jpeg", "\u00ff\u00d8\u00ff\u00e0")),
                arguments("ntfy", ntfy("text/plain; charset=utf-8", "It is done.")),
                arguments("cloudevents", event("application/cloudevents+json; charset=UTF-8", EVENT)),
                arguments("gotify", gotify("{\"message\":\"Done.\",\"priority\":5}")));
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_message_is_taken(String service, Received request) {
        assertThat(ServiceFormats.of(service).refusals(request)).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("slack", slack("GET", JSON, "{\"text\":\"hello\"}"), "method GET"),
                arguments("slack", new Received("POST", "/services/T0", JSON, "{\"text\":\"hello\"}".getBytes(UTF_8)),
                        "path /services/T0"),
                arguments("slack", slack("POST", Map.of("Content-Type", "text/plain"), "{\"text\":\"hello\"}"),
                        "Content-Type text/plain"),
                arguments("slack", slack("POST", Map.of(), "{\"text\":\"hello\"}"), "Content-Type "),
                arguments("slack", slack("POST", JSON, "{\"attachments\":[]}"), "text is missing"),
                arguments("slack", slack("POST", JSON, "{\"text\":\"hello\",\"channel\":\"#a\"}"), "channel is not known"),
                arguments("slack", slack("POST", JSON, "{\"text\":\"\"}"), "text is not a text of 1 to 40000 characters: "),
                arguments("slack", slack("POST", JSON, "{\"text\":7}"), "text is not a text of 1 to 40000 characters: 7"),
                arguments("slack", slack("POST", JSON, "{\"text\":\"<!channel> &amp;\"}"),
                        "text is not a text with & < > escaped: <!channel> &amp;"),
                arguments("plivo", plivo("\u2026" + "x".repeat(737)),
                        "text is not a text of 1 to 1600 characters of GSM or 737 of UTF-16: \u2026" + "x".repeat(79) + "..."),
                arguments("slack", slack("POST", JSON, "hello"), " is not a JSON object, line 1, column 1"),
                arguments("slack", slack("POST", JSON, "{\"text\":\"\u00e4\"}", false), "the body is not UTF-8"),
                arguments("discord", discord("{\"embeds\":[]}"), " is an empty message"),
                arguments("discord", discord("{\"content\":\" \"}"), " is an empty message"),
                arguments("discord", discord("{\"embeds\":[{\"title\":\"" + "t".repeat(257) + "\"}]}"),
                        "embeds[0].title is not a text of 0 to 256 characters: " + "t".repeat(80) + "..."),
                arguments("discord", discord("{\"embeds\":[{\"fields\":[{\"name\":\"File\",\"value\":\"\"}]}]}"),
                        "embeds[0].fields[0].value is not a text of 1 to 1024 characters: "),
                arguments("discord", discord("{\"embeds\":[{\"timestamp\":\"1795458605\"}]}"),
                        "embeds[0].timestamp is not an ISO 8601 time: 1795458605"),
                arguments("discord", discord("{\"embeds\":[" + ("{\"description\":\"" + "d".repeat(2001) + "\"},").repeat(2)
                        + "{\"description\":\"" + "d".repeat(2001) + "\"}]}"),
                        " has more than 6000 characters in its embeds"),
                arguments("discord", discord("{\"embeds\":[{\"image\":{\"url\":\"snapshot.jpg\"}}]}"),
                        "embeds[0].image.url is not a text like (https?|attachment)://.+: snapshot.jpg"),
                arguments("pushover", pushover(PUSHOVER.replace("--b--\r\n", "")),
                        "the body is not multipart/form-data to its end: multipart/form-data; boundary=b"),
                arguments("pushover", pushover(PUSHOVER.replace("\"user\"", "\"token\"")), "part token is there twice"),
                arguments("pushover", pushover(PUSHOVER.replace("form-data; name=\"user\"", "inline")),
                        "part 2 has no name"),
                arguments("pushover", pushover(PUSHOVER.replace("\"attachment\"", "\"photo\"")), "file photo is not known"),
                arguments("pushover", pushover(PUSHOVER.replace("image/jpeg", "text/plain")), "attachment is not a picture"),
                arguments("pushover", pushover(PUSHOVER.replace("It is done.", " ")),
                        "message is not a text like (?s).*\\S.*:  "),
                arguments("telegram", new Received("POST", "/bot1%3A" + "t".repeat(35) + "/sendPhoto",
                        Map.of("Content-Type", "multipart/form-data; boundary=b"),
                        "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n1\r\n--b--\r\n".getBytes(UTF_8)),
                        "there is no photo in the request"),
                arguments("ntfy", ntfy("image/jpeg", "It is done."), "the body is no picture of up to 15000000 bytes"),
                arguments("ntfy", ntfy("text/plain", "x".repeat(4097)), "the body is no text of 1 to 4096 bytes"),
                arguments("ntfy", without("Tags", ntfy("text/plain", "x")), "header Tags: null"),
                arguments("ntfy", with("Priority", "6", ntfy("text/plain", "x")), "header Priority: 6"),
                arguments("ntfy", with("filename", "snapshot.jpg", ntfy("text/plain", "x")), "header Filename is there"),
                arguments("cloudevents", event("application/json", EVENT), "Content-Type application/json"),
                arguments("cloudevents", event(null, EVENT.replace("\"id\":\"1\"", "\"id\":\"\"")),
                        "id is not a text of 1 to 100000 characters: "),
                arguments("cloudevents", event(null, EVENT.replace("MK3S", "MK3S ")),
                        "source is not a URI-reference: /printwire/MK3S "),
                arguments("cloudevents", event(null, EVENT.replace("18:30:05Z", "18:30:05")),
                        "time is not a time as RFC 3339 has it: 2026-11-23T18:30:05"),
                arguments("cloudevents", event(null, EVENT.replace("\"time\"", "\"Time\"")), "Time is not known"),
                arguments("gotify", gotify("{\"message\":\"Done.\",\"priority\":\"5\"}"),
                        "priority is not a whole number from 0 to 10: 5"),
                arguments("matrix", new Received("PUT", "/_matrix/client/v3/rooms/%21a%3Ab/send/m.room.message/1",
                        Map.of("Content-Type", "application/json", "Authorization", "Bearer t"),
                        ("{\"msgtype\":\"m.text\",\"body\":\"" + "b".repeat(65_536) + "\"}").getBytes(UTF_8)),
                        "the body has 65566 bytes"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_message_is_refused_and_why(String service, Received request, String refusal) {
        assertThat(ServiceFormats.of(service).refusals(request)).containsExactly(refusal);
    }

    @Test
    void what_is_inside_of_a_list_or_another_object_is_checked_too() {
        Shape shape = Shape.fields().must("a", Shape.list(1, 2, Shape.fields().must("b", Shape.FLAG)));
        List<String> wrong = new ArrayList<>();

        shape.check(Map.of("a", List.of(Map.of("b", true), Map.of("c", 1))), "", wrong);
        shape.check(Map.of("a", List.of()), "", wrong);

        assertThat(wrong).containsExactly("a[1].b is missing", "a[1].c is not known", "a is not a list of 1 to 2: []");
    }

    private static Received simple(String body) {
        return new Received("POST", "/printer", JSON, body.getBytes(UTF_8));
    }

    private static Received slack(String method, Map<String, String> headers, String body) {
        return slack(method, headers, body, true);
    }

    private static Received slack(String method, Map<String, String> headers, String body, boolean utf8) {
        return new Received(method, "/services/T01/B02/x3Y", headers, body.getBytes(utf8 ? UTF_8 : ISO_8859_1));
    }

    private static Received discord(String body) {
        return new Received("POST", "/api/webhooks/123456789012345678/" + "t".repeat(68), JSON, body.getBytes(UTF_8));
    }

    private static Received pushover(String body) {
        return new Received("POST", "/1/messages.json", Map.of("Content-Type", "multipart/form-data; boundary=b"),
                body.getBytes(ISO_8859_1));
    }

    private static Received ntfy(String type, String body) {
        Map<String, String> headers = Map.of("Content-Type", type, "Title", "MK3S: Print Done", "Message", "It is done.",
                "Priority", "high", "Tags", "printer,tada");
        return new Received("PUT", "/topic", headers, body.getBytes(ISO_8859_1));
    }

    private static Received event(String type, String body) {
        String media = type == null ? "application/cloudevents+json" : type;
        return new Received("POST", "/events", Map.of("Content-Type", media), body.getBytes(UTF_8));
    }

    private static Received gotify(String body) {
        return new Received("POST", "/message?x=1",
                Map.of("Content-Type", "application/json", "X-Gotify-Key", "A4ZudDRdLT40L5X"), body.getBytes(UTF_8));
    }

    private static Received plivo(String text) {
        return new Received("POST", "/v1/Account/MAXXXXXXXXXXXXXXXXXX/Message/",
                Map.of("Content-Type", "application/json", "Authorization", "Basic eDp5"),
                ("{\"src\":\"14155550100\",\"dst\":\"14155550101\",\"text\":\"" + text + "\"}").getBytes(UTF_8));
    }

    private static Received with(String header, String value, Received request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put(header, value);
        return new Received(request.method(), request.target(), headers, request.body());
    }

    private static Received without(String header, Received request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.remove(header);
        return new Received(request.method(), request.target(), headers, request.body());
    }
}
