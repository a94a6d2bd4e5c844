package org.printwire.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.config.YamlNode.Mapping;
import org.printwire.config.YamlNode.Scalar;
import org.printwire.config.YamlNode.Sequence;
import org.printwire.config.YamlNode.Type;

/** Reads {@code data:}, the shape of the body: keys with values of any depth, or the plugin's JSON text. */
final class DataReader {

    /** The body of a text webhook that says nothing about it. */
    static final String MESSAGE = "@message";

    private final ValueReader values;

    DataReader(ValueReader values) {
        this.values = values;
    }

    /** null: the plugin's default body. */
    Object read(Section webhook, Method method, ContentType type) {
        Optional<YamlNode> node = webhook.node("data");
        if (method == Method.GET && (type == ContentType.TEXT || type == ContentType.PICTURE)) {
            webhook.problem("contentType", "GET has no body to put a " + type.name().toLowerCase(Locale.ROOT)
                    + " into", "write another method, or leave contentType out");
        }
        if (type == ContentType.PICTURE && node.isPresent()) {
            webhook.problem("data", "is not sent with contentType PICTURE, where the picture is the body",
                    "leave it out; put texts into headers");
            return null;
        }
        if (type == ContentType.TEXT) {
            return node.isEmpty() ? MESSAGE : text(webhook, node.get());
        }
        boolean lists = type == ContentType.JSON && method != Method.GET;
        return node.map(written -> shape(webhook, "data", written, lists)).orElse(null);
    }

    /** {@code data:} of {@code oauth:}; a map in any case. */
    Map<String, Object> fields(Section oauth) {
        Object shape = oauth.node("data").map(node -> shape(oauth, "data", node, false)).orElse(null);
        return shape == null ? Map.of() : asMap(shape);
    }

    /** A map, or a list where one may be; null after a problem. */
    private Object shape(Section owner, String key, YamlNode written, boolean lists) {
        Place place = owner.place(key);
        Optional<YamlNode> opened = JsonText.opened(written, place, "write data: {KEY: VALUE}");
        if (opened.isEmpty()) {
            return null;
        }
        if (opened.get() instanceof Mapping || lists && opened.get() instanceof Sequence) {
            return values.read(opened.get(), place);
        }
        place.problem("must be a group of keys" + (lists ? " or a list" : "") + ", not " + opened.get().kind(),
                "write KEY: VALUE lines below it");
        return null;
    }

    private Object text(Section webhook, YamlNode node) {
        if (node instanceof Scalar scalar && scalar.type() != Type.FLAG) {
            return values.text(scalar.text(), webhook.place("data"));
        }
        webhook.problem("data", "must be a text with contentType TEXT, not " + node.kind(), "write data: \"@message\"");
        return MESSAGE;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object shape) {
        return (Map<String, Object>) shape;
    }
}
