package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ShortTextPropertyTest {

    private final TemplateEngine engine = new TemplateEngine(Rules.PLAIN, ZoneId.of("UTC"));

    @Property(tries = 300)
    void a_text_is_whole_or_as_long_as_allowed_and_no_character_is_cut_in_two(
            @ForAll @StringLength(max = 12) @Chars({'a', '\u00e4', '\u2026'}) String text,
            @ForAll @IntRange(min = 1, max = 14) int most) {
        String whole = text.replace("\u00e4", "\ud83d\ude00");
        String cut = engine.text("@x|short:" + most + "!").text(Map.of("x", whole)).replaceFirst("!$", "");
        int characters = whole.codePointCount(0, whole.length());

        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(Math.min(characters, most));
        assertThat(cut.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
        assertThat(characters <= most ? cut.equals(whole)
                : cut.endsWith("\u2026") && whole.startsWith(cut.substring(0, cut.length() - 1))).isTrue();
    }
}
