package org.printwire.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service that messages can be sent to: the content of profiles/webhooks/NAME.yaml.
 *
 * @param name    the file name without its ending
 * @param title   for people
 * @param about   for people: what to get where
 * @param needs   what only the user knows, each with a word about it: {@code url}, {@code apiSecret},
 *                {@code deviceIdentifier}, {@code signingSecret}, a key of its {@code oauth} as {@code oauth.url}, or a
 *                key of its {@code data}
 * @param webhook the entry without its id and without what is needed
 */
public record WebhookProfile(
        String name, String title, String about, Map<String, String> needs, Map<String, Object> webhook) {

    /** What every entry may be given, whether the profile needs it or not. */
    private static final List<String> OF_ENTRY = List.of("url", "deviceIdentifier", "apiSecret", "signingSecret");

    private static final String OAUTH = "oauth.";

    /**
     * The entry for {@code webhooks:}. What is given for a key of {@code data} stands for itself, an {@code @} in it
     * too; {@code env:NAME} and {@code file:PATH} stay what they are.
     *
     * @throws ConfigException something is missing, or is not known here; all of it is told at once
     */
    public Map<String, Object> entry(String id, Map<String, String> given) throws ConfigException {
        check(given);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        OF_ENTRY.forEach(key -> {
            if (given.containsKey(key)) {
                entry.put(key, given.get(key));
            } else if (webhook.containsKey(key)) {
                entry.put(key, webhook.get(key));
            }
        });
        webhook.forEach(entry::putIfAbsent);
        Map<String, Object> oauth = copy("oauth");
        Map<String, Object> data = copy("data");
        given.forEach((key, value) -> {
            if (key.startsWith(OAUTH)) {
                oauth.put(key.substring(OAUTH.length()), value);
            } else if (!OF_ENTRY.contains(key)) {
                data.put(key, SecretReader.isReference(value) ? value : value.replace("@", "@@"));
            }
        });
        if (!oauth.isEmpty()) {
            entry.put("oauth", oauth);
        }
        if (!data.isEmpty()) {
            entry.put("data", data);
        }
        return entry;
    }

    /** A group of the entry, to be filled; empty where it has none. */
    private Map<String, Object> copy(String key) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (webhook.get(key) instanceof Map<?, ?> own) {
            own.forEach((name, value) -> copy.put(name.toString(), value));
        }
        return copy;
    }

    private void check(Map<String, String> given) throws ConfigException {
        List<ConfigProblem> problems = new ArrayList<>();
        needs.forEach((key, about) -> {
            if (given.getOrDefault(key, "").isEmpty()) {
                problems.add(problem(key, "is missing", "give " + key + ": " + about));
            }
        });
        if (!needs.containsKey("url") && !webhook.containsKey("url") && !given.containsKey("url")) {
            problems.add(problem("url", "is missing", "give the address"));
        }
        Set<String> known = new LinkedHashSet<>(needs.keySet());
        known.addAll(OF_ENTRY);
        given.keySet().stream().filter(key -> !known.contains(key)).sorted().forEach(key ->
                problems.add(problem(key, "is nothing that " + title + " needs", Nearest.advice(key, known))));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private ConfigProblem problem(String key, String what, String fix) {
        return new ConfigProblem("webhook profile " + name, 0, key, what, fix);
    }
}
