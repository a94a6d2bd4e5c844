package org.printwire.config;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.printwire.config.YamlNode.Sequence;

/** Reads {@code signingSecret:}, one or several secrets by the rules of Standard Webhooks. */
final class SigningReader {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String FIX = "make one with: echo \"whsec_$(head -c 32 /dev/urandom | base64)\"";

    private final SecretReader secrets;

    SigningReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    /** The first one signs first; empty: none. */
    List<Secret> read(Section webhook) {
        List<Secret> read = new ArrayList<>();
        Place place = webhook.place("signingSecret");
        if (webhook.node("signingSecret").filter(Sequence.class::isInstance).isPresent()) {
            List<String> written = webhook.texts("signingSecret").orElse(List.of());
            for (int i = 0; i < written.size(); i++) {
                read(place.item(i, place.line()), written.get(i), read);
            }
        } else {
            webhook.text("signingSecret").ifPresent(written -> read(place, written, read));
        }
        return List.copyOf(read);
    }

    private void read(Place place, String written, List<Secret> read) {
        secrets.reveal(place, written).ifPresent(text -> {
            if (!isKey(text)) {
                place.problem("must be whsec_ and the base64 of " + LEAST_BYTES + " to " + MOST_BYTES + " bytes", FIX);
            }
            read.add(new Secret(text));
        });
    }

    private static boolean isKey(String text) {
        try {
            int bytes = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text).length;
            return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
