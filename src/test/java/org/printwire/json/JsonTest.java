package org.printwire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void an_object_keeps_the_order_of_its_keys() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", "Print Done");
        body.put("extra", Map.of("time", 1.5));
        body.put("list", List.of(1, true, "a"));
        body.put("none", null);

        assertThat(Json.object(body))
                .isEqualTo("{\"topic\":\"Print Done\",\"extra\":{\"time\":1.5},\"list\":[1,true,\"a\"],\"none\":null}");
    }

    @Test
    void text_beyond_ascii_is_written_as_it_is() {
        assertThat(Json.object(Map.of("a", "Gehäuse 🙂"))).isEqualTo("{\"a\":\"Gehäuse 🙂\"}");
    }

    @Test
    void any_value_is_written_on_one_line() {
        assertThat(Json.value(null)).isEqualTo("null");
        assertThat(Json.value("a\n")).isEqualTo("\"a\\n\"");
        assertThat(Json.value(List.of(Map.of("a", 1)))).isEqualTo("[{\"a\":1}]");
    }

    @Test
    void fractions_have_no_exponent_and_what_is_no_number_is_null() {
        assertThat(Json.value(List.of(50.0, 10890569.5, 1e-5, 1e20, 0.1f, Double.NaN, Double.POSITIVE_INFINITY)))
                .isEqualTo("[50.0,10890569.5,0.00001,100000000000000000000.0,0.1,null,null]");
    }

    @Test
    void what_was_read_can_be_written_as_a_part_of_something() {
        String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);

        assertThat(Json.value(List.of(List.of(Json.parseObject(deep))))).isEqualTo("[[" + deep + "]]");
    }

    @Test
    void pretty_text_has_one_key_a_line_and_unix_line_ends() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", 1);
        value.put("b", List.of(2, 3));

        assertThat(Json.pretty(value)).isEqualTo("""
                {
                  "a" : 1,
                  "b" : [
                    2,
                    3
                  ]
                }""");
    }

    @Test
    void what_is_no_object_is_refused_without_quoting_it() {
        for (String text : List.of("", "null", "[1]", "sesame", "{\"a\":\"sesame\"", "{} {}", "{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> Json.parseObject(text)).as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a JSON object")
                    .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("sesame"));
        }
    }
}
