package org.printwire.config;

import java.util.List;
import java.util.Map;

/**
 * What was taken over from another program.
 *
 * @param webhooks entries for {@code webhooks:}, which {@link WebhookYaml} writes; they may hold secrets
 * @param notes    what could not be carried over, a sentence each, without a secret
 */
public record Imported(List<Map<String, Object>> webhooks, List<String> notes) {

    /** No entry: they may hold secrets. */
    @Override
    public String toString() {
        return "Imported[webhooks=" + webhooks.size() + ", notes=" + notes.size() + "]";
    }
}
