package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.printwire.json.DecimalText;

class TemplatePropertyTest {

    private static final int URL_PARTS = 3;

    @Provide
    Arbitrary<String> tricky() {
        return Arbitraries.of("@", "@@", "@a", "@self", "@self.x", "|upper", "|round:", ":", "'", ".", "..", "-", " ",
                        "/", "?", "#", "&", "\\", "%2e", "%", "\r\n", "\u0000", "é", "😀", "\ud83d", "{", "\"", "a", "://")
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(tricky().map(text -> (Object) text),
                Arbitraries.doubles().map(number -> (Object) number), Arbitraries.of(true, false),
                Arbitraries.integers().map(number -> (Object) number)).injectNull(0.1);
        return Arbitraries.lazyOf(() -> scalars, () -> scalars,
                () -> scalars.list().ofMaxSize(3).map(list -> (Object) list),
                () -> scalars.map(each -> (Object) new HashMap<>(Map.of("x", each == null ? "" : each))));
    }

    @Property(tries = 500)
    void any_template_expands_to_something_for_any_values(@ForAll @From("tricky") String template,
            @ForAll @From("values") Object a, @ForAll @From("values") Object self, @ForAll Rules rules) {
        TemplateEngine engine = TemplateTest.engine(rules);
        Map<String, Object> values = values(a, self);

        engine.text(template).value(values);
        engine.data(Arrays.asList(template, Map.of("k", template))).value(values);
        engine.url(template).text(values);
        assertThat(engine.text(template).text(values)).isNotNull();
        assertThat(rules.json(engine.text(template).value(values))).isNotNull();
    }

    @Property(tries = 300)
    void a_text_comes_out_literally_wherever_it_is_put(@ForAll @From("tricky") String a,
            @ForAll @From("tricky") String self, @ForAll Rules rules) {
        Template template = TemplateTest.engine(rules).text("<@a @self @a >");

        assertThat(template.text(values(a, self))).isEqualTo("<" + a + " " + self + " " + a + " >");
    }

    @Property(tries = 300)
    void a_whole_value_is_the_value_itself(@ForAll @From("values") Object a, @ForAll Rules rules) {
        assertThat(TemplateTest.engine(rules).text("@a").value(values(a, ""))).isSameAs(a);
    }

    @Property(tries = 300)
    void a_text_without_signs_is_itself(@ForAll String text, @ForAll Rules rules) {
        String plain = text.replace("@", "");

        assertThat(TemplateTest.engine(rules).text(plain).text(Map.of())).isEqualTo(plain);
    }

    @Property(tries = 300)
    void any_text_can_be_written_with_doubled_signs(@ForAll @From("tricky") String text) {
        assertThat(TemplateTest.engine(Rules.PLAIN).text(text.replace("@", "@@")).text(values("x", "y"))).isEqualTo(text);
    }

    /** A hundred times the text is a hundred times the result, for any values: nothing in them is looked at. */
    @Property(tries = 200)
    void an_expansion_is_as_long_as_its_parts(@ForAll @From("tricky") String a, @ForAll @From("tricky") String self,
            @ForAll Rules rules) {
        String once = TemplateTest.engine(rules).text("@a @self ").text(values(a, self));

        assertThat(TemplateTest.engine(rules).text("@a @self ".repeat(100)).text(values(a, self)))
                .isEqualTo(once.repeat(100));
    }

    @Property(tries = 1000)
    void a_fraction_reads_back_as_itself_and_has_an_exponent_by_pythons_rule(@ForAll double value) {
        String python = PythonText.number(value);
        double size = Math.abs(value);

        assertThat(Double.parseDouble(python)).isEqualTo(value);
        assertThat(python.contains("e")).isEqualTo(size != 0 && (size >= 1e16 || size < 1e-4));
        assertThat(Double.parseDouble(DecimalText.plain(value))).isEqualTo(value);
        assertThat(DecimalText.plain(value)).matches("-?[0-9]+\\.[0-9]+");
    }

    @Property(tries = 500)
    void a_value_never_changes_the_structure_of_an_address(@ForAll @From("tricky") String a, @ForAll Rules rules) {
        String url = TemplateTest.engine(rules).url("http://u:p@h/x/@a/y?q=@a#@a").text(values(a, ""));

        assertThat(url).matches("http://u:p@h/x/[^/?#&@\\\\\\s]*/y\\?q=[^/?#&@\\\\\\s]*#[^/?#&@\\\\\\s]*");
        assertThat(List.of(url.substring("http://".length()).split("[/?]"))).hasSizeGreaterThanOrEqualTo(URL_PARTS)
                .doesNotContain(".", "..", "%2e", "%2E%2E");
    }

    private static Map<String, Object> values(Object a, Object self) {
        Map<String, Object> values = new HashMap<>();
        values.put("a", a);
        values.put("self", self);
        return values;
    }
}
