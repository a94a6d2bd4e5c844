package org.printwire.webhook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.printwire.testing.Hook.map;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 3.7 of the facts, the addresses. */
class UrlTemplateTest {

    private static final Map<String, Object> VALUES = map(
            "a", "x y", "b", "é/?#&=@", "n", 5, "host", "h.example", "secret", "p@ss:/w", "dots", "..", "dot", ".",
            "base", "https://h.example/v1", "null", null, "token", "bot1:A/B", "flag", true, "d", map("k", 1));

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void an_address(String why, String url, String octoprint, String plain) {
        assertThat(expanded(Rules.OCTOPRINT, url)).as("octoprint").isEqualTo(octoprint);
        assertThat(expanded(Rules.PLAIN, url)).as("plain").isEqualTo(plain);
    }

    static List<Arguments> rows() {
        String encoded = "%C3%A9%2F%3F%23%26%3D%40";
        return List.of(
                both("3.7 no name at all", "http://h/p?x=1#f", "http://h/p?x=1#f"),
                both("3.7 ends at /", "http://h/@a/q", "http://h/x%20y/q"),
                both("3.7 ends at ?", "http://h/@a?q", "http://h/x%20y?q"),
                both("3.7 ends at #", "http://h/@a#q", "http://h/x%20y#q"),
                both("3.7 ends at a space", "http://h/@a q", "http://h/x%20y q"),
                both("3.7 ends at the end", "http://h/@a", "http://h/x%20y"),
                both("3.7 a value is encoded, what means something too", "http://h/@b?q=@b", "http://h/" + encoded
                        + "?q=" + encoded),
                both("7.2 & is not swallowed", "http://h/p?x=@a&y=@n", "http://h/p?x=x%20y&y=5"),
                both("7.2 user info stays", "http://user:password@h/p", "http://user:password@h/p"),
                both("7.2 user info with an empty password stays", "http://key:@h.example/p", "http://key:@h.example/p"),
                both("7.2 a user alone stays", "http://user@h/p", "http://user@h/p"),
                both("7.2 a password that ends in a hyphen stays", "http://user:pass-@h/p", "http://user:pass-@h/p"),
                both("7.2 a sign within a password stays", "http://user:pa@ss@h/p", "http://user:pa%40ss@h/p"),
                both("3.7 a name before user info's end", "http://user:@secret@h/p", "http://user:p%40ss%3A%2Fw@h/p"),
                both("3.7 user and password by name", "http://@n:@secret@h/p", "http://5:p%40ss%3A%2Fw@h/p"),
                both("3.7 two signs in a password", "http://u:@@n@h/", "http://u:%40n@h/"),
                both("3.7 user info and a name behind it", "http://u:p@h/@n", "http://u:p@h/5"),
                both("3.7 the host by name", "http://@host:8080/p", "http://h.example:8080/p"),
                both("3.7 a part of the host by name", "http://hooks.@host/p", "http://hooks.h.example/p"),
                both("3.7 user info and the host by name", "http://u:p@@host/p", "http://u:p@host/p"),
                both("3.7 a host cannot be left by a value", "http://@b/p", "http://" + encoded + "/p"),
                row("3.7 a dot behind a name", "http://h/@n.json", "http://h/", "http://h/"),
                row("3.7 a bracket behind a name", "http://h/(@n)", "http://h/(", "http://h/(5)"),
                row("3.7 two signs", "http://h/@@n", "http://h/", "http://h/@n"),
                row("3.7 a sign alone", "http://h/@/x", "http://h//x", "http://h/@/x"),
                row("3.7 null", "http://h/@null/x", "http://h/None/x", "http://h//x"),
                row("3.7 a flag", "http://h/@flag/x", "http://h/True/x", "http://h/true/x"),
                row("3.7 an object", "http://h/?d=@d", "http://h/?d=%7B%22k%22%3A%201%7D", "http://h/?d=%7B%22k%22%3A1%7D"),
                row("3.7 a filter", "http://h/@nothing|default:none/x", "http://h//x", "http://h/none/x"),
                row("3.7 a value is encoded once", "http://h/@b|url", "http://h/", "http://h/" + encoded),
                both("3.9 snapshot has no value", "http://h/@snapshot/x", "http://h//x"),
                both("a value cannot climb the path", "http://h/a/@dots/@dot/x", "http://h/a///x"),
                both("a colon in a path segment is a colon", "http://h/@token/x", "http://h/bot1:A%2FB/x"),
                both("a colon in a query is encoded", "http://h/?x=@token", "http://h/?x=bot1%3AA%2FB"),
                both("dots in a query are dots", "http://h/a?x=@dots", "http://h/a?x=.."),
                both("a whole address by name is put in as it is", "@base", "https://h.example/v1"),
                both("the beginning of an address by name", "@base/x?y=@a", "https://h.example/v1/x?y=x%20y"),
                both("a colon in the path is no user info", "http://h/a:b@n", "http://h/a:b5"),
                both("a query with another address", "http://h?u=http://@n", "http://h?u=http://5"));
    }

    private static Arguments both(String why, String url, String expected) {
        return arguments(why, url, expected, expected);
    }

    private static Arguments row(String why, String url, String octoprint, String plain) {
        return arguments(why, url, octoprint, plain);
    }

    @Test
    void names_and_problems_are_told() {
        UrlTemplate url = TemplateTest.engine(Rules.PLAIN).url("http://@host|x:@secret@h/@a|y?@b.c");

        assertThat(url.names()).containsExactly("host", "secret", "a", "b");
        assertThat(url.problems()).hasSize(2);
    }

    private static String expanded(Rules rules, String url) {
        return TemplateTest.engine(rules).url(url).text(VALUES);
    }
}
