package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.webhook.template.Rules;

class ContentTypeRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type | application/json; charset=utf8 | application/json; charset=utf8
            Content-Type | APPLICATION/JSON               | APPLICATION/JSON
            content-type | text/x, application/json       | text/x, application/json
            Content-Type | application/yoyo               | application/json
            CONTENT-TYPE | ''                             | application/json
            X-Key        | 1                              | application/json
            X-Content-Type-Options | nosniff              | application/json
            """)
    void a_content_type_stays_where_it_names_the_media_type(String name, String value, String type) {
        assertThat(ContentTypeRule.take(headers(name + "=" + value), "application/json")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/cloudevents+json; charset=utf-8 | application/cloudevents+json; charset=utf-8
            Application/Problem+JSON ;q=1               | Application/Problem+JSON ;q=1
            application/json; charset=utf-8             | application/json; charset=utf-8
            application/cloudevents+jsonl               | application/json
            text/plain; x=a+json                        | application/json
            +json                                       | application/json
            a/+json                                     | application/json
            application/xml                             | application/json
            """)
    void json_may_have_a_media_type_of_its_own_by_our_rules(String value, String type) {
        assertThat(ContentTypeRule.takeJson(headers("Content-Type=" + value), Rules.PLAIN)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"application/cloudevents+json, application/json", "application/json;q=1, application/json;q=1"})
    void the_plugin_knows_no_other_media_type(String value, String type) {
        assertThat(ContentTypeRule.takeJson(headers("Content-Type=" + value), Rules.OCTOPRINT)).isEqualTo(type);
    }

    @Test
    void only_the_content_type_itself_is_taken_out_of_the_headers() {
        Map<String, String> headers = headers("B=1", "content-TYPE=text/plain", "X-Content-Type-Options=nosniff", "A=2");

        assertThat(ContentTypeRule.takeAny(headers)).contains("text/plain");
        assertThat(text(headers)).isEqualTo("B=1, X-Content-Type-Options=nosniff, A=2");
    }

    private static Map<String, String> headers(String... lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            headers.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return headers;
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
