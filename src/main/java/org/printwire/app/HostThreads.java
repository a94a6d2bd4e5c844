package org.printwire.app;

import java.lang.Thread.UncaughtExceptionHandler;
import org.printwire.posix.ThreadPriority;

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

    /** A thread that is not started yet. It runs behind the printer's where the processor is short. */
    public Thread make(String name, Runnable body) {
        return thread(name, () -> {
            ThreadPriority.lower();
            body.run();
        });
    }

    /** A thread that runs, behind the printer's where the processor is short. */
    public Thread start(String name, Runnable body) {
        Thread thread = make(name, body);
        thread.start();
        return thread;
    }

    /** A thread that runs as its maker does, which waits for it. */
    Thread startEqual(String name, Runnable body) {
        Thread thread = thread(name, body);
        thread.start();
        return thread;
    }

    /** The thread that feeds the printer, or feeds that one: nothing else comes before it, if the system lets us. It runs. */
    Thread startUrgent(String name, Runnable body) {
        Thread thread = thread(name, () -> {
            ThreadPriority.raise();
            body.run();
        });
        thread.start();
        return thread;
    }

    private Thread thread(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(onBug);
        return thread;
    }
}
