package org.printwire.webhook;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.printwire.camera.Jpeg;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpBody;
import org.printwire.http.HttpRequestSpec;
import org.printwire.http.Tls;
import org.printwire.webhook.template.DataTemplate;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.TemplateEngine;
import org.printwire.webhook.template.UrlTemplate;

/**
 * A webhook's request with everything in it still to be filled in: compiled once, then a request for each attempt. Pure
 * and immutable: the same values give the same bytes. Whatever the values are, there is a request; it may be one that
 * cannot be sent, where the configuration or a value makes no web address.
 *
 * <p>GET has the data as its query. Other methods have a body: multipart/form-data where a value at the top of the data
 * is exactly {@code @snapshot}, even if there is no picture; otherwise as {@code contentType} says.
 */
public final class RequestTemplate {

    private final WebhookSection section;
    private final Parameters parameters;
    private final UrlTemplate url;
    private final DataTemplate headers;
    private final BodyTemplate body;
    private final Rules rules;
    private final Tls tls;
    private final String userAgent;

    private RequestTemplate(Webhook webhook, TemplateEngine engine, String version) {
        this.section = webhook.settings();
        this.parameters = Parameters.of(webhook, engine);
        this.url = engine.url(section.url().reveal());
        this.headers = engine.data(section.headers());
        this.body = BodyTemplate.of(section, engine);
        this.rules = engine.rules();
        this.tls = webhook.tls();
        this.userAgent = "printwire/" + version;
    }

    /**
     * @param zone    for times in messages
     * @param version of this program, for the User-Agent
     */
    public static RequestTemplate of(Webhook webhook, ZoneId zone, String version) {
        return new RequestTemplate(webhook, new TemplateEngine(Rules.of(webhook.settings().compat()), zone), version);
    }

    /** What the names stand for in this attempt. Secrets are in there. */
    public Map<String, Object> values(Delivery delivery, int attempt, Map<String, Object> oauthAnswer) {
        return parameters.of(delivery, attempt, oauthAnswer);
    }

    /** @param eventId the boundary of a multipart body is made from it */
    public HttpRequestSpec request(Map<String, ?> values, Optional<Jpeg> picture, String eventId) {
        Map<String, String> filled = headers(values);
        Secret address = address(values);
        boolean query = section.method() == Method.GET;
        HttpBody content = query ? null : body.body(values, filled, picture, eventId);
        Secret whole = query ? new Secret(body.queried(address.reveal(), values)) : address;
        return new HttpRequestSpec(section.method().name(), whole, filled, content, HttpRequestSpec.USUAL_LIMIT,
                HttpRequestSpec.ANSWER_HEAD_BYTES, tls);
    }

    /** Where the request goes, without the data that GET puts behind it. */
    Secret address(Map<String, ?> values) {
        return new Secret(url.text(values));
    }

    /** In the order of the configuration; a header whose value is null is left out. */
    private Map<String, String> headers(Map<String, ?> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        ((Map<?, ?>) headers.value(values)).forEach((name, value) -> {
            if (value != null) {
                filled.put(String.valueOf(name), HeaderText.of(rules.field(value)));
            }
        });
        if (filled.keySet().stream().anyMatch("User-Agent"::equalsIgnoreCase)) {
            return filled;
        }
        Map<String, String> named = new LinkedHashMap<>();
        named.put("User-Agent", userAgent);
        named.putAll(filled);
        return named;
    }

    /** A picture would go along if there were one. */
    public boolean wantsPicture() {
        return body.wantsPicture();
    }

    /** The first parts of all names that a request may ask for; a value that is not among them need not be made. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(url.names());
        names.addAll(headers.names());
        names.addAll(body.data().names());
        if (section.contentType() == ContentType.PICTURE) {
            names.add("message");
        }
        if (names.contains("message")) {
            names.addAll(parameters.names());
        }
        return names;
    }

    /** What will not come out as its author thinks, for people, each with its place: {@code data.time: ...}. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        url.problems().forEach(problem -> problems.add("url: " + problem));
        headers.problems().forEach(problem -> problems.add("headers." + problem));
        body.data().problems().forEach(problem ->
                problems.add((section.data() instanceof Map ? "data." : "data: ") + problem));
        boolean form = section.contentType() == ContentType.FORM || section.method() == Method.GET;
        if (form && section.data() instanceof List) {
            problems.add("data: a list has no keys; write KEY: VALUE, or contentType: JSON and a method with a body");
        }
        problems.addAll(parameters.problems());
        if (section.oauth() == null) {
            unknown("url", url.names(), problems);
            unknown("headers", headers.names(), problems);
            unknown("data", body.data().names(), problems);
            unknown("messages", parameters.names(), problems);
        }
        return problems;
    }

    private void unknown(String place, Set<String> names, List<String> problems) {
        names.stream().filter(name -> !Parameters.NAMES.contains(name)).forEach(name ->
                problems.add(place + ": there is no parameter @" + name + (rules == Rules.PLAIN
                        ? "; write one of docs/webhooks.md, or @@ where an @ is meant"
                        : "; with compat: octoprint a name goes on to the next space, and no @ can be sent")));
    }
}
