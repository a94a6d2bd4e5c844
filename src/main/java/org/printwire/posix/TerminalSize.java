package org.printwire.posix;

import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How wide the terminal at standard output is now. Linux on x86 and ARM. */
public final class TerminalSize {

    private static final int STANDARD_OUTPUT = 1;
    private static final NativeLong TIOCGWINSZ = new NativeLong(0x5413);
    private static final int USUAL = 80;

    private TerminalSize() {}

    /** Columns; 80 where that cannot be told. */
    public static int columns() {
        byte[] size = new byte[8];
        if (Libc.ioctl(STANDARD_OUTPUT, TIOCGWINSZ, size) != 0) {
            return USUAL;
        }
        int columns = ByteBuffer.wrap(size).order(ByteOrder.nativeOrder()).getShort(2);
        return columns > 0 ? columns : USUAL;
    }
}
