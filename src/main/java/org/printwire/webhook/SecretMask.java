package org.printwire.webhook;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;

/**
 * Covers a webhook's secrets in texts that people see, each by {@code ***}: as they are, and as they look in JSON, in an
 * address, in a form, in a header and in Basic authorization. Immutable.
 *
 * <p>No secret of {@link #LEAST} or more characters is in what {@link #mask} returns. Shorter ones are not looked for:
 * every second word would be covered. A secret that was cut up or transformed otherwise (by a filter, a digest) is not
 * recognized. The slash before a path stays, so that an address still looks like one: {@code https://host/***}.
 */
public final class SecretMask {

    public static final int LEAST = 4;
    private static final String COVER = "***";

    private final Set<String> secrets;
    private final List<String> forms;

    private SecretMask(Set<String> secrets) {
        Set<String> all = new LinkedHashSet<>();
        secrets.forEach(secret -> all.addAll(SecretForms.of(secret)));
        this.secrets = secrets;
        this.forms = all.stream().filter(form -> form.length() >= LEAST)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    public static SecretMask of(Collection<String> secrets) {
        return new SecretMask(new LinkedHashSet<>(secrets));
    }

    /** Of everything in a webhook's configuration that is a secret or is likely to be one. */
    public static SecretMask of(WebhookSection section) {
        return of(SecretFinder.in(section));
    }

    /** These too. */
    public SecretMask and(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(secrets);
        all.addAll(more);
        return new SecretMask(all);
    }

    /** What is secret in an address that was expanded, too. */
    public SecretMask andUrl(Secret url) {
        return and(SecretFinder.inUrl(url.reveal()));
    }

    /** Everything that an OAuth call has answered, too, but for what no token is. */
    public SecretMask andAnswer(Map<String, Object> answer) {
        return and(SecretFinder.inAnswer(answer));
    }

    public String mask(String text) {
        String masked = text;
        // A cover beside what was left can look like a secret of asterisks; every round makes the text shorter.
        for (BitSet found = found(masked); !found.isEmpty(); found = found(masked)) {
            masked = covered(masked, found);
        }
        return masked;
    }

    /** Every place of every form, so that secrets which overlap are covered as one. */
    private BitSet found(String text) {
        BitSet found = new BitSet();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                found.set(at + (SecretFinder.isWordOfPath(form) ? 1 : 0), at + form.length());
            }
        }
        return found;
    }

    private static String covered(String text, BitSet found) {
        StringBuilder covered = new StringBuilder(text.length());
        int at = 0;
        for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(at)) {
            covered.append(text, at, from).append(COVER);
            at = found.nextClearBit(from);
        }
        return covered.append(text, at, text.length()).toString();
    }

    /** How many texts it looks for. */
    @Override
    public String toString() {
        return "SecretMask of " + forms.size();
    }
}
