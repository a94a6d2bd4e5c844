package org.printwire.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The terminal at standard input, giving single keys without echo until {@link #close()}. Linux on x86 and ARM. Ctrl-C
 * keeps its meaning.
 */
public final class Keyboard implements AutoCloseable {

    private static final int STANDARD_INPUT = 0;
    /** More than any of the system's struct termios: four flag words of 4 bytes, a line byte, 32 control characters. */
    private static final int TERMIOS_BYTES = 64;
    private static final int LOCAL_FLAGS_AT = 12;
    private static final int ICANON = 0x2;
    private static final int ECHO = 0x8;
    private static final int CONTROL_CHARACTERS_AT = 17;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    private final byte[] before;

    private Keyboard(byte[] before) {
        this.before = before;
    }

    /** Takes the terminal, if there is one and this process is in its foreground; a background job must not touch it. */
    public static Optional<Keyboard> open() {
        byte[] termios = new byte[TERMIOS_BYTES];
        if (Libc.tcgetattr(STANDARD_INPUT, termios) != 0 || Libc.tcgetpgrp(STANDARD_INPUT) != Libc.getpgrp()) {
            return Optional.empty();
        }
        byte[] before = termios.clone();
        ByteBuffer fields = ByteBuffer.wrap(termios).order(ByteOrder.nativeOrder());
        fields.putInt(LOCAL_FLAGS_AT, fields.getInt(LOCAL_FLAGS_AT) & ~(ICANON | ECHO));
        termios[CONTROL_CHARACTERS_AT + VMIN] = 1;
        termios[CONTROL_CHARACTERS_AT + VTIME] = 0;
        Libc.tcsetattr(STANDARD_INPUT, Libc.TCSANOW, termios);
        return Optional.of(new Keyboard(before));
    }

    /** The terminal as it was before. May be called twice, from any thread. */
    @Override
    public void close() {
        Libc.tcsetattr(STANDARD_INPUT, Libc.TCSANOW, before);
    }
}
