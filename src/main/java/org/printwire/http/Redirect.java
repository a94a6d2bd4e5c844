package org.printwire.http;

import okhttp3.HttpUrl;

/**
 * What becomes of a request that is redirected: as in a browser, but nothing that it carries goes astray.
 *
 * <ul>
 *   <li>301 and 302 turn a POST into a GET without body; other methods stay. 303 makes a GET of all. 307 and 308 keep
 *       method and body.
 *   <li>A 301 or 302 that only changes http to https, same host and page, keeps method and body: a browser that knows
 *       the site would have begun with https.
 *   <li>Headers stay on the same site: same scheme, host and port, or the step from http on port 80 to https on port
 *       443. A GET goes anywhere, elsewhere without its headers; whatever is no GET goes nowhere else.
 * </ul>
 *
 * @param followed     false: the request would carry what it holds to another site
 * @param method       of the next request
 * @param keepsBody    and the headers that tell of it
 * @param keepsHeaders all the others
 */
record Redirect(boolean followed, String method, boolean keepsBody, boolean keepsHeaders) {

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static Redirect judge(int status, String method, HttpUrl from, HttpUrl to) {
        boolean same = sameSite(from, to);
        String next = next(status, method, isUpgrade(from, to) && samePage(from, to));
        return new Redirect(same || next.equals("GET"), next, next.equals(method), same);
    }

    private static String next(int status, String method, boolean upgradeAlone) {
        boolean becomesGet = status == 303
                || (status == 301 || status == 302) && method.equals("POST") && !upgradeAlone;
        return becomesGet ? "GET" : method;
    }

    private static boolean sameSite(HttpUrl from, HttpUrl to) {
        boolean sameOrigin = from.host().equals(to.host()) && from.scheme().equals(to.scheme())
                && from.port() == to.port();
        return sameOrigin || isUpgrade(from, to);
    }

    private static boolean isUpgrade(HttpUrl from, HttpUrl to) {
        return from.host().equals(to.host())
                && !from.isHttps() && to.isHttps() && from.port() == 80 && to.port() == 443;
    }

    private static boolean samePage(HttpUrl from, HttpUrl to) {
        return from.encodedPath().equals(to.encodedPath())
                && String.valueOf(from.encodedQuery()).equals(String.valueOf(to.encodedQuery()));
    }
}
