package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void plain_text_stays() {
        assertThat(HeaderText.of("Bearer a,b;c=\"d\"")).isEqualTo("Bearer a,b;c=\"d\"");
        assertThat(HeaderText.of("")).isEmpty();
    }

    @Test
    void line_breaks_and_control_characters_become_spaces() {
        assertThat(HeaderText.of(" a\r\nX-Evil: 1\nb\tc\u0000d\u007fe ")).isEqualTo("a X-Evil: 1 b c d e");
    }

    @Test
    void text_beyond_ascii_becomes_an_encoded_word() {
        assertThat(HeaderText.of("Größe 🙂")).isEqualTo("=?UTF-8?B?R3LDtsOfZSDwn5mC?=");
    }

    @Test
    void a_long_text_becomes_several_words_of_whole_characters() {
        String text = "ü🙂".repeat(30);

        assertThat(HeaderText.of(text).split(" ")).hasSizeGreaterThan(3).allMatch(word -> word.length() <= 75)
                .allSatisfy(word -> assertThat(decoded(word)).doesNotContain("\ufffd"));
        assertThat(decoded(HeaderText.of(text))).isEqualTo(text);
    }

    private static String decoded(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split(" ")) {
            String base64 = word.substring("=?UTF-8?B?".length(), word.length() - 2);
            text.append(new String(Base64.getDecoder().decode(base64), UTF_8));
        }
        return text.toString();
    }
}
