package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.printwire.json.Json;

class SecretMaskPropertyTest {

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().withChars("ab*\\\"%+ é/\n😀").ofMinLength(4).ofMaxLength(10);
    }

    @Property(tries = 500)
    void no_secret_of_four_or_more_characters_is_left(@ForAll @From("secrets") String one,
            @ForAll @From("secrets") String two, @ForAll @From("secrets") String around) {
        SecretMask mask = SecretMask.of(List.of(one, two));

        for (String text : List.of(around + one + two + around + one, Json.value(map("a", one + two)), one, two + one)) {
            assertThat(mask.mask(text)).doesNotContain(one).doesNotContain(two);
        }
    }
}
