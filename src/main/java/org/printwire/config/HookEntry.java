package org.printwire.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entry of {@code webhooks:} that does what one webhook of the plugin did. */
final class HookEntry {

    /** Stands where an address must be; nothing ever answers there. */
    private static final String NO_ADDRESS = "https://example.invalid/";
    private static final int LONGEST_COOLDOWN = 30 * 86_400;

    private final OctoPrintHook hook;
    private final HookRequest request;
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private boolean enabled;

    /** @param ids in use; the entry's own is added */
    HookEntry(OctoPrintHook hook, int number, Set<String> ids) {
        this.hook = hook;
        this.request = new HookRequest(hook);
        this.enabled = hook.flag("webhook_enabled", true);
        String url = url();
        String id = HookId.of(url, hook.text("_name", ""), number, ids);
        ids.add(id);
        keys.put("id", id);
        keys.put("enabled", true);
        keys.put("url", url);
        request.address(keys);
        events();
        messages();
        enabled &= request.body(keys);
        cooldown();
        if (!hook.flag("verify_ssl", true)) {
            keys.put("verifyTls", false);
        }
        keys.put("compat", "octoprint");
        if (enabled) {
            keys.remove("enabled");
        } else {
            keys.put("enabled", false);
        }
        noteOthers();
    }

    Map<String, Object> keys() {
        return keys;
    }

    boolean hasSecret() {
        return request.hasSecret();
    }

    private String url() {
        String url = hook.text("url", "").strip();
        if (WebAddress.isTemplate(url)) {
            return url;
        }
        hook.note((url.isEmpty() ? "has no url" : "has a url that is no web address")
                + "; it is written with enabled: false, until you write the url and remove that line");
        enabled = false;
        return NO_ADDRESS;
    }

    private void events() {
        List<String> events = new ArrayList<>();
        OctoPrintDefaults.EVENTS.forEach((key, name) -> {
            boolean usual = !name.equals("PrintProgress");
            if (hook.flag(key, usual) && (usual || hasInterval())) {
                events.add(name);
            }
        });
        List<Map<String, Object>> custom = custom();
        if (events.isEmpty() && custom.isEmpty()) {
            hook.note("has no event switched on; it is written with enabled: false and the default events");
            enabled = false;
            return;
        }
        keys.put("events", events);
        if (!custom.isEmpty()) {
            keys.put("customEvents", custom);
        }
        Optional<Integer> interval = interval();
        if (events.contains("PrintProgress") && interval.isPresent()
                && interval.get() != OctoPrintDefaults.PROGRESS_INTERVAL) {
            keys.put("progressInterval", interval.get());
        }
    }

    private boolean hasInterval() {
        Optional<Integer> interval = interval();
        if (interval.isEmpty()) {
            hook.note("the progress interval is no whole number from 1 to 99; 50 is taken");
        } else if (interval.get() > 99) {
            hook.note("a progress interval over 99 never told anything; PrintProgress is left out");
        }
        return interval.isEmpty() || interval.get() <= 99;
    }

    /** A negative one worked like a positive one. */
    private Optional<Integer> interval() {
        return hook.number("event_print_progress_interval", OctoPrintDefaults.PROGRESS_INTERVAL)
                .map(Math::abs)
                .filter(interval -> interval > 0);
    }

    private List<Map<String, Object>> custom() {
        List<Map<String, Object>> custom = new ArrayList<>();
        for (Object item : hook.list("customEvents")) {
            Object name = item instanceof Map<?, ?> event ? event.get("name") : null;
            Object message = item instanceof Map<?, ?> event ? event.get("message") : null;
            String text = name == null ? "" : name.toString().strip();
            if (!EventReader.isName(text)) {
                hook.note("a custom event without a usable name is left out");
            } else if (custom.stream().anyMatch(other -> other.get("name").toString().equalsIgnoreCase(text))) {
                hook.note("the custom event " + text + " is there twice; the first one is kept");
            } else {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("name", text);
                event.put("message", message == null ? "" : message.toString());
                custom.add(event);
            }
        }
        return custom;
    }

    private void messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        OctoPrintDefaults.EVENTS.forEach((key, name) -> {
            String usual = OctoPrintDefaults.MESSAGES.get(name);
            String message = hook.text(OctoPrintDefaults.messageKey(key), usual);
            if (!message.equals(usual)) {
                messages.put(name, message);
            }
        });
        if (!messages.isEmpty()) {
            keys.put("messages", messages);
        }
    }

    private void cooldown() {
        Optional<Integer> seconds = hook.number("event_cooldown", 0);
        if (seconds.isEmpty() || seconds.get() > LONGEST_COOLDOWN) {
            hook.note("the cooldown is no number of seconds up to 30 days and is left out");
        } else if (seconds.get() > 0) {
            keys.put("cooldown", seconds.get() + "s");
        }
    }

    private void noteOthers() {
        if (keys.toString().matches("(?s).*@appearance(?![A-Za-z0-9_-]).*")) {
            hook.note("uses @appearance, which printwire does not have: it is sent empty");
        }
        for (Object name : hook.names()) {
            if (!OctoPrintDefaults.knows(name.toString())) {
                hook.note("the setting " + Section.shortened(name.toString()) + " is not known and is left out");
            }
        }
    }
}
