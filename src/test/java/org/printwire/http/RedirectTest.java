package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {

    @ParameterizedTest(name = "{0} of a {1} from {2} to {3}: {4}")
    @CsvSource(textBlock = """
            301, POST,   https://a.example/x,     https://a.example/y,      GET own
            302, POST,   https://a.example/x,     https://a.example/y,      GET own
            303, POST,   https://a.example/x,     https://a.example/y,      GET own
            307, POST,   https://a.example/x,     https://a.example/y,      POST body own
            308, POST,   https://a.example/x,     https://a.example/y,      POST body own
            301, PUT,    https://a.example/x,     https://a.example/y,      PUT body own
            302, PATCH,  https://a.example/x,     https://a.example/y,      PATCH body own
            303, DELETE, https://a.example/x,     https://a.example/y,      GET own
            302, DELETE, https://a.example/x,     https://a.example/y,      DELETE body own
            307, GET,    https://a.example/x,     https://a.example/y,      GET body own
            301, POST,   http://a.example/x,      https://a.example/x,      POST body own
            302, POST,   http://a.example/x?k=1,  https://a.example/x?k=1,  POST body own
            302, POST,   http://a.example/x?k=1,  https://a.example/x?k=2,  GET own
            301, POST,   http://a.example/x,      https://a.example/,       GET own
            303, POST,   http://a.example/x,      https://a.example/x,      GET own
            301, POST,   http://a.example:81/x,   https://a.example/x,      GET
            301, POST,   http://a.example/x,      https://b.example/x,      GET
            303, POST,   https://a.example/x,     https://b.example/x,      GET
            301, POST,   https://a.example/x,     http://a.example/x,       GET
            301, GET,    https://a.example/x,     https://b.example/x,      GET body
            307, GET,    https://a.example/x,     http://a.example/x,       GET body
            307, POST,   https://a.example/x,     https://b.example/x,      refused
            308, POST,   https://a.example/x,     https://a.example:444/x,  refused
            307, POST,   https://a.example/x,     http://a.example/x,       refused
            301, PUT,    https://a.example/x,     https://www.a.example/x,  refused
            302, DELETE, https://a.example/x,     https://b.example/x,      refused
            """)
    void what_is_kept_depends_on_status_method_and_site(
            int status, String method, String from, String to, String expected) {
        Redirect redirect = Redirect.judge(status, method, HttpUrl.get(from), HttpUrl.get(to));

        assertThat(redirect.followed() ? redirect.method() + (redirect.keepsBody() ? " body" : "")
                + (redirect.keepsHeaders() ? " own" : "") : "refused").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200,false", "300,false", "301,true", "302,true", "303,true", "304,false", "307,true", "308,true"})
    void five_statuses_redirect(int status, boolean redirects) {
        assertThat(Redirect.isRedirect(status)).isEqualTo(redirects);
    }
}
