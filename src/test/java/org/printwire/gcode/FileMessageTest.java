package org.printwire.gcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileMessageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "webhook slack half of it is done | slack   | half of it is done",
        "WebHook  a.B_c-9    two  blanks  | a.B_c-9 | two  blanks",
        "webhook slack                    | slack   | ''"
    })
    void a_name_and_the_rest_of_the_line(String words, String name, String text) {
        assertThat(FileMessage.of(words)).contains(new FileMessage(name, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "webhook ", "webhook a,b x", "webhook @slack", "webhook sl\u00e4ck", "webhook \"a\" x"})
    void meant_so_but_without_a_name_that_is_one(String words) {
        assertThat(FileMessage.meant(words)).isTrue();
        assertThat(FileMessage.of(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhooks slack x", "webhook-x", "the webhook slack", "", "pause"})
    void other_words_are_no_message(String words) {
        assertThat(FileMessage.meant(words)).isFalse();
        assertThat(FileMessage.of(words)).isEmpty();
    }

    @Test
    void a_text_in_utf8_is_read_as_such_and_another_as_it_is() {
        assertThat(FileMessage.of(bytes("webhook a \u00fcber \uD83D\uDE00")).orElseThrow().text()).isEqualTo("\u00fcber \uD83D\uDE00");
        assertThat(FileMessage.of("webhook a \u00fcber").orElseThrow().text()).isEqualTo("\u00fcber");
    }

    /** As the reader hands on a file in UTF-8. */
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
