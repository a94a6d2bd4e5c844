package org.printwire.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came of asking for a token. */
public sealed interface Token {

    /**
     * @param values the whole answer, by key, in its order: they become parameters. {@link #toString()} shows none
     * @param cached it was asked for earlier: a receiver that answers 401 may want a newer one
     */
    record Granted(Map<String, Object> values, boolean cached) implements Token {

        public Granted {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String toString() {
            return "Granted[" + values.size() + " keys, cached=" + cached + "]";
        }
    }

    /**
     * There is no token, so there must be no webhook.
     *
     * @param reason     for people, without a secret
     * @param permanent  asked again, it will be the same: the configuration is wrong
     * @param retryAfter the server's header of that name, if it sent one
     */
    record Refused(String reason, boolean permanent, Optional<String> retryAfter) implements Token {}
}
