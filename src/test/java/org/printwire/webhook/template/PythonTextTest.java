package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Python 3.11 has printed for the same values. */
class PythonTextTest {

    @ParameterizedTest
    @CsvSource({
        "0x0.0p0, 0.0", "-0x0.0p0, -0.0", "0x1.9p+5, 50.0", "0x1.cfe33276500a9p+3, 14.496484023169915",
        "0x1.1c37937e08p+53, 1e+16", "0x1.1c37937e07fffp+53, 9999999999999998.0", "0x1.a36e2eb1c432dp-14, 0.0001",
        "0x1.4f8b588e368f1p-17, 1e-05", "0x1.a36371ea531a8p-14, 9.999e-05", "0x1.1eb2d66005835p+997, 1.5e+300",
        "0x0.0000000000001p-1022, 5e-324", "0x1.0p-1022, 2.2250738585072014e-308",
        "0x1.fffffffffffffp+1023, 1.7976931348623157e+308", "0x1.0f0cf064dd592p+73, 1e+22",
        "0x1.52d02c7e14af6p+76, 1e+23", "0x1.0p-44, 5.684341886080802e-14", "0x1.4c5a93p+23, 10890569.5",
        "0x1.3333333333334p-2, 0.30000000000000004", "-0x1.421f5f40d8376p-23, -1.5e-07",
        "0x1.b69b4ba630f35p+56, 1.2345678901234568e+17", "0x1.0624dd2f1a9fcp-9, 0.002",
        "0x0.000000000002dp-1022, 2.2e-322", "0x1.0p+53, 9007199254740992.0", "0x1.0p-20, 9.5367431640625e-07"
    })
    void a_fraction_has_the_shortest_digits(String bits, String text) {
        assertThat(PythonText.number(Double.parseDouble(bits))).isEqualTo(text);
    }

    @Test
    void a_tie_between_two_shortest_goes_to_the_even_digit() {
        assertThat(PythonText.number(Double.longBitsToDouble(0x431fd49ce8b54b17L))).isEqualTo("2239873665553093.8");
    }

    @Test
    void what_is_no_number_has_a_name() {
        assertThat(PythonText.str(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo("[nan, inf, -inf]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "plain;'plain'", "it's;\"it's\"", "\";'\"'", "it's \";'it\\'s \"'", "\\;'\\\\'", "Größe 🙂;'Größe 🙂'"
    })
    void a_text_within_something_is_quoted(String text, String quoted) {
        assertThat(PythonText.str(List.of(text))).isEqualTo("[" + quoted + "]");
    }

    @Test
    void characters_that_cannot_be_printed_are_escaped() {
        assertThat(PythonText.str(List.of("\n\r\t\u0000\u001f\u007f\u0085\u00a0\u00ad\u200b\u2028\ue000\ud83d"
                + "\udb40\udc01")))
                .isEqualTo("['\\n\\r\\t\\x00\\x1f\\x7f\\x85\\xa0\\xad\\u200b\\u2028\\ue000\\ud83d\\U000e0001']");
    }

    @Test
    void maps_and_lists_within_one_another() {
        Map<String, Object> value = map("a", Arrays.asList(1, null, true, 2.0), "b", map(), "c", List.of());

        assertThat(PythonText.str(value)).isEqualTo("{'a': [1, None, True, 2.0], 'b': {}, 'c': []}");
        assertThat(PythonJson.of(value)).isEqualTo("{\"a\": [1, null, true, 2.0], \"b\": {}, \"c\": []}");
    }

    @Test
    void json_is_ascii_in_small_hex_digits() {
        assertThat(PythonJson.of("\"\\/\b\f\n\r\t\u0001\u007fé€😀\ud83d")).isEqualTo(
                "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\ud83d\"");
        assertThat(PythonJson.of(List.of(1e16, 1e-5, 5L, Double.NaN))).isEqualTo("[1e+16, 1e-05, 5, null]");
    }
}
