package org.printwire.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A readable id for a webhook that has none: {@code https://hooks.slack.com/…} is {@code slack}. */
final class HookId {

    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:[^/?#\\s]*@)?([a-z0-9.-]+)(?::\\d+)?(?:[/?#].*)?");
    /** Second to last labels below which each country registers names: co.uk, com.au. */
    private static final Set<String> REGISTRIES = Set.of("co", "com", "org", "net", "ac", "gov", "edu");

    private HookId() {}

    /**
     * Not one of {@code taken}.
     *
     * @param name   what somebody called it, or nothing
     * @param number of the webhook, from 1
     */
    static String of(String url, String name, int number, Set<String> taken) {
        String word = word(name.isEmpty() ? fromHost(url) : name);
        String id = word.isEmpty() ? "webhook-" + number : word;
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String fromHost(String url) {
        Matcher matcher = HOST.matcher(url);
        if (!matcher.matches() || matcher.group(1).matches("[0-9.]+|(?i)localhost")) {
            return "";
        }
        String[] labels = matcher.group(1).split("\\.");
        int last = labels.length - 1;
        boolean country = last > 1 && labels[last].length() == 2
                && REGISTRIES.contains(labels[last - 1].toLowerCase(Locale.ROOT));
        return labels.length == 0 ? "" : labels[Math.max(0, last - (country ? 2 : 1))];
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
