package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.printwire.testing.Hook.map;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpAnswer;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.HttpRoom;
import org.printwire.http.Tls;
import org.printwire.testing.VirtualTime;
import org.printwire.webhook.Token.Granted;
import org.printwire.webhook.Token.Refused;

/** Against a real authorization server and a receiver that checks its tokens; scripts/oauth-check.sh starts both. */
@EnabledIfSystemProperty(named = "printwire.oauth.server", matches = "http.*")
@Timeout(60)
class OAuthServerTest {

    private static final String ID = "my client:1";
    private static final Secret PASSWORD = new Secret("p:w \u00e9+%");

    private final VirtualTime time = new VirtualTime();
    private final HttpRoom room = new HttpRoom(time);

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void client_credentials_by_form_give_a_token_that_the_receiver_takes() {
        assertThat(deliver(granted(byForm(PASSWORD)))).isEqualTo(200);
    }

    @Test
    void client_credentials_by_basic_give_a_token_that_the_receiver_takes() {
        assertThat(deliver(granted(byBasic()))).isEqualTo(200);
    }

    @Test
    void without_a_token_the_receiver_takes_nothing() {
        assertThat(deliver(new Granted(map("access_token", "none"), false))).isEqualTo(401);
    }

    @Test
    void a_token_is_kept_until_it_expires_and_then_renewed() {
        OAuth oauth = byBasic();
        Granted first = granted(oauth);
        time.advance(Duration.ofSeconds(53));
        Granted second = granted(oauth);
        time.advance(Duration.ofSeconds(2));
        Granted third = granted(oauth);

        assertThat(second.cached()).isTrue();
        assertThat(third.cached()).isFalse();
        assertThat(third.values().get("access_token")).isNotEqualTo(first.values().get("access_token"));
        assertThat(deliver(third)).isEqualTo(200);
    }

    @Test
    void a_token_that_was_revoked_is_renewed_once() {
        OAuth oauth = byForm(PASSWORD);
        granted(oauth);
        assertThat(call(granted(oauth), "/revoke")).isEqualTo(200);
        Granted revoked = granted(oauth);
        assertThat(revoked.cached()).isTrue();
        assertThat(deliver(revoked)).isEqualTo(401);

        oauth.rejected();

        Granted fresh = granted(oauth);
        assertThat(fresh.cached()).isFalse();
        assertThat(deliver(fresh)).isEqualTo(200);
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        Refused refused = (Refused) byForm(new Secret("wrong-password")).token(time.nanos());

        assertThat(refused.reason()).endsWith("answered 401 (invalid_client: *** with *** is not known)");
    }

    private OAuth byForm(Secret password) {
        return oauth(map("grant_type", "client_credentials", "client_id", ID, "client_secret", password), null);
    }

    private OAuth byBasic() {
        return oauth(map("grant_type", "client_credentials"), ID);
    }

    private OAuth oauth(Map<String, Object> data, String id) {
        OAuthSection section = new OAuthSection(new Secret(System.getProperty("printwire.oauth.server") + "/token"),
                Method.POST, ContentType.FORM, Map.of(), data, id, id == null ? null : PASSWORD);
        return new OAuth(section, Tls.USUAL, room, "printwire/test");
    }

    private Granted granted(OAuth oauth) {
        Token token = oauth.token(time.nanos());
        assertThat(token).isInstanceOf(Granted.class);
        return (Granted) token;
    }

    private int deliver(Granted token) {
        return call(token, "/hook");
    }

    private int call(Granted token, String page) {
        HttpAnswer answer = room.call(new HttpRequestSpec("POST",
                new Secret(System.getProperty("printwire.oauth.receiver") + page),
                Map.of("Authorization", "Bearer " + token.values().get("access_token")), null,
                HttpRequestSpec.USUAL_LIMIT, 1024));
        return ((HttpAnswer.Answered) answer).status();
    }
}
