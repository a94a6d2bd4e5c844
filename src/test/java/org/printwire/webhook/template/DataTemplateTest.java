package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.printwire.config.Secret;

/** Section 3.7 of the facts, the data. */
class DataTemplateTest {

    private static final Map<String, Object> VALUES = map("a", "AA", "n", 5, "d", map("x", "@a"), "@a", "key");

    @ParameterizedTest
    @EnumSource
    void texts_are_expanded_at_any_depth_and_keys_never(Rules rules) {
        Object data = map("@a", "@a", "list", List.of("@n", List.of("n @n"), map("@n", "@d")));

        assertThat(value(rules, data)).isEqualTo(
                map("@a", "AA", "list", List.of(5, List.of("n 5"), map("@n", map("x", "@a")))));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_text_passes_through(Rules rules) {
        Object data = map("n", 1, "f", 1.5, "t", true, "null", null, "list", Arrays.asList(1, null), "map", map());

        assertThat(value(rules, data)).isEqualTo(data);
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_comes_out_in_clear_and_is_not_expanded(Rules rules) {
        assertThat(value(rules, map("k", new Secret("@a @@")))).isEqualTo(map("k", "@a @@"));
    }

    @Test
    void keys_keep_their_order() {
        Map<?, ?> data = (Map<?, ?>) value(Rules.PLAIN, map("z", "@a", "y", 1, "x", "@n", "a", null));

        assertThat(new ArrayList<Object>(data.keySet())).isEqualTo(List.of("z", "y", "x", "a"));
    }

    @Test
    void data_may_be_a_list_or_one_text() {
        assertThat(value(Rules.PLAIN, List.of("@n"))).isEqualTo(List.of(5));
        assertThat(value(Rules.PLAIN, "@d")).isEqualTo(map("x", "@a"));
        assertThat(value(Rules.PLAIN, null)).isNull();
    }

    @Test
    void names_are_those_of_all_texts_and_problems_have_their_place() {
        DataTemplate data = TemplateTest.engine(Rules.PLAIN)
                .data(map("a", "@x.y", "l", List.of(map("t", "@z|dura"), "@x")));

        assertThat(data.names()).containsExactly("x", "z");
        assertThat(data.problems()).singleElement().asString().startsWith("l[0].t: there is no filter 'dura'");
    }

    private static Object value(Rules rules, Object data) {
        return TemplateTest.engine(rules).data(data).value(VALUES);
    }
}
