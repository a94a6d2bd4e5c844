package org.printwire.app;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Makes every thread of the program, with its name. All are daemons: what must be waited for, {@link Host} waits for.
 * docs/architecture.md lists the names.
 */
public final class HostThreads {

    private final UncaughtExceptionHandler onBug;

    /** @param onBug hears of an exception that ends a thread: always a bug */
    public HostThreads(UncaughtExceptionHandler onBug) {
        this.onBug = onBug;
    }

    /** A thread that is not started yet. */
    public Thread make(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(onBug);
        return thread;
    }

    /** A thread that runs. */
    public Thread start(String name, Runnable body) {
        Thread thread = make(name, body);
        thread.start();
        return thread;
    }
}
