package org.printwire.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.printwire.json.Json;
import org.printwire.sim.SimulatedPrinterOptions;

/** A file whose name looks like a template and like the end of each format: it stays a name, and opens no secret. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class HostileFileNameTest {

    private static final String NAME = "@apiSecret @@ \"}{.gcode";

    @TempDir
    Path folder;

    private final List<String> searched = new ArrayList<>();
    private final AtomicInteger leaks = new AtomicInteger();

    @Test
    void the_name_arrives_as_it_is_and_the_secret_only_where_it_was_asked_for() throws Exception {
        Path file = Files.copy(Prints.moves(folder, 30), folder.resolve(NAME));
        PrintCommand print = new PrintCommand(folder);
        try (BodyReceiver receiver = BodyReceiver.open(this::search);
                PrinterAtTerminal printer = PrinterAtTerminal.open(SimulatedPrinterOptions.mk3s().instant())) {
            String data = "{name: \"@job.file.name\", message: \"@message\", note: \"it is @extra.name!\","
                    + " nested: {path: \"@extra.path\"}, key: \"@apiSecret\"";
            String config = Files.writeString(folder.resolve("config.yaml"), """
                    cameras: [{name: picture, type: test}]
                    webhooks:
                      - {id: json, url: "http://%1$s/json?q=sesame-query", apiSecret: sesame-api, events: [PrintStarted, PrintDone],
                         messages: {PrintStarted: "@job.file.name has begun"}, headers: {X-Name: "@job.file.name"}, data: %2$s}}
                      - {id: form, url: "http://%1$s/form/@job.file.name", apiSecret: sesame-api, events: [PrintStarted, PrintDone],
                         messages: {PrintStarted: "@job.file.name has begun"}, contentType: FORM, data: %2$s}}
                      - {id: multipart, url: "http://%1$s/multipart", apiSecret: sesame-api, events: [PrintStarted, PrintDone],
                         messages: {PrintStarted: "@job.file.name has begun"}, headers: {X-Token: sesame-token},
                         data: %2$s, photo: "@snapshot"}}
                      - {id: octoprint, url: "http://%1$s/octoprint", apiSecret: sesame-api, events: [PrintStarted, PrintDone],
                         messages: {PrintStarted: "@job.file.name has begun"}, compat: octoprint, data: %2$s}}
                    """.formatted(receiver.site(), data)).toString();

            assertThat(print.run(file, printer.path(), "--config", config)).as(print.out() + print.err()).isZero();

            RecordedRequest json = started(receiver, "/json");
            check(strings(Json.parseObject(json.getBody().utf8())), "it is " + NAME + "!");
            assertThat(json.getHeaders().get("X-Name")).isEqualTo(NAME);
            RecordedRequest form = started(receiver, "/form");
            check(form(form.getBody().utf8()), "it is " + NAME + "!");
            assertThat(form.getRequestLine()).startsWith("POST /form/%40apiSecret%20%40%40%20%22%7D%7B.gcode HTTP/");
            FormParts parts = FormParts.of(started(receiver, "/multipart"));
            assertThat(parts.file()).startsWith(0xFF, 0xD8, 0xFF);
            Map<String, String> texts = new LinkedHashMap<>();
            parts.parts().forEach((name, content) -> texts.put(name, new String(content, UTF_8)));
            check(texts, "it is " + NAME + "!");
            // There a name goes on up to a blank, as in the plugin.
            check(strings(Json.parseObject(started(receiver, "/octoprint").getBody().utf8())), "it is ");
        }
        search();
        assertThat(leaks.get()).as("files of the data folder with a secret, while it ran and after it").isZero();
        assertThat(searched).as("what is kept is text, so that a secret would have been seen").anyMatch(text ->
                text.contains("PrintStarted") && text.contains("@apiSecret @@"));
        assertThat(print.out() + print.err()).doesNotContain("sesame").contains(NAME);
    }

    private static void check(Map<String, String> fields, String note) {
        assertThat(fields).containsEntry("name", NAME).containsEntry("message", NAME + " has begun")
                .containsEntry("note", note).containsEntry("key", "sesame-api");
        assertThat(Json.parseObject(fields.get("nested"))).containsOnlyKeys("path");
        assertThat(Json.parseObject(fields.get("nested")).get("path").toString()).endsWith(NAME);
        fields.forEach((key, text) -> {
            if (!key.equals("key")) {
                assertThat(text).as(key).doesNotContain("sesame");
            }
        });
    }

    private static RecordedRequest started(BodyReceiver receiver, String path) {
        return receiver.all().stream().filter(request -> request.getRequestLine().contains(path)).findFirst().orElseThrow();
    }

    /** Maps as JSON text, as a form has them. */
    private static Map<String, String> strings(Map<String, Object> body) {
        Map<String, String> strings = new LinkedHashMap<>();
        body.forEach((key, value) -> {
            Map<String, Object> nested = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, each) -> nested.put(name.toString(), each));
            }
            strings.put(key, nested.isEmpty() ? String.valueOf(value) : Json.object(nested));
        });
        return strings;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
        }
        return fields;
    }

    /** The raw bytes of all that is kept: the database, its log, the print's log. */
    private synchronized void search() {
        try (Stream<Path> files = Files.walk(folder.resolve(".local"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String raw = new String(Files.readAllBytes(file), ISO_8859_1);
                searched.add(raw);
                if (raw.contains("sesame")) {
                    leaks.incrementAndGet();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
