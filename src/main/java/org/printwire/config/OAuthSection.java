package org.printwire.config;

import java.util.Map;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;

/**
 * {@code oauth:} of a webhook: where its token comes from. Nothing in it is a template (as in the plugin).
 *
 * @param contentType JSON or FORM
 * @param headers     by name: Strings or Secrets
 * @param data        as {@link WebhookSection#data()}, always a map
 * @param clientId     null: no Basic client authentication (RFC 6749, 2.3.1)
 * @param clientSecret its password
 */
public record OAuthSection(Secret url, Method method, ContentType contentType, Map<String, Object> headers,
        Map<String, Object> data, String clientId, Secret clientSecret) {

    /** Nothing: all of it may be secret. */
    @Override
    public String toString() {
        return "OAuthSection";
    }
}
