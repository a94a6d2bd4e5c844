package org.printwire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.printwire.config.OAuthSection;
import org.printwire.config.Secret;
import org.printwire.config.WebhookSection;

/**
 * What must not be shown of a webhook: everything that is a {@code Secret}, the address but for its host, and texts
 * under a key that sounds like a secret, for many people write theirs in clear. Words of an address that are plain small
 * letters (hooks, services) count as a part of the whole path only: covering them in every text would help nobody.
 */
final class SecretFinder {

    private static final Pattern SOUNDS_SECRET =
            Pattern.compile("auth|token|key|secret|passw|cookie|credential|signature", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[a-z]{1,15}|[a-z]?[0-9]{1,3}|true|false");
    private static final Set<String> NO_TOKENS = Set.of("token_type", "expires_in", "scope");

    private final List<String> found = new ArrayList<>();

    private SecretFinder() {}

    static Collection<String> in(WebhookSection section) {
        SecretFinder finder = new SecretFinder();
        finder.add(section.apiSecret());
        finder.add(section.hubSecret());
        section.signingSecret().forEach(finder::add);
        finder.url(section.url().reveal());
        finder.fields(section.headers());
        finder.data("", section.data());
        if (section.oauth() != null) {
            finder.oauth(section.oauth());
        }
        return finder.found;
    }

    static Collection<String> inUrl(String url) {
        SecretFinder finder = new SecretFinder();
        finder.url(url);
        return finder.found;
    }

    static Collection<String> inAnswer(Map<String, Object> answer) {
        SecretFinder finder = new SecretFinder();
        answer.forEach((key, value) -> {
            if (!NO_TOKENS.contains(key)) {
                finder.texts(value);
            }
        });
        return finder.found;
    }

    /** A path of one plain word, with its slash. */
    static boolean isWordOfPath(String secret) {
        return secret.startsWith("/") && WORD.matcher(secret.substring(1)).matches();
    }

    private void oauth(OAuthSection oauth) {
        url(oauth.url().reveal());
        fields(oauth.headers());
        data("", oauth.data());
        add(oauth.clientSecret());
        if (oauth.clientId() != null && oauth.clientSecret() != null) {
            found.add(oauth.clientId() + ":" + oauth.clientSecret().reveal());
        }
    }

    private void add(Secret secret) {
        if (secret != null) {
            found.add(secret.reveal());
        }
    }

    private void fields(Map<String, Object> fields) {
        fields.forEach(this::data);
    }

    private void data(String key, Object value) {
        if (value instanceof Secret secret) {
            add(secret);
            add(credentials(secret.reveal()));
        } else if (value instanceof String text && SOUNDS_SECRET.matcher(key).find() && text.indexOf('@') < 0) {
            found.add(text);
            add(credentials(text));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> data(String.valueOf(name), each));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> data(key, each));
        }
    }

    /** Of {@code Bearer abc}: abc. */
    private static Secret credentials(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? null : new Secret(text.substring(space + 1).strip());
    }

    private void texts(Object value) {
        if (value instanceof String text) {
            found.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::texts);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::texts);
        }
    }

    private void url(String url) {
        int scheme = url.indexOf("://");
        String[] pages = url.substring(scheme < 0 ? 0 : scheme + 3).replaceFirst("#.*", "").split("\\?", 2);
        int slash = pages[0].indexOf('/');
        String authority = slash < 0 ? pages[0] : pages[0].substring(0, slash);
        userInfo(authority.substring(0, Math.max(0, authority.lastIndexOf('@'))));
        if (slash >= 0) {
            String path = pages[0].substring(slash + 1);
            // One word alone would be covered wherever it stands, so it counts only with its slash.
            if (WORD.matcher(path).matches()) {
                found.add("/" + path);
            }
            word(path);
            for (String segment : path.split("/")) {
                word(segment);
            }
        }
        if (pages.length > 1) {
            found.add(pages[1]);
            for (String field : pages[1].split("&")) {
                word(field.substring(field.indexOf('=') + 1));
            }
        }
    }

    private void userInfo(String info) {
        found.add(info);
        found.add(decoded(info));
        for (String part : info.split(":", 2)) {
            word(part);
        }
    }

    private void word(String text) {
        if (!WORD.matcher(text).matches()) {
            found.add(text);
            found.add(decoded(text));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
