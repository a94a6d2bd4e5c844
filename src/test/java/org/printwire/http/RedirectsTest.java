package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.http.Calls.SECRET;
import static org.printwire.http.Calls.answered;
import static org.printwire.http.Calls.get;
import static org.printwire.http.Calls.passing;
import static org.printwire.http.Calls.permanent;
import static org.printwire.http.Calls.post;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.printwire.http.HttpAnswer.Answered;
import org.printwire.http.HttpAnswer.Hop;
import org.printwire.testing.VirtualTime;

@Timeout(30)
class RedirectsTest {

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final HttpRoom room = new HttpRoom(new VirtualTime());

    @BeforeEach
    void start() throws IOException {
        server.start();
        other.start();
    }

    @AfterEach
    void stop() {
        room.close();
        server.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void a_post_follows_to_another_page_with_its_body(int status) throws Exception {
        server.enqueue(redirect(status, "/moved"));
        server.enqueue(new MockResponse.Builder().build());

        Answered answer = answered(room.call(post(url(server))));

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getRequestLine()).isEqualTo("POST /moved HTTP/1.1");
        assertThat(second.getBody().utf8()).contains(SECRET);
        assertThat(second.getHeaders().get("X-Key")).isEqualTo(SECRET);
        assertThat(second.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.hops()).containsExactly(new Hop(status, "POST", site(server)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void a_post_becomes_a_get_without_body_and_the_answer_tells(int status) throws Exception {
        server.enqueue(redirect(status, "/thanks"));
        server.enqueue(new MockResponse.Builder().code(204).build());

        Answered answer = answered(room.call(post(url(server))));

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getRequestLine()).isEqualTo("GET /thanks HTTP/1.1");
        assertThat(second.getBodySize()).isZero();
        assertThat(second.getHeaders().get("X-Key")).isEqualTo(SECRET);
        assertThat(second.getHeaders().get("Content-Type")).isNull();
        assertThat(second.getHeaders().get("Content-Length")).isNull();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.hops()).containsExactly(new Hop(status, "GET", site(server)));
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void a_post_that_is_sent_to_another_site_stays_home(int status) {
        server.enqueue(redirect(status, url(other)));

        String reason = permanent(room.call(post(url(server))));

        assertThat(other.getRequestCount()).isZero();
        assertThat(reason).isEqualTo(site(server) + " redirects (" + status + ") to http://" + site(other)
                + ": not followed, since the request holds secrets; write the new address as url");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void what_has_become_a_get_goes_to_another_site_without_any_secret(int status) throws Exception {
        server.enqueue(redirect(status, other.url("/result").toString()));
        other.enqueue(new MockResponse.Builder().code(201).build());

        assertThat(answered(room.call(post(url(server)))).status()).isEqualTo(201);

        RecordedRequest request = other.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /result HTTP/1.1");
        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeaders().toString()).doesNotContain(SECRET).contains("User-Agent: printwire/test");
    }

    @Test
    void basic_authorization_of_the_address_goes_nowhere_else() throws Exception {
        server.enqueue(redirect(302, "/second"));
        server.enqueue(redirect(302, other.url("/").toString().replace("http://", "http://jo:pw@")));
        other.enqueue(new MockResponse.Builder().build());

        room.call(get(url(server).replace("http://", "http://jo:pw@")));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic am86cHc=");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic am86cHc=");
        assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void headers_that_were_left_behind_do_not_come_back() throws Exception {
        server.enqueue(redirect(302, other.url("/").toString()));
        other.enqueue(redirect(302, server.url("/back").toString()));
        server.enqueue(new MockResponse.Builder().build());

        Answered answer = answered(room.call(get(url(server))));

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("X-Key")).isNull();
        assertThat(answer.hops()).extracting(Hop::site).containsExactly(site(other), site(server));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void a_circle_ends_when_it_closes(int status) {
        server.enqueue(redirect(status, "/a"));
        server.enqueue(redirect(status, "/b"));
        server.enqueue(redirect(status, "/a"));

        assertThat(passing(room.call(post(url(server))))).isEqualTo(site(server) + " redirects in a circle");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void twenty_redirects_are_followed_and_no_more() {
        for (int i = 1; i <= 21; i++) {
            server.enqueue(redirect(307, "/" + i));
        }

        assertThat(passing(room.call(post(url(server)))))
                .isEqualTo(site(server) + " redirects more than 20 times");
        assertThat(server.getRequestCount()).isEqualTo(21);
    }

    @Test
    void after_twenty_redirects_an_answer_still_counts() {
        for (int i = 1; i <= 20; i++) {
            server.enqueue(redirect(307, "/" + i));
        }
        server.enqueue(new MockResponse.Builder().build());

        assertThat(answered(room.call(post(url(server)))).hops()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file:///etc/passwd       | file:, which is no web address; not followed
            FTP://files.example/x    | ftp:, which is no web address; not followed
            javascript:alert(1)      | javascript:, which is no web address; not followed
            s3cr3t:x                 | something that is no web address; not followed
            http://                  | something that is no web address; not followed
            http://[::g]/            | something that is no web address; not followed
            http://a.example:99999/  | something that is no web address; not followed
            """)
    void only_web_addresses_are_followed(String location, String told) {
        server.enqueue(redirect(302, location));
        server.enqueue(redirect(302, location));

        assertThat(permanent(room.call(post(url(server))))).isEqualTo(site(server) + " redirects (302) to " + told);
        assertThat(permanent(room.call(get(url(server))))).isEqualTo(site(server) + " redirects (302) to " + told);
    }

    @Test
    void a_redirect_without_a_location_is_an_answer() {
        server.enqueue(new MockResponse.Builder().code(302).body("where to?").build());

        assertThat(answered(room.call(post(url(server)))).status()).isEqualTo(302);
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder().code(status).addHeader("Location", location).build();
    }

    private static String url(MockWebServer server) {
        return server.url("/hook/" + SECRET).toString();
    }

    private static String site(MockWebServer server) {
        return server.getHostName() + ":" + server.getPort();
    }
}
