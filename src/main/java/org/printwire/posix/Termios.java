package org.printwire.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The settings of a terminal, as the C library has them. */
final class Termios {
    private static final int BYTES = 256;
    private static final int CONTROL_FLAGS_AT = 8;
    private static final int HUPCL = 0x400;

    private final ByteBuffer settings = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());

    private Termios() {}

    /** @param path for the text of a failure */
    static Termios of(int descriptor, String path) throws IOException {
        Termios termios = new Termios();
        if (Libc.tcgetattr(descriptor, termios.settings.array()) != 0) {
            throw Libc.failure("read the settings of " + path);
        }
        return termios;
    }

    /** No echo, no lines, no signals: bytes as they are. At close DTR falls, as the drivers of USB ports begin. */
    Termios raw() {
        Libc.cfmakeraw(settings.array());
        settings.putInt(CONTROL_FLAGS_AT, settings.getInt(CONTROL_FLAGS_AT) | HUPCL);
        return this;
    }

    void set(int descriptor, String path) throws IOException {
        if (Libc.tcsetattr(descriptor, Libc.TCSANOW, settings.array()) != 0) {
            throw Libc.failure("set " + path + " to raw");
        }
    }

    boolean hangsUpAtClose() {
        return (settings.getInt(CONTROL_FLAGS_AT) & HUPCL) != 0;
    }
}
