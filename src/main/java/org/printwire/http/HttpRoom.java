package org.printwire.http;

import org.printwire.time.Time;

/**
 * The one HTTP client of the program, shared by webhooks and HTTP cameras. OkHttp's classes are loaded by the first
 * call, so a print without webhooks never pays for them. Its threads are daemons: an open connection does not keep the
 * program alive.
 *
 * <p>Redirects are followed, up to twenty, as {@link Redirect} says: what a request carries never goes to another host.
 * Connecting may take 10 s of the request's limit. The authorities of a {@link Tls} are read once.
 *
 * <p>A request is written at most once for each call and hop. A client that quietly repeats what failed on a connection
 * that was kept open may deliver twice, since the other side may have acted before the connection broke; and without the
 * repetition such a connection, which the other side may close at any moment, would make calls fail for no reason. So
 * every request has a connection of its own, and only connecting tries one address after the other. HTTP/1.1 is spoken:
 * HTTP/2 offers nothing for one request at a time.
 */
public final class HttpRoom implements Wire, AutoCloseable {

    private final Time time;
    private OkHttpWire wire;
    private boolean closed;

    public HttpRoom(Time time) {
        this.time = time;
    }

    @Override
    public HttpAnswer call(HttpRequestSpec request) {
        OkHttpWire opened = opened();
        return opened == null
                ? new HttpAnswer.Failed("the program is closing", false)
                : opened.call(request);
    }

    private synchronized OkHttpWire opened() {
        if (wire == null && !closed) {
            wire = new OkHttpWire(time);
        }
        return closed ? null : wire;
    }

    /** Breaks off what is under way and closes all connections. Later calls fail. */
    @Override
    public synchronized void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
    }
}
