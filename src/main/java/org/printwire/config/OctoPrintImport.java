package org.printwire.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over the webhooks of the OctoPrint-Webhooks plugin: from OctoPrint's config.yaml with the plugin's settings of
 * any version, or from one of the plugin's template files. Nothing is written and no file is read.
 */
public final class OctoPrintImport {

    private static final String SECRETS = "secrets are written as they are; env:NAME or file:PATH in their place keeps"
            + " them out of the file";

    private OctoPrintImport() {}

    /**
     * Entries with {@code compat: octoprint} and ids of their own, in the order of the file. What cannot work is
     * written with {@code enabled: false}, so that all of it loads.
     *
     * @param text  of the file
     * @param file  its name, for problems
     * @param taken ids that are in use already
     * @throws ConfigException it is not such a file
     */
    public static Imported read(String text, String file, Set<String> taken) throws ConfigException {
        List<?> hooks = hooks(text.startsWith("\uFEFF") ? text.substring(1) : text, file);
        List<Map<String, Object>> webhooks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> ids = new HashSet<>(taken);
        boolean secrets = false;
        for (int i = 0; i < hooks.size(); i++) {
            String begin = "hook " + (i + 1) + ": ";
            if (!(hooks.get(i) instanceof Map<?, ?> keys)) {
                notes.add(begin + "is no group of settings and is left out");
                continue;
            }
            HookEntry entry = new HookEntry(new OctoPrintHook(keys, note -> notes.add(begin + note)), i + 1, ids);
            webhooks.add(entry.keys());
            secrets |= entry.hasSecret();
        }
        if (hooks.isEmpty()) {
            notes.add("there are no webhooks in " + file);
        }
        if (secrets) {
            notes.add(SECRETS);
        }
        return new Imported(List.copyOf(webhooks), List.copyOf(notes));
    }

    private static List<?> hooks(String text, String file) throws ConfigException {
        Optional<Object> template = text.stripLeading().startsWith("{") ? OctoPrintJson.parse(text) : Optional.empty();
        if (template.isPresent() && template.get() instanceof Map<?, ?> keys && !keys.containsKey("plugins")) {
            if (keys.keySet().stream().noneMatch(OctoPrintImport::isHookKey)) {
                throw problem(file, "is JSON, but no template of the OctoPrint-Webhooks plugin");
            }
            return List.of(keys);
        }
        Object settings = OctoPrintYaml.below(text, file, "plugins", "webhooks").orElse(null);
        if (!(settings instanceof Map<?, ?> keys)) {
            throw problem(file, "has no settings of the OctoPrint-Webhooks plugin");
        }
        if (keys.get("hooks") instanceof List<?> hooks) {
            return hooks;
        }
        if (keys.keySet().stream().noneMatch(OctoPrintImport::isHookKey)) {
            throw problem(file, "has no webhooks in the settings of the OctoPrint-Webhooks plugin");
        }
        return List.of(keys);
    }

    private static boolean isHookKey(Object key) {
        return OctoPrintDefaults.knows(key.toString()) && !Set.of("settings_version", "_config_version", "hooks", "_name",
                "_description").contains(key.toString());
    }

    private static ConfigException problem(String file, String what) {
        return new ConfigException(List.of(new ConfigProblem(file, 0, "", what,
                "name OctoPrint's config.yaml, or a template that the plugin wrote")));
    }
}
