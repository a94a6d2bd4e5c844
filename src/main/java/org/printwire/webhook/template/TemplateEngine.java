package org.printwire.webhook.template;

import java.time.ZoneId;

/**
 * Compiles templates. What it makes is immutable: compiled once, expanded as often as wanted by any thread.
 *
 * <p>A name begins behind an {@code @}: letters, digits, {@code _} and {@code -} of ASCII, dots between its parts. A
 * dot or hyphen at its end belongs to the text, so {@code @job.file.name.} does what one expects. Under
 * {@link Rules#OCTOPRINT} it is whatever stands before the next space. What a name leads to is put in as it is, never
 * expanded again. A name that leads nowhere gives an empty text. No template and no value makes an expansion throw.
 *
 * @param zone for the filter {@code localtime}
 */
public record TemplateEngine(Rules rules, ZoneId zone) {

    public Template text(String template) {
        return new TemplateParser(this, " ").template(template);
    }

    /** @param data maps, lists, texts, Secrets, numbers, flags and null, one within the other */
    public DataTemplate data(Object data) {
        return DataTemplate.of(data, this);
    }

    public UrlTemplate url(String template) {
        return new UrlParser(this).template(template);
    }
}
