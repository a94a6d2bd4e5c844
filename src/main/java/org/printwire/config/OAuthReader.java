package org.printwire.config;

import java.util.Map;
import java.util.Optional;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;

/** Reads {@code oauth:} of a webhook. The defaults are the OctoPrint-Webhooks plugin's, but for its example data. */
final class OAuthReader {

    private final SecretReader secrets;
    private final HeaderReader headers;
    private final DataReader data;

    OAuthReader(SecretReader secrets, HeaderReader headers, DataReader data) {
        this.secrets = secrets;
        this.headers = headers;
        this.data = data;
    }

    /** null: the webhook needs no token. */
    OAuthSection read(Section webhook) {
        return webhook.group("oauth").map(this::oauth).orElse(null);
    }

    private OAuthSection oauth(Section section) {
        ContentType type = section.choice("contentType", ContentType.class, "JSON", "FORM").orElse(ContentType.JSON);
        OAuthSection oauth = new OAuthSection(url(section),
                section.choice("method", Method.class, WebhookReader.METHODS).orElse(Method.POST),
                type,
                headers.read(section, Map.of("Content-Type", mediaType(type))),
                data.fields(section),
                client(section, "clientId", "clientSecret").map(Secret::reveal).orElse(null),
                client(section, "clientSecret", "clientId").orElse(null));
        section.finish();
        return oauth;
    }

    private Secret url(Section section) {
        if (section.node("url").isEmpty()) {
            section.problem("url", "is missing", "write the address that gives tokens, as in url: https://HOST/token");
        }
        Optional<Secret> url = secrets.read(section, "url");
        url.ifPresent(text -> WebAddress.check(section, "url", text.reveal()));
        return url.orElse(Secret.NONE);
    }

    /** Basic client authentication needs both. */
    private Optional<Secret> client(Section section, String key, String other) {
        if (section.node(key).isEmpty() && section.node(other).isPresent()) {
            section.problem(key, "is missing beside " + other, "write both, or put them into data as the server wants");
        }
        return secrets.read(section, key);
    }

    private static String mediaType(ContentType type) {
        return type == ContentType.JSON ? "application/json" : "application/x-www-form-urlencoded";
    }
}
