package org.printwire.http;

import java.nio.file.Path;

/**
 * Whom to believe on a TLS connection.
 *
 * @param verify    false: any certificate of any host
 * @param authority a file of PEM certificates to trust instead of the system's; null: the system's
 */
public record Tls(boolean verify, Path authority) {
    /** The system's authorities. */
    public static final Tls USUAL = new Tls(true, null);
}
