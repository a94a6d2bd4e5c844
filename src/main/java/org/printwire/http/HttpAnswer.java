package org.printwire.http;

import java.util.Optional;

/** How a call ended. No text in here holds a secret, a path or a query. */
public sealed interface HttpAnswer {

    /**
     * The other side has answered, whatever it thinks of the request.
     *
     * @param status      the final status, after redirects
     * @param contentType as sent, if any
     * @param retryAfter  the header of that name as sent, if any
     * @param body        its head, up to the request's limit; decompressed
     * @param cut         the body went on, or broke off, after {@code body}
     */
    record Answered(int status, Optional<String> contentType, Optional<String> retryAfter, byte[] body, boolean cut)
            implements HttpAnswer {

        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * There was no answer to be had. The request may or may not have arrived.
     *
     * @param reason    for people: names the host and what went wrong
     * @param permanent the same request will fail again: something in it or in the configuration is wrong
     */
    record Failed(String reason, boolean permanent) implements HttpAnswer {}
}
