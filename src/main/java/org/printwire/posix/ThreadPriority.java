package org.printwire.posix;

/**
 * How much the scheduler favours a thread. Linux only: there setpriority(2) with "this process" means the calling thread,
 * and anybody may lower a thread's priority.
 */
public final class ThreadPriority {

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;
    private static final int NICE = 10;
    private static final int FIRST = -15;

    private ThreadPriority() {}

    /** The calling thread runs behind others from now on, where the processor is short. Does nothing where it cannot. */
    public static void lower() {
        Libc.setpriority(PRIO_PROCESS, THIS_THREAD, NICE);
    }

    /**
     * The calling thread runs before others from now on, where the processor is short. Only root may, and whom
     * RLIMIT_NICE lets (LimitNICE of systemd, "nice" of /etc/security/limits.conf).
     *
     * @return false: the system does not let us
     */
    public static boolean raise() {
        return Libc.setpriority(PRIO_PROCESS, THIS_THREAD, FIRST) == 0;
    }

    /** The calling thread's nice value: 0 is usual, higher comes later. */
    static int nice() {
        return Libc.getpriority(PRIO_PROCESS, THIS_THREAD);
    }
}
