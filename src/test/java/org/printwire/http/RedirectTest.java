package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            301, POST, http://a.example/x,      https://a.example/x,      same, -
            302, POST, http://a.example/x,      https://a.example/x,      same, -
            302, POST, http://a.example/x?k=1,  https://a.example/x?k=2,  bare, own
            302, POST, http://a.example/x,      http://a.example/thanks,  bare, own
            303, POST, http://a.example/x,      https://a.example/x,      bare, own
            302, POST, https://a.example/x,     https://b.example/x,      bare, -
            301, POST, https://a.example/x,     http://a.example/x,       refused, -
            307, POST, https://a.example/x,     https://a.example:444/x,  refused, -
            308, PUT,  https://a.example/x,     https://b.example/x,      refused, -
            307, GET,  https://a.example/x,     https://b.example/x,      bare, -
            301, GET,  https://a.example/x,     https://a.example/y,      bare, own
            """)
    void what_is_kept_depends_on_status_method_and_site(
            int status, String method, String from, String to, String expected, String headers) {
        Redirect redirect = Redirect.judge(status, method, HttpUrl.get(from), HttpUrl.get(to));

        assertThat(redirect.followed()).isEqualTo(!expected.equals("refused"));
        assertThat(redirect.keepsBody()).isEqualTo(expected.equals("same"));
        assertThat(redirect.keepsHeaders()).isEqualTo(expected.equals("same") || headers.equals("own"));
    }
}
