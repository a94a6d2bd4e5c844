package org.printwire.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The configuration that holds, as YAML for people: defaults filled in, secrets covered. */
public final class ConfigText {

    private ConfigText() {}

    /**
     * Secrets, the values of headers and what is sent for a token are {@code ***}; of an address only scheme, host and
     * port are shown. Texts in {@code data} are shown as they were written. Ends with a line end.
     */
    public static String show(Configuration configuration) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("printer", printer(configuration.printer()));
        root.put("cameras", configuration.cameras().stream().map(ConfigText::camera).toList());
        root.put("webhooks", configuration.webhooks().stream().map(WebhookText::of).toList());
        root.put("delivery", Map.of("finish", DurationText.of(configuration.delivery().finish())));
        root.put("storage", storage(configuration.storage()));
        root.put("timelapse", timelapse(configuration.timelapse()));
        try {
            return YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build()
                    .writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no YAML for " + root.keySet(), e);
        }
    }

    private static Map<String, Object> printer(PrinterSection printer) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("profile", printer.profile());
        keys.put("port", printer.port());
        keys.put("baud", printer.baud());
        keys.put("reconnect", DurationText.of(printer.reconnect()));
        keys.put("deadMan", printer.deadMan() == null ? null : DurationText.of(printer.deadMan()));
        keys.put("meatPack", printer.meatPack().name().toLowerCase(Locale.ROOT));
        keys.put("squeeze", printer.squeeze());
        keys.put("warnMinutes", printer.warnMinutes());
        return keys;
    }

    private static Map<String, Object> camera(CameraSection camera) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", camera.name());
        keys.put("type", camera.type().name().toLowerCase(Locale.ROOT));
        putKnown(keys, "device", camera.device());
        putKnown(keys, "url", camera.url() == null ? null : WebAddress.shown(camera.url()));
        putKnown(keys, "command", camera.command());
        keys.put("rotate", camera.rotate());
        keys.put("flipHorizontal", camera.flipHorizontal());
        keys.put("flipVertical", camera.flipVertical());
        keys.put("picture", picture(camera.picture()));
        return keys;
    }

    private static Map<String, Object> picture(PictureSection picture) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (picture.crop() != null) {
            keys.put("crop", crop(picture.crop()));
        }
        keys.put("maxWidth", picture.maxWidth());
        keys.put("maxHeight", picture.maxHeight());
        keys.put("quality", picture.quality());
        keys.put("caption", picture.caption().stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList());
        return keys;
    }

    private static Map<String, Object> crop(CropSection crop) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("left", crop.left().toString());
        keys.put("top", crop.top().toString());
        putKnown(keys, "width", crop.width() == null ? null : crop.width().toString());
        putKnown(keys, "height", crop.height() == null ? null : crop.height().toString());
        return keys;
    }

    private static Map<String, Object> storage(StorageSection storage) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("retention", DurationText.of(storage.retention()));
        keys.put("maxBytes", SizeText.of(storage.maxBytes()));
        return keys;
    }

    private static Map<String, Object> timelapse(TimelapseSection timelapse) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("mode", timelapse.mode().name().toLowerCase(Locale.ROOT));
        keys.put("every", timelapse.every());
        keys.put("camera", timelapse.camera());
        keys.put("fps", timelapse.fps());
        keys.put("park", timelapse.park());
        keys.put("dwell", timelapse.dwell().toMillis());
        keys.put("maxBytes", SizeText.of(timelapse.maxBytes()));
        keys.put("maxFrames", timelapse.maxFrames());
        keys.put("age", DurationText.of(timelapse.age()));
        keys.put("keepFrames", timelapse.keepFrames());
        keys.put("format", timelapse.format().name().toLowerCase(Locale.ROOT));
        keys.put("render", timelapse.render());
        return keys;
    }

    private static void putKnown(Map<String, Object> keys, String key, Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
