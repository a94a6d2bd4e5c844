package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.webhook.template.Rules;

class FormFieldsTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("", "k="),
                Arguments.of("a b", "k=a+b"),
                Arguments.of("a&b=c+d%", "k=a%26b%3Dc%2Bd%25"),
                Arguments.of("é\uD83D\uDE00\n", "k=%C3%A9%F0%9F%98%80%0A"),
                Arguments.of(7, "k=7"),
                Arguments.of(7L, "k=7"),
                Arguments.of(50.0, "k=50.0"),
                Arguments.of(10890569.5, "k=10890569.5"),
                Arguments.of(10_000_000.0, "k=10000000.0"),
                Arguments.of(0.0005, "k=0.0005"),
                Arguments.of(0.0, "k=0.0"),
                Arguments.of(-0.25, "k=-0.25"),
                Arguments.of(true, "k=true"),
                Arguments.of(null, ""),
                Arguments.of(List.of(), "k=%5B%5D"),
                Arguments.of(List.of("a", 1), "k=%5B%22a%22%2C1%5D"),
                Arguments.of(map("x", null, "y", List.of(true)), "k=%7B%22x%22%3Anull%2C%22y%22%3A%5Btrue%5D%7D"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void each_kind_of_value_has_its_text(Object value, String form) {
        assertThat(FormFields.of(map("k", value), Rules.PLAIN).encoded()).isEqualTo(form);
    }

    @Test
    void flags_are_pythons_words_where_asked_for() {
        assertThat(FormFields.of(map("a", true, "b", false), Rules.OCTOPRINT).encoded()).isEqualTo("a=True&b=False");
    }

    @Test
    void keys_are_encoded_and_keep_their_order_and_nulls_leave_no_gap() {
        assertThat(FormFields.of(map("z y", 1, "n", null, "a", 2), Rules.PLAIN).encoded()).isEqualTo("z+y=1&a=2");
    }

    @Test
    void no_values_give_an_empty_text() {
        assertThat(FormFields.of(Map.of(), Rules.PLAIN).encoded()).isEmpty();
    }

    @Property
    void what_is_encoded_can_be_read_back(@ForAll Map<String, String> values) {
        Map<String, String> whole = new LinkedHashMap<>();
        values.forEach((key, value) -> whole.put(sound(key), sound(value)));

        List<String> read = new ArrayList<>();
        for (String pair : whole.isEmpty() ? new String[0] : FormFields.of(whole, Rules.PLAIN).encoded().split("&", -1)) {
            read.add(URLDecoder.decode(pair.substring(0, pair.indexOf('=')), UTF_8));
            read.add(URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
        }

        List<String> expected = new ArrayList<>();
        whole.forEach((key, value) -> expected.addAll(List.of(key, value)));
        assertThat(read).isEqualTo(expected);
    }

    /** Half of a surrogate pair has no UTF-8. */
    private static String sound(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/t, a=1, http://a/t?a=1", "http://a/t?, a=1, http://a/t?a=1", "http://a/t?b=2, a=1, http://a/t?b=2&a=1",
        "http://a/t?b=2&, a=1, http://a/t?b=2&a=1", "http://a/t#x, a=1, http://a/t?a=1#x", "http://a/t?b, '', http://a/t?b"
    })
    void a_query_joins_what_is_there(String url, String query, String joined) {
        Map<String, Object> data = query.isEmpty() ? Map.of() : Map.of("a", 1);

        assertThat(FormFields.of(data, Rules.PLAIN).appendedTo(url)).isEqualTo(joined);
    }
}
