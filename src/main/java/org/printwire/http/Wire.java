package org.printwire.http;

/** Sends requests. The seam between those who have something to say and the network; a fake is one lambda. */
@FunctionalInterface
public interface Wire {

    /**
     * Sends the request, once, and waits for the answer, not longer than its limit. Every network failure is a value.
     * Safe for use by several threads; an interrupt does not reliably end the call.
     */
    HttpAnswer call(HttpRequestSpec request);
}
