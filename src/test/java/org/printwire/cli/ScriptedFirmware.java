package org.printwire.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.printwire.serial.SerialPort;
import org.printwire.time.Time;

/** A port whose far end answers each line by a function, and a clock that a read without an answer moves on. */
class ScriptedFirmware implements SerialPort, Time {

    private final Function<String, List<String>> firmware;
    private final List<String> written = new ArrayList<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long nanos;
    private boolean closed;

    /** @param firmware from a line without its end to the lines of the answer */
    ScriptedFirmware(Function<String, List<String>> firmware) {
        this.firmware = firmware;
    }

    /** Answers all with ok. */
    static ScriptedFirmware obliging() {
        return new ScriptedFirmware(line -> List.of("ok"));
    }

    /** Lines that came in, without their ends. */
    List<String> written() {
        return written;
    }

    boolean closed() {
        return closed;
    }

    void says(String line) {
        waiting.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String path() {
        return "/dev/ttyTEST";
    }

    @Override
    public int read(byte[] buffer) {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        if (bytes.length == 0) {
            nanos += Duration.ofMillis(100).toNanos();
            return 0;
        }
        int count = Math.min(bytes.length, buffer.length);
        System.arraycopy(bytes, 0, buffer, 0, count);
        waiting.write(bytes, count, bytes.length - count);
        return count;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        String line = new String(bytes, offset, length, StandardCharsets.ISO_8859_1).stripTrailing();
        written.add(line);
        firmware.apply(line).forEach(this::says);
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        throw new UnsupportedOperationException("no timer is needed to send commands");
    }
}
