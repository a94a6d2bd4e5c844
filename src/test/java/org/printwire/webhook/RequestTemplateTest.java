package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;
import static org.printwire.webhook.Filled.body;
import static org.printwire.webhook.Filled.request;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.printwire.camera.Jpeg;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.Compat;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Tls;
import org.printwire.testing.Hook;

/** Section 4 of the facts about the OctoPrint-Webhooks plugin, as far as section 7.1 keeps it; tests name its points. */
class RequestTemplateTest {

    private final Hook hook = new Hook();

    @Test
    void section_1_without_data_the_body_is_the_plugins_default() {
        assertThat(body(hook)).isEqualTo("{\"deviceIdentifier\":\"MK3S\",\"apiSecret\":\"s3cr3t\","
                + "\"topic\":\"Print Done\",\"message\":\"Your print is done.\","
                + "\"extra\":{\"name\":\"cube.gcode\",\"time\":50.5,\"é\":null},"
                + "\"state\":{\"text\":\"Operational\",\"flags\":{\"ready\":true}},"
                + "\"job\":{\"file\":{\"name\":\"cube.gcode\"},\"filament\":null},"
                + "\"progress\":{\"completion\":14.496484,\"filepos\":1234},\"currentZ\":null,\"offsets\":{},"
                + "\"meta\":\"\",\"currentTime\":1795458605}");
    }

    @Test
    void section_4_1_get_has_its_data_as_the_query_and_no_body() {
        hook.method = Method.GET;
        hook.url = new Secret("http://h/p?x=1#f");
        hook.data = map("a", "x y&é*~", "t", true, "f", 50.0, "n", null, "z", "@currentZ", "e", "",
                "l", Arrays.asList(1, null, "b", map("k", 1)), "o", "@job.file", "s", "@snapshot");

        HttpRequestSpec request = request(hook, Optional.of(Filled.JPEG));

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.body()).isNull();
        assertThat(request.url().reveal()).isEqualTo("http://h/p?x=1&a=x+y%26%C3%A9%2A~&t=true&f=50.0&e=&l=1&l=b"
                + "&l=%7B%22k%22%3A1%7D&o=%7B%22name%22%3A%22cube.gcode%22%7D#f");
    }

    @Test
    void section_4_1_get_with_the_plugins_flags() {
        hook.method = Method.GET;
        hook.compat = Compat.OCTOPRINT;
        hook.data = map("t", true, "f", false, "n", null, "x", 1e16);

        assertThat(request(hook, Optional.empty()).url().reveal())
                .isEqualTo("http://127.0.0.1:1/hook?t=True&f=False&x=1e%2B16");
    }

    @ParameterizedTest
    @CsvSource({"http://h/p, http://h/p?a=1", "http://h/p?, http://h/p?a=1", "http://h/p?b=2&, http://h/p?b=2&a=1",
        "http://h/p#f?g, http://h/p?a=1#f?g"})
    void section_4_1_the_query_is_appended(String url, String queried) {
        hook.method = Method.GET;
        hook.url = new Secret(url);
        hook.data = map("a", "1");

        assertThat(request(hook, Optional.empty()).url().reveal()).isEqualTo(queried);
    }

    @Test
    void section_4_1_get_keeps_its_headers_and_takes_no_picture() {
        hook.method = Method.GET;
        hook.headers = map("Content-Type", "application/json");
        hook.data = map("s", "@snapshot");

        assertThat(request(hook, Optional.empty()).headers()).containsEntry("Content-Type", "application/json");
        assertThat(request(hook, Optional.empty()).url()).isEqualTo(hook.url);
        assertThat(Filled.template(hook).wantsPicture()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "FORM", "TEXT"})
    void section_4_2_a_top_level_snapshot_makes_it_multipart_whatever_the_content_type(ContentType type) {
        hook.contentType = type;
        hook.method = Method.PUT;
        hook.headers = map("Content-Type", "application/json", "X-Content-Type", "a", "X-Content-Type-Options", "nosniff",
                "X", "y");
        hook.data = map("z", "é", "pic", "@snapshot", "o", "@job.file", "l", List.of(1), "n", null, "t", true,
                "second", "@snapshot", "in", List.of("@snapshot"), "a", "x @snapshot");

        HttpRequestSpec request = request(hook, Optional.of(Filled.JPEG));

        assertThat(request.headers()).containsOnlyKeys("User-Agent", "X-Content-Type-Options", "X");
        assertThat(request.body().contentType()).isEqualTo("multipart/form-data; boundary=printwire-run-7");
        assertThat(Filled.parts(new String(request.body().bytes(), UTF_8), "printwire-run-7")).containsExactly("",
                field("z", "é"), field("o", "{\"name\":\"cube.gcode\"}"), field("l", "[1]"), field("t", "true"),
                field("second", ""), field("in", "[\"\"]"), field("a", "x "),
                "Content-Disposition: form-data; name=\"pic\"; filename=\"snapshot.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n" + new String(Filled.JPEG.bytes(), UTF_8), "");
        assertThat(Filled.template(hook).wantsPicture()).isTrue();
    }

    @Test
    void section_4_2_without_a_picture_it_is_multipart_all_the_same() {
        hook.snapshot = true;
        hook.compat = Compat.OCTOPRINT;
        hook.data = map("t", true, "s", "@snapshot", "d", "@extra");

        assertThat(body(hook)).isEqualTo("""
                --printwire-run-7
                Content-Disposition: form-data; name="t"

                True
                --printwire-run-7
                Content-Disposition: form-data; name="d"

                {"name": "cube.gcode", "time": 50.5, "\\u00e9": null}
                --printwire-run-7--
                """.replace("\n", "\r\n"));
    }

    @Test
    void section_4_2_with_no_other_key_the_body_is_the_closing_boundary() {
        hook.data = map("s", "@snapshot");

        assertThat(body(hook)).isEqualTo("--printwire-run-7--\r\n");
    }

    @Test
    void section_4_2_the_boundary_is_not_in_the_content() {
        hook.data = map("a", "--printwire-run-7", "printwire-run-7-2", "", "s", "@snapshot");
        Jpeg picture = new Jpeg("x\r\n--printwire-run-7-3".getBytes(UTF_8));

        assertThat(request(hook, Optional.of(picture)).body().contentType()).endsWith("=printwire-run-7-4");
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PUT", "PATCH", "DELETE"})
    void section_4_3_json_for_every_method_but_get(Method method) {
        hook.method = method;
        hook.data = map("a", "é😀", "l", List.of(1, 2.0), "n", null, "o", map());

        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request.method()).isEqualTo(method.name());
        assertThat(request.body().contentType()).isEqualTo("application/json");
        assertThat(request.body().bytes()).asString(UTF_8)
                .isEqualTo("{\"a\":\"é😀\",\"l\":[1,2.0],\"n\":null,\"o\":{}}");
    }

    @Test
    void section_4_3_json_as_python_writes_it() {
        hook.compat = Compat.OCTOPRINT;
        hook.data = map("a", "é😀", "l", List.of(1, 2.0, 1e16), "n", null, "o", map(), "t", true);

        assertThat(body(hook)).isEqualTo("{\"a\": \"\\u00e9\\ud83d\\ude00\", \"l\": [1, 2.0, 1e+16], \"n\": null, "
                + "\"o\": {}, \"t\": true}");
    }

    @Test
    void section_3_9_json_may_be_a_list_or_nothing_at_all() {
        hook.data = List.of();
        assertThat(body(hook)).isEqualTo("[]");
        hook.data = List.of("@topic", "@snapshot");
        assertThat(body(hook)).isEqualTo("[\"Print Done\",\"\"]");
        hook.data = map();
        assertThat(body(hook)).isEqualTo("{}");
        hook.data = "@extra.time";
        assertThat(body(hook)).isEqualTo("50.5");
    }

    @Test
    void section_4_4_form() {
        hook.contentType = ContentType.FORM;
        hook.data = map("a b", "x y&é*~\n", "e", "", "n", null, "t", true, "f", 50.0, "o", "@job.file",
                "l", List.of("p", 1));

        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request.body().contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.body().bytes()).asString(UTF_8).isEqualTo("a+b=x+y%26%C3%A9%2A~%0A&e=&t=true&f=50.0"
                + "&o=%7B%22name%22%3A%22cube.gcode%22%7D&l=%5B%22p%22%2C1%5D");
    }

    @Test
    void section_4_4_form_as_the_plugin_writes_it() {
        hook.contentType = ContentType.FORM;
        hook.compat = Compat.OCTOPRINT;
        hook.data = map("t", true, "f", 1e-5, "l", List.of("é", 1));

        assertThat(body(hook)).isEqualTo("t=True&f=1e-05&l=%5B%22%5Cu00e9%22%2C+1%5D");
    }

    @Test
    void section_4_4_an_empty_form_has_no_bytes() {
        hook.contentType = ContentType.FORM;
        hook.data = map("n", null);

        assertThat(request(hook, Optional.empty()).body().bytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, Content-Type, application/json; charset=utf8, application/json; charset=utf8",
        "JSON, content-type, APPLICATION/JSON, APPLICATION/JSON",
        "JSON, CONTENT-TYPE, application/yoyo, application/json",
        "JSON, Content-Type, application/x-www-form-urlencoded, application/json",
        "FORM, Content-Type, application/json, application/x-www-form-urlencoded",
        "FORM, Content-Type, application/x-www-form-urlencoded; charset=utf-8, application/x-www-form-urlencoded; charset=utf-8",
        "TEXT, Content-Type, application/xml, application/xml",
        "TEXT, X-Other, b, text/plain; charset=utf-8",
        "PICTURE, Content-Type, image/png, image/jpeg"
    })
    void section_4_content_type_rule(ContentType type, String name, String value, String sent) {
        hook.contentType = type;
        hook.headers = map(name, value);
        hook.data = map("a", "b");

        HttpRequestSpec request = request(hook, Optional.of(Filled.JPEG));

        assertThat(request.body().contentType()).isEqualTo(sent);
        assertThat(request.headers()).doesNotContainKey("Content-Type");
    }

    @Test
    void section_4_content_type_rule_holds_for_every_header_that_contains_the_name() {
        hook.headers = map("X-Content-Type", "text/xml", "Y-Content-Type", "application/json;v=1");

        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request.headers()).containsEntry("X-Content-Type", "application/json")
                .containsEntry("Y-Content-Type", "application/json;v=1");
        assertThat(request.body().contentType()).isEqualTo("application/json");
    }

    @Test
    void section_7_2_x_content_type_options_is_left_alone() {
        hook.headers = map("X-Content-Type-Options", "nosniff");

        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request.headers()).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(request.body().contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void section_7_2_headers_that_are_no_text_become_one_and_null_is_left_out(Compat compat) {
        hook.compat = compat;
        hook.headers = map("Z-Number", "@progress.filepos", "A-Null", "@currentZ", "M-Map", "@job.file", "B-None",
                "@nothing", "S", new Secret("@x"));

        Map<String, String> headers = request(hook, Optional.empty()).headers();

        assertThat(headers.entrySet().stream().map(Map.Entry::toString)).containsExactly("User-Agent=printwire/1.2.3",
                "Z-Number=1234", "M-Map={\"name\":" + (compat == Compat.NONE ? "" : " ") + "\"cube.gcode\"}", "B-None=",
                "S=@x");
    }

    @Test
    void the_user_agent_can_be_configured() {
        hook.headers = map("X", "y", "user-agent", "mine");

        assertThat(request(hook, Optional.empty()).headers().toString()).isEqualTo("{X=y, user-agent=mine}");
    }

    @Test
    void text_is_the_data_or_the_message() {
        hook.contentType = ContentType.TEXT;
        assertThat(body(hook)).isEqualTo("Your print is done.");
        hook.data = "<@topic>\n@extra";
        assertThat(body(hook)).isEqualTo("<Print Done>\n{\"name\":\"cube.gcode\",\"time\":50.5,\"é\":null}");
        hook.data = map("a", "@topic");
        assertThat(body(hook)).isEqualTo("{\"a\":\"Print Done\"}");
    }

    @Test
    void a_picture_is_the_body_and_where_there_is_none_the_message() {
        hook.contentType = ContentType.PICTURE;
        hook.snapshot = true;
        hook.headers = map("Content-Type", "image/jpeg");

        assertThat(request(hook, Optional.of(Filled.JPEG)).body().bytes()).isEqualTo(Filled.JPEG.bytes());
        assertThat(request(hook, Optional.empty()).body().bytes()).asString(UTF_8).isEqualTo("Your print is done.");
        assertThat(request(hook, Optional.empty()).body().contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(Filled.template(hook).wantsPicture()).isTrue();
        assertThat(Filled.template(hook).names()).contains("message", "percentCompleteMilestone");
    }

    @Test
    void limit_and_tls_are_those_of_the_webhook() {
        hook.verifyTls = false;
        hook.caFile = Path.of("ca.pem");

        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request.tls()).isEqualTo(new Tls(false, Path.of("ca.pem")));
        assertThat(request.limit()).isEqualTo(HttpRequestSpec.USUAL_LIMIT);
    }

    @Test
    void names_are_those_of_address_headers_data_and_the_messages_that_are_asked_for() {
        hook.url = new Secret("http://h/@eta");
        hook.headers = map("X", "@event");
        hook.data = map("a", "@job.file.name");
        assertThat(Filled.template(hook).names()).containsExactlyInAnyOrder("eta", "event", "job");

        hook.messages = Map.of("PrintDone", "@temperatures.bed");
        assertThat(Filled.template(hook).names()).doesNotContain("temperatures");
        hook.data = map("a", "@message");
        assertThat(Filled.template(hook).names()).contains("temperatures");
    }

    @Test
    void problems_are_told_with_their_place() {
        assertThat(Filled.template(hook).problems()).isEmpty();

        hook.url = new Secret("http://h/@a");
        hook.headers = map("X", "@topic|a");
        hook.data = map("d", List.of("joe@example.com @topic|b"));
        hook.messages = Map.of("PrintDone", "@topic|c");

        assertThat(Filled.template(hook).problems()).satisfiesExactlyInAnyOrder(
                each -> assertThat(each).startsWith("headers.X: there is no filter 'a'"),
                each -> assertThat(each).startsWith("data.d[0]: there is no filter 'b'"),
                each -> assertThat(each).startsWith("messages.PrintDone: there is no filter 'c'"),
                each -> assertThat(each).startsWith("url: there is no parameter @a"),
                each -> assertThat(each).startsWith("data: there is no parameter @example"));

        hook.oauth = new OAuthSection(Secret.NONE, Method.POST, ContentType.FORM, Map.of(), Map.of(), null, Secret.NONE);
        assertThat(Filled.template(hook).problems()).noneMatch(each -> each.contains("no parameter"));
    }

    @Test
    void a_list_has_no_keys_for_a_form_or_a_query() {
        hook.data = List.of("@topic");
        assertThat(Filled.template(hook).problems()).isEmpty();
        hook.contentType = ContentType.FORM;
        assertThat(Filled.template(hook).problems()).singleElement().asString().startsWith("data: a list has no keys");
        assertThat(body(hook)).isEmpty();
    }

    @Test
    void the_same_values_give_the_same_bytes() {
        hook.snapshot = true;

        assertThat(request(hook, Optional.of(Filled.JPEG)).body().bytes())
                .isEqualTo(request(hook, Optional.of(Filled.JPEG)).body().bytes());
    }

    @Test
    void nothing_that_can_be_printed_shows_a_secret() {
        hook.headers = map("Authorization", "Bearer @apiSecret");
        hook.url = new Secret("http://h/@apiSecret");
        HttpRequestSpec request = request(hook, Optional.empty());

        assertThat(request + " " + request.body() + Filled.template(hook)).doesNotContain(Hook.SECRET);
    }

    private static String field(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }
}
