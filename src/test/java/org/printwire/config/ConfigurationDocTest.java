package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md and the code together. */
class ConfigurationDocTest {

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/configuration.md"));
    }

    @Test
    void every_key_has_its_row_and_no_other_key_has_one() {
        assertThat(rows("printer")).isEqualTo(components(PrinterSection.class));
        assertThat(rows("cameras")).isEqualTo(components(CameraSection.class));
        assertThat(rows("picture")).isEqualTo(components(PictureSection.class));
        assertThat(rows("storage")).isEqualTo(components(StorageSection.class));
        assertThat(rows("timelapse")).isEqualTo(components(TimelapseSection.class));
        assertThat(rows("webhooks")).isEqualTo(components(WebhookSection.class));
        assertThat(rows("oauth")).isEqualTo(components(OAuthSection.class));
        assertThat(rows("quietHours")).isEqualTo(components(QuietHours.class));
        assertThat(rows("delivery")).isEqualTo(components(DeliverySection.class));
    }

    @Test
    void every_key_of_a_profile_has_its_row() {
        Set<String> keys = components(PrinterProfile.class);
        keys.removeAll(List.of("name", "bedX", "bedY", "bedZ"));
        keys.add("bed");

        assertThat(section("A profile of your own")).isEqualTo(keys);
    }

    @Test
    void every_profile_and_placeholder_is_named() {
        assertThat(new ProfileLoader().names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(PrinterProfile.Scripts.PLACEHOLDERS).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void the_defaults_of_a_webhook_are_those_of_the_code() throws ConfigException {
        WebhookSection webhook = ConfigLoader.parse("webhooks: [{url: http://h}]", "c", Path.of("/"), Map.of())
                .webhooks().get(0);

        assertThat(page).contains("| `progressInterval` | " + webhook.progressInterval() + " |",
                "| `events` | " + String.join(", ", webhook.events()) + " |",
                "| `enabled` | " + webhook.enabled() + " |",
                "| `method` | " + webhook.method() + " |",
                "| `contentType` | " + webhook.contentType() + " |",
                "| `progressGap` | " + DurationText.of(webhook.progressGap()) + " |",
                "| `layerInterval` | " + webhook.layerInterval() + " |",
                "| `snapshotLimit` | " + DurationText.of(webhook.snapshotLimit()) + " |",
                "| `verifyTls` | " + webhook.verifyTls() + " |",
                "| `retryFor` | " + DurationText.of(webhook.retryFor()) + " |",
                "| `finish` | " + DurationText.of(DeliverySection.DEFAULTS.finish()) + " |",
                "| `retention` | " + DurationText.of(StorageSection.DEFAULTS.retention()) + " |",
                "| `maxBytes` | " + SizeText.of(StorageSection.DEFAULTS.maxBytes()) + " |");
    }

    @Test
    void the_defaults_of_a_picture_are_those_of_the_code_and_every_part_of_a_caption_is_named() {
        assertThat(page).contains("| `maxWidth` | " + PictureSection.DEFAULTS.maxWidth() + " |",
                "| `maxHeight` | " + PictureSection.DEFAULTS.maxHeight() + " |",
                "| `quality` | " + PictureSection.DEFAULTS.quality() + " |");
        assertThat(CaptionPart.values())
                .allSatisfy(part -> assertThat(page).contains("`" + part.name().toLowerCase(Locale.ROOT) + "`"));
    }

    @Test
    void every_method_and_content_type_is_named() {
        assertThat(WebhookSection.Method.values()).allSatisfy(method -> assertThat(page).contains("`" + method + "`"));
        assertThat(WebhookSection.ContentType.values())
                .allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
    }

    private Set<String> rows(String group) {
        return section("`" + group + "`");
    }

    private Set<String> section(String title) {
        Matcher part = Pattern.compile("(?ms)^## " + Pattern.quote(title) + "\\R(.*?)(?=^## |\\z)").matcher(page);
        assertThat(part.find()).as("a section " + title).isTrue();
        Set<String> keys = new TreeSet<>();
        Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(part.group(1)).results().forEach(row -> keys.add(row.group(1)));
        return keys;
    }

    private static Set<String> components(Class<?> type) {
        return new TreeSet<>(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    }
}
