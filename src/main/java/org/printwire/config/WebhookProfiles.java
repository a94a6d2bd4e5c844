package org.printwire.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.printwire.config.YamlNode.Mapping;

/**
 * The webhook profiles that come with the program: for each service an entry of {@code webhooks:} that needs only to be
 * given its address and the like.
 *
 * <p>Keeps nothing; safe for several threads.
 */
public final class WebhookProfiles {

    private final ProfileFolder folder;

    public WebhookProfiles() {
        this(WebhookProfiles.class.getClassLoader());
    }

    WebhookProfiles(ClassLoader resources) {
        this.folder = new ProfileFolder(resources, "profiles/webhooks/", "simple");
    }

    /** In alphabetical order. */
    public List<String> names() {
        return folder.names();
    }

    /** @throws ConfigException there is no such profile; the message lists those there are */
    public WebhookProfile load(String name) throws ConfigException {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new ConfigException(List.of(new ConfigProblem("webhook profile", 0, name, "there is none of this name",
                    Nearest.advice(name, names))));
        }
        try {
            return parse(folder.text(name), folder.path(name), name);
        } catch (ConfigException e) {
            throw new IllegalStateException("a profile of the program's own has mistakes: " + e.getMessage(), e);
        }
    }

    static WebhookProfile parse(String text, String file, String name) throws ConfigException {
        Problems problems = new Problems(file);
        Optional<YamlNode> root = YamlReader.yaml(text, problems);
        WebhookProfile profile = root.map(node -> read(new Section(node, "", problems), name)).orElse(null);
        if (root.isEmpty()) {
            problems.add(0, "", "holds no profile", "write title:, about:, needs: and webhook:");
        }
        problems.raise();
        return profile;
    }

    private static WebhookProfile read(Section section, String name) {
        for (String key : List.of("title", "about", "needs", "webhook")) {
            if (section.node(key).isEmpty()) {
                section.problem(key, "is missing", "");
            }
        }
        Map<String, Object> webhook = section.node("webhook")
                .filter(Mapping.class::isInstance)
                .map(node -> ValueReader.plain().map((Mapping) node, section.place("webhook")))
                .orElse(Map.of());
        WebhookProfile profile = new WebhookProfile(name, section.text("title").orElse(name),
                section.text("about").orElse("").strip(), section.section("needs").everyText(), webhook);
        if (webhook.containsKey("id")) {
            section.problem("webhook", "has an id", "leave it to the user");
        }
        section.finish();
        return profile;
    }
}
