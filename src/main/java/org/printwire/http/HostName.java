package org.printwire.http;

import org.printwire.config.Secret;

/**
 * The part of a web address that may be shown. Path, query and user info of a webhook's address often are its
 * password, so messages name the host (and a port, where one is written) and nothing else.
 */
public final class HostName {

    private HostName() {}

    /** {@code hooks.example:8443}; {@code the address} where none can be made out. */
    public static String of(Secret url) {
        String text = url.reveal();
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return "the address";
        }
        String rest = text.substring(scheme + 3).split("[/?#\\\\]", 2)[0];
        String host = rest.substring(rest.lastIndexOf('@') + 1);
        return host.isEmpty() ? "the address" : host;
    }
}
