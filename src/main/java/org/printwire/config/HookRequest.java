package org.printwire.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.WebhookSection.Method;

/** How one webhook of the plugin asked: method, secrets, headers, data and the request for a token. */
final class HookRequest {

    private final OctoPrintHook hook;
    private boolean secret;

    HookRequest(OctoPrintHook hook) {
        this.hook = hook;
    }

    /** There is a secret in what was written. */
    boolean hasSecret() {
        return secret;
    }

    void address(Map<String, Object> keys) {
        method(keys, "http_method");
        type(keys, "content_type");
        put(keys, "deviceIdentifier", hook.text("deviceIdentifier", ""));
        String apiSecret = hook.text("apiSecret", "");
        if (SecretReader.isReference(apiSecret)) {
            hook.note("apiSecret begins like the place of a secret (env:, file:) and is left out; put it into a file and"
                    + " write file:PATH");
        } else {
            put(keys, "apiSecret", apiSecret);
            secret |= !apiSecret.isEmpty();
        }
    }

    /** @return false: the plugin could never have sent it, and here it would go without its token */
    boolean body(Map<String, Object> keys) {
        headers(keys, "headers");
        data(keys, "data", OctoPrintDefaults.DATA);
        return !hook.flag("oauth", false) || oauth(keys);
    }

    private boolean oauth(Map<String, Object> keys) {
        Map<String, Object> oauth = new LinkedHashMap<>();
        String url = hook.text("oauth_url", "").strip();
        if (!WebAddress.isAddress(url)) {
            hook.note("gets a token, but oauth_url is no web address; oauth is left out and the webhook is written with"
                    + " enabled: false");
            return false;
        }
        secret = true;
        oauth.put("url", url);
        method(oauth, "oauth_http_method");
        type(oauth, "oauth_content_type");
        headers(oauth, "oauth_headers");
        data(oauth, "oauth_data", OctoPrintDefaults.OAUTH_DATA);
        keys.put("oauth", oauth);
        return true;
    }

    private void method(Map<String, Object> keys, String key) {
        String method = hook.text(key, "POST").strip().toUpperCase(Locale.ROOT);
        if (!List.of(WebhookReader.METHODS).contains(method)) {
            hook.note(key + " is none of GET, POST, PUT, PATCH and DELETE; POST is taken");
        } else if (!method.equals(Method.POST.name())) {
            keys.put("method", method);
        }
    }

    /** For the plugin everything but JSON is a form. */
    private void type(Map<String, Object> keys, String key) {
        if (!hook.text(key, "JSON").equals("JSON")) {
            keys.put("contentType", "FORM");
        }
    }

    private void headers(Map<String, Object> keys, String key) {
        Optional<Object> json = hook.json(key, OctoPrintDefaults.HEADERS);
        if (json.isEmpty()) {
            return;
        }
        if (!(json.get() instanceof Map<?, ?> written)) {
            hook.note(key + " is JSON, but no object, and is left out");
            return;
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        written.forEach((name, value) -> header(key, name.toString(), value).ifPresent(text -> {
            headers.put(name.toString(), text);
            secret |= name.toString().matches("(?i).*(auth|key|token|secret|password).*") && !text.contains("@");
        }));
        keys.put("headers", headers);
    }

    /** The plugin leaves a header out whose value is null. */
    private Optional<String> header(String key, String name, Object value) {
        if (value == null) {
            return Optional.empty();
        }
        String what = "the header " + Section.shortened(name) + " in " + key;
        boolean plain = !(value instanceof Map) && !(value instanceof List);
        if (!plain || !HeaderReader.isName(name) || !HeaderReader.isValue(value.toString())
                || SecretReader.isReference(value.toString())) {
            hook.note(what + " cannot be sent and is left out");
            return Optional.empty();
        }
        if (!(value instanceof String)) {
            hook.note(what + " is no text, so OctoPrint could not send this webhook; it is written as text");
        }
        return Optional.of(value.toString());
    }

    private void data(Map<String, Object> keys, String key, Object absent) {
        Optional<Object> json = hook.json(key, absent);
        if (json.isEmpty()) {
            return;
        }
        if (json.get() instanceof Map || json.get() instanceof List<?> list && list.isEmpty() && isBody(keys, key)) {
            keys.put("data", literal(json.get(), key));
        } else {
            hook.note(key + " is JSON, but no object, and is left out; OctoPrint could not send this webhook either");
        }
    }

    /** The one list that the plugin could send is an empty one as a JSON body. */
    private static boolean isBody(Map<String, Object> keys, String key) {
        return key.equals("data") && !keys.containsKey("contentType") && !"GET".equals(keys.get("method"));
    }

    /** Here a text that begins with env: and the like would stand for a secret. */
    private Object literal(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> literal = new LinkedHashMap<>();
            map.forEach((name, inner) -> literal.put(name.toString(), literal(inner, key)));
            return literal;
        }
        if (value instanceof List<?> list) {
            List<Object> literal = new ArrayList<>();
            list.forEach(inner -> literal.add(literal(inner, key)));
            return literal;
        }
        if (value instanceof String text && SecretReader.isReference(text)) {
            hook.note("a text in " + key + " begins like the place of a secret (env:, file:); it has got a blank in front");
            return " " + text;
        }
        return value;
    }

    private static void put(Map<String, Object> keys, String key, String text) {
        if (!text.isEmpty()) {
            keys.put(key, text);
        }
    }
}
