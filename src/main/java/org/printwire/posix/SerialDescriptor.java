package org.printwire.posix;

import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of a serial port that this process has open already, by whatever library. Linux on x86 and ARM.
 *
 * <p>Valid only as long as that library keeps the port open: the number may be somebody else's afterwards.
 */
public final class SerialDescriptor {
    private static final NativeLong TCGETS2 = new NativeLong(0x802C542AL);
    private static final NativeLong TCSETS2 = new NativeLong(0x402C542BL);
    private static final int TERMIOS2_BYTES = 44;
    private static final int CONTROL_FLAGS_AT = 8;
    private static final int OUTPUT_SPEED_AT = 40;
    private static final int HUPCL = 0x400;
    private static final NativeLong TIOCGSERIAL = new NativeLong(0x541E);
    private static final NativeLong TIOCSSERIAL = new NativeLong(0x541F);
    /** struct serial_struct has 60 bytes on 32 bit and 72 on 64 bit; its flags are the fifth int on both. */
    private static final int SERIAL_STRUCT_BYTES = 128;
    private static final int SERIAL_FLAGS_AT = 16;
    private static final int ASYNC_LOW_LATENCY = 1 << 13;

    private final int number;

    private SerialDescriptor(int number) {
        this.number = number;
    }

    /**
     * The descriptor that this process has on {@code device}.
     *
     * @param device with no symbolic link in it
     * @throws IOException it has none, or several
     */
    public static SerialDescriptor of(Path device) throws IOException {
        List<Integer> numbers = Descriptor.opened(Path.of("/proc/self"), device);
        if (numbers.size() != 1) {
            throw new IOException(numbers.size() + " descriptors are open on " + device + ", not one");
        }
        return new SerialDescriptor(numbers.get(0));
    }

    /** Keeps child processes (ffmpeg, a camera command) from inheriting the port. */
    public void closeOnExec() throws IOException {
        int flags = Libc.fcntl(number, Libc.F_GETFD, 0);
        if (flags < 0 || Libc.fcntl(number, Libc.F_SETFD, flags | Libc.FD_CLOEXEC) != 0) {
            throw Libc.failure("set close-on-exec");
        }
    }

    /**
     * Leaves DTR and RTS as they are when the port is closed (HUPCL off), so that neither closing nor opening it again
     * resets the board. The kernel remembers this for the port until the device is unplugged.
     */
    public void keepLinesAtClose() throws IOException {
        ByteBuffer termios = termios();
        termios.putInt(CONTROL_FLAGS_AT, termios.getInt(CONTROL_FLAGS_AT) & ~HUPCL);
        if (Libc.ioctl(number, TCSETS2, termios.array()) != 0) {
            throw Libc.failure("clear HUPCL");
        }
    }

    /** Whether the lines stay as they are at close. */
    public boolean keepsLinesAtClose() throws IOException {
        return (termios().getInt(CONTROL_FLAGS_AT) & HUPCL) == 0;
    }

    /**
     * Asks the driver to hand over each byte at once. An FTDI chip otherwise collects answers for 16 ms, which leaves 60 lines
     * a second with one line in flight; with this it is 1 ms (ftdi_sio).
     *
     * @return false: this driver knows no such thing (cdc_acm, a pseudo-terminal), or does not let us
     */
    public boolean lowLatency() {
        ByteBuffer serial = ByteBuffer.allocate(SERIAL_STRUCT_BYTES).order(ByteOrder.nativeOrder());
        if (Libc.ioctl(number, TIOCGSERIAL, serial.array()) != 0) {
            return false;
        }
        serial.putInt(SERIAL_FLAGS_AT, serial.getInt(SERIAL_FLAGS_AT) | ASYNC_LOW_LATENCY);
        return Libc.ioctl(number, TIOCSSERIAL, serial.array()) == 0;
    }

    /** The rate that the driver has really set, in bits a second. */
    public int baud() throws IOException {
        return termios().getInt(OUTPUT_SPEED_AT);
    }

    private ByteBuffer termios() throws IOException {
        ByteBuffer termios = ByteBuffer.allocate(TERMIOS2_BYTES).order(ByteOrder.nativeOrder());
        if (Libc.ioctl(number, TCGETS2, termios.array()) != 0) {
            throw Libc.failure("read the port's settings");
        }
        return termios;
    }
}
