package org.printwire.http;

import java.util.List;
import java.util.Optional;

/** How a call ended. No text in here holds a secret, a path or a query; the body is the other side's own. */
public sealed interface HttpAnswer {

    /**
     * The other side has answered, whatever it thinks of the request: its status and headers have arrived whole.
     *
     * @param status      the final status, after redirects
     * @param contentType as sent, if any
     * @param retryAfter  the header of that name as sent, if any
     * @param body        its head, up to the request's limit; decompressed
     * @param cut         the body went on, or broke off, after {@code body}
     * @param hops        the redirects on the way, in order
     */
    record Answered(int status, Optional<String> contentType, Optional<String> retryAfter, byte[] body, boolean cut,
            List<Hop> hops) implements HttpAnswer {

        public Answered {
            hops = List.copyOf(hops);
        }

        /** Without redirects. */
        public Answered(int status, Optional<String> contentType, Optional<String> retryAfter, byte[] body, boolean cut) {
            this(status, contentType, retryAfter, body, cut, List.of());
        }

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

    /**
     * A redirect that was followed.
     *
     * @param status of the redirect
     * @param method of the request that followed it: a GET has lost the body
     * @param site   host, and port where it is not the usual one, that the request went to
     */
    record Hop(int status, String method, String site) {}
}
