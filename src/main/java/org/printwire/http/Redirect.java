package org.printwire.http;

import okhttp3.HttpUrl;

/**
 * What to do with a redirect, so that neither a secret goes astray nor a message gets lost.
 *
 * <ul>
 *   <li>301, 307 and 308 mean "send it there": method, body and headers are kept, on the same site only. Elsewhere the
 *       redirect is refused, for body and headers hold secrets. (Browsers turn a 301's POST into a GET without body:
 *       a receiver that moved to https would then answer 200 and have got nothing.)
 *   <li>302 and 303 mean "taken, the answer is there": a GET without body, to any host. A 302 that only changes http
 *       to https is treated as a 308.
 *   <li>A GET has no body, so it goes anywhere. Headers stay on the same site, all but User-Agent.
 * </ul>
 * The same site is the same scheme, host and port, or the step from http on port 80 to https on port 443.
 */
record Redirect(boolean followed, boolean keepsBody, boolean keepsHeaders) {

    private static final Redirect REFUSED = new Redirect(false, false, false);

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static Redirect judge(int status, String method, HttpUrl from, HttpUrl to) {
        boolean sameSite = sameSite(from, to);
        if (method.equals("GET")) {
            return new Redirect(true, false, sameSite);
        }
        boolean sendItThere = status == 301 || status == 307 || status == 308
                || status == 302 && sameSite && isUpgrade(from, to) && samePage(from, to);
        if (!sendItThere) {
            return new Redirect(true, false, sameSite);
        }
        return sameSite ? new Redirect(true, true, true) : REFUSED;
    }

    private static boolean sameSite(HttpUrl from, HttpUrl to) {
        boolean sameOrigin = from.scheme().equals(to.scheme()) && from.port() == to.port();
        return from.host().equals(to.host()) && (sameOrigin || isUpgrade(from, to));
    }

    private static boolean isUpgrade(HttpUrl from, HttpUrl to) {
        return !from.isHttps() && to.isHttps() && from.port() == 80 && to.port() == 443;
    }

    private static boolean samePage(HttpUrl from, HttpUrl to) {
        return from.encodedPath().equals(to.encodedPath())
                && String.valueOf(from.encodedQuery()).equals(String.valueOf(to.encodedQuery()));
    }
}
