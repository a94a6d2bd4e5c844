package org.printwire.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.printwire.serial.PortLostException;
import org.printwire.serial.SerialPort;

/**
 * A port whose reads each take a tenth of a virtual second and bring nothing, but for what a test names for a read.
 */
public final class ScriptedPort implements SerialPort {

    private final VirtualTime time;
    private final List<String> written = new ArrayList<>();
    private final Map<Integer, String> heard = new HashMap<>();
    private int reads;
    private int lostAt = Integer.MAX_VALUE;
    private int actAt = Integer.MAX_VALUE;
    private Runnable act = () -> { };

    public ScriptedPort(VirtualTime time) {
        this.time = time;
    }

    /** The cable is out at this read. */
    public ScriptedPort lostAt(int read) {
        lostAt = read;
        return this;
    }

    /** Somebody does this at this read. */
    public ScriptedPort at(int read, Runnable action) {
        actAt = read;
        act = action;
        return this;
    }

    /** The printer says this at this read. */
    public ScriptedPort says(int read, String text) {
        heard.put(read, text);
        return this;
    }

    public List<String> written() {
        return written;
    }

    public int reads() {
        return reads;
    }

    @Override
    public String path() {
        return "/dev/ttyTEST";
    }

    @Override
    public int read(byte[] buffer) throws PortLostException {
        reads++;
        time.advance(Duration.ofMillis(100));
        if (reads == actAt) {
            act.run();
        }
        if (reads >= lostAt) {
            throw new PortLostException("/dev/ttyTEST is gone");
        }
        byte[] text = heard.getOrDefault(reads, "").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, buffer, 0, text.length);
        return text.length;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        written.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1).strip());
    }

    @Override
    public void close() { }
}
