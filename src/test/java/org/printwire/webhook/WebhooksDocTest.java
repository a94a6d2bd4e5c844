package org.printwire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.printwire.config.ConfigException;
import org.printwire.config.ConfigLoader;
import org.printwire.config.EventChoice;
import org.printwire.config.WebhookProfiles;
import org.printwire.config.WebhookSection;
import org.printwire.event.Event;
import org.printwire.event.EventName;
import org.printwire.http.HttpRequestSpec;
import org.printwire.webhook.template.Rules;
import org.printwire.webhook.template.TemplateEngine;

/** Holds docs/webhooks.md to the code. */
class WebhooksDocTest {

    private static final TemplateEngine ENGINE = new TemplateEngine(Rules.PLAIN, ZoneOffset.ofHours(1));

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/webhooks.md"));
    }

    @Test
    void every_parameter_has_its_row_and_no_other_name_has_one() {
        assertThat(rows("## Parameters", "`@(\\w+)`")).isEqualTo(Parameters.NAMES);
    }

    @Test
    void every_filter_has_its_row_and_no_other_has_one() {
        String known = ENGINE.text("@a|nonsense").problems().get(0).replaceFirst(".*write one of ", "");

        assertThat(rows("### Filters", "`(\\w+)`")).containsExactly(known.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            @progress.printTimeLeft|duration > 1h 23m
            @eta|localtime                   > 2026-11-23 19:49
            @eta|localtime:'HH:mm'           > 19:49
            @topic|lower                     > print done
            @progress.completion|round:1     > 34.3
            @topic|upper                     > PRINT DONE
            """)
    void the_examples_of_filters_are_true(String template, String text) {
        Map<String, Object> values = Map.of("topic", "Print Done", "eta", "2026-11-23T18:49:05Z",
                "progress", Map.of("printTimeLeft", 4980, "completion", 34.27));

        assertThat(page).contains("`" + template.replace("|", "\\|") + "` is `" + text + "`");
        assertThat(ENGINE.text(template).text(values)).isEqualTo(text);
    }

    @Test
    void every_service_has_its_row() {
        assertThat(rows("## Services", "`([a-z-]+)`")).containsExactlyInAnyOrderElementsOf(new WebhookProfiles().names());
    }

    static List<String> services() {
        return new WebhookProfiles().names();
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_row_of_a_service_names_what_it_needs(String service) throws ConfigException {
        String row = page.lines().filter(line -> line.startsWith("| `" + service + "` |")).findFirst().orElseThrow();

        assertThat(new WebhookProfiles().load(service).needs().keySet())
                .allSatisfy(key -> assertThat(row.split("\\|")[2]).contains("`" + key + "`"));
    }

    @Test
    void every_name_of_an_event_that_only_webhooks_have_is_there() {
        Set<String> names = new LinkedHashSet<>(EventChoice.names());
        names.removeAll(Event.types().stream().map(EventName::simple).toList());

        assertThat(names).contains("Layer", "CooledDown").allSatisfy(name -> assertThat(page)
                .containsPattern("(?s)## Events and topics.*\\b" + name + "\\b.*## Parameters"));
    }

    @Test
    void the_default_body_is_listed_in_its_order() {
        assertThat(page.replaceAll("\\s+", " ")).contains(String.join(", ", DefaultData.of(false).keySet()) + ", and `snapshot`");
    }

    @Test
    void what_is_replaced_by_newer_reports_is_listed() {
        String sentence = page.split("is kept for a receiver that is away")[0].replaceFirst("(?s).*\\nOf ", "");

        assertThat(Topic.names()).allSatisfy(name -> {
            Topic topic = Topic.named(name).orElseThrow();
            boolean told = Arrays.stream(sentence.split(",\\s| and |\\sonly"))
                    .anyMatch(each -> each.strip().replace(" ", "").equals(name));
            assertThat(told).as(name).isEqualTo(topic.newestOnly());
        });
    }

    @Test
    void the_figures_of_retries_are_those_of_the_code() throws ConfigException {
        RetryPlan plan = RetryPlan.USUAL;
        WebhookSection section = ConfigLoader.parse("webhooks: [{url: http://h}]", "c", Path.of("/"), Map.of())
                .webhooks().get(0);

        assertThat(page).contains(
                "| first delay | " + plan.first().toSeconds() + " s |",
                "| longest delay | " + plan.longest().toMinutes() + " min |",
                "up to | " + Math.round(plan.jitter() * 100) + " % |",
                "makes it | " + plan.retryAfterCap().toDays() + " d |",
                "(`retryFor`) | " + section.retryFor().toDays() + "d |",
                "from | " + EndpointHealth.RESTING + " failures in a row |",
                HttpRequestSpec.USUAL_LIMIT.toSeconds() + " s for all of it");
    }

    private Set<String> rows(String heading, String first) {
        String section = page.split("(?m)^" + heading + "$")[1].split("(?m)^##+ ")[0];
        Matcher rows = Pattern.compile("(?m)^\\| " + first + " \\|").matcher(section);
        Set<String> found = new LinkedHashSet<>();
        while (rows.find()) {
            found.add(rows.group(1));
        }
        return found;
    }
}
