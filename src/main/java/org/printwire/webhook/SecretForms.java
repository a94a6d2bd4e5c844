package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.UrlEncoding;

/** What a text looks like once it is in a request, an answer or a message of ours. */
final class SecretForms {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    /** The text itself first. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.strip());
        for (Rules rules : Rules.values()) {
            String json = rules.json(secret);
            String within = json.substring(1, json.length() - 1);
            forms.add(within);
            forms.add(within.replace("/", "\\/"));
        }
        for (String encoded : new String[] {
            UrlEncoding.component(secret), UrlEncoding.segment(secret), UrlEncoding.form(secret)}) {
            forms.add(encoded);
            forms.add(ESCAPE.matcher(encoded).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)));
        }
        forms.add(HeaderText.of(secret));
        byte[] bytes = secret.getBytes(UTF_8);
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return forms;
    }
}
