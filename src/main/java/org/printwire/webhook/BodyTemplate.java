package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.printwire.camera.Jpeg;
import org.printwire.config.WebhookSection;
import org.printwire.config.WebhookSection.ContentType;
import org.printwire.config.WebhookSection.Method;
import org.printwire.http.HttpBody;
import org.printwire.http.MultipartForm;
import org.printwire.webhook.FormFields.Field;
import org.printwire.webhook.template.DataTemplate;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.TemplateEngine;

/**
 * The compiled {@code data} of a webhook, and how it is written.
 *
 * @param pictureKey the first key at the top whose value is exactly {@code @snapshot}: it is not in {@code data} any
 *                   more. Null: there is none
 */
record BodyTemplate(ContentType contentType, boolean query, DataTemplate data, String pictureKey, Rules rules) {

    private static final String SNAPSHOT = "@snapshot";
    private static final String TEXT = "text/plain; charset=utf-8";

    static BodyTemplate of(WebhookSection section, TemplateEngine engine) {
        Object data = section.data() != null ? section.data() : defaultData(section);
        String pictureKey = null;
        if (data instanceof Map<?, ?> map && section.contentType() != ContentType.PICTURE) {
            Map<String, Object> rest = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (pictureKey == null && SNAPSHOT.equals(entry.getValue())) {
                    pictureKey = String.valueOf(entry.getKey());
                } else {
                    rest.put(String.valueOf(entry.getKey()), entry.getValue());
                }
            }
            data = rest;
        }
        return new BodyTemplate(section.contentType(), section.method() == Method.GET, engine.data(data), pictureKey,
                engine.rules());
    }

    private static Object defaultData(WebhookSection section) {
        return switch (section.contentType()) {
            case TEXT -> "@message";
            case PICTURE -> Map.of();
            case JSON, FORM -> DefaultData.of(section.snapshot());
        };
    }

    /** A query has no place for a picture. */
    boolean wantsPicture() {
        return !query && (pictureKey != null || contentType == ContentType.PICTURE);
    }

    /** The address with the data as its query. */
    String queried(String url, Map<String, ?> values) {
        return FormFields.repeating(data.value(values), rules).appendedTo(url);
    }

    /** @param headers the content type is taken from them */
    HttpBody body(Map<String, ?> values, Map<String, String> headers, Optional<Jpeg> picture, String eventId) {
        if (contentType == ContentType.PICTURE) {
            return picture(values, headers, picture);
        }
        Object content = data.value(values);
        if (pictureKey != null) {
            ContentTypeRule.removeAll(headers);
            return multipart(FormFields.of(content, rules), picture, eventId);
        }
        return switch (contentType) {
            case JSON -> new HttpBody(ContentTypeRule.takeJson(headers, rules), bytes(rules.json(content)));
            case FORM -> new HttpBody(ContentTypeRule.take(headers, "application/x-www-form-urlencoded"),
                    bytes(FormFields.of(content, rules).encoded()));
            default -> new HttpBody(ContentTypeRule.takeAny(headers).orElse(TEXT), bytes(rules.field(content)));
        };
    }

    private HttpBody picture(Map<String, ?> values, Map<String, String> headers, Optional<Jpeg> picture) {
        if (picture.isPresent()) {
            return new HttpBody(ContentTypeRule.take(headers, "image/jpeg"), picture.get().bytes());
        }
        ContentTypeRule.removeAll(headers);
        return new HttpBody(TEXT, bytes(rules.field(values.get("message"))));
    }

    private HttpBody multipart(FormFields fields, Optional<Jpeg> picture, String eventId) {
        byte[] jpeg = picture.map(Jpeg::bytes).orElse(new byte[0]);
        MultipartForm form = new MultipartForm(Boundary.of(eventId, fields, jpeg));
        for (Field field : fields.fields()) {
            form.field(field.name(), field.value());
        }
        picture.ifPresent(each -> form.file(pictureKey, "snapshot.jpg", "image/jpeg", jpeg));
        return form.body();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
