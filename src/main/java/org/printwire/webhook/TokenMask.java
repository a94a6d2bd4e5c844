package org.printwire.webhook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;

/**
 * Quotes what a token server complains of (RFC 6749, 5.2), without what it was told: some echo the request. All texts of
 * {@code oauth:} count as secret but for those that name a kind of grant or its scope. Pure.
 */
final class TokenMask {

    private static final int MOST_CHARACTERS = 160;
    private static final Set<String> PUBLIC = Set.of("grant_type", "scope");
    private static final Set<String> CODES = Set.of("invalid_request", "invalid_client", "invalid_grant",
            "unauthorized_client", "unsupported_grant_type", "invalid_scope");

    private final Set<String> secrets = new LinkedHashSet<>();
    private final SecretMask mask;

    TokenMask(OAuthSection section) {
        collect(section.data(), secrets);
        collect(section.headers(), secrets);
        secrets.addAll(SecretFinder.inUrl(section.url().reveal()));
        if (section.clientId() != null) {
            secrets.add(section.clientId());
            collect(section.clientSecret(), secrets);
            secrets.add(TokenRequest.basic(section.clientId(), section.clientSecret()).substring("Basic ".length()));
        }
        secrets.removeIf(String::isBlank);
        mask = SecretMask.of(secrets);
    }

    /** {@code  (invalid_client: no such client)}, with a space before it; empty where there is no complaint. */
    String error(Map<String, Object> answer) {
        if (!(answer.get("error") instanceof String error) || error.isBlank()) {
            return "";
        }
        String code = CODES.contains(error) ? error : masked(error);
        String text = answer.get("error_description") instanceof String description && !description.isBlank()
                ? code + ": " + masked(description) : code;
        return " (" + shortened(text) + ")";
    }

    private String masked(String text) {
        boolean tooShort = secrets.stream().anyMatch(secret -> secret.length() < SecretMask.LEAST && text.contains(secret));
        return tooShort ? "***" : mask.mask(text);   // to cover each letter of a short one would tell it
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= MOST_CHARACTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "\u2026";
    }

    private static void collect(Object value, Set<String> texts) {
        if (value instanceof Secret secret) {
            texts.add(secret.reveal());
        } else if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, texts));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                if (each instanceof Secret || !PUBLIC.contains(String.valueOf(key))) {
                    collect(each, texts);
                }
            });
        }
    }
}
