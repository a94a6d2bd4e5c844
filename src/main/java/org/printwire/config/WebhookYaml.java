package org.printwire.config;

import java.util.List;
import java.util.Map;

/** Webhook entries as they stand in config.yaml. Secrets that are literals are written as such. */
public final class WebhookYaml {

    private WebhookYaml() {}

    /** A whole configuration with these entries: the list below {@code webhooks:}. Ends with a line end. */
    public static String text(List<Map<String, Object>> webhooks) {
        return webhooks.isEmpty() ? "webhooks: []\n" : "webhooks:\n" + items(webhooks).indent(2);
    }

    /** The entries alone, each beginning with {@code - } at the line's beginning. */
    static String items(List<Map<String, Object>> webhooks) {
        return YamlText.of(webhooks);
    }
}
