package org.printwire.sim;

/** The receive ring of the board's serial port: 127 bytes wait, what comes on top vanishes. */
final class ReceiveRing {
    static final int CAPACITY = 127;

    private final byte[] bytes = new byte[CAPACITY];
    private int head;
    private int length;

    /** @return false: there was no room, the byte is lost */
    boolean put(byte value) {
        if (length == CAPACITY) {
            return false;
        }
        bytes[(head + length++) % CAPACITY] = value;
        return true;
    }

    byte take() {
        byte value = bytes[head];
        head = (head + 1) % CAPACITY;
        length--;
        return value;
    }

    int length() {
        return length;
    }

    boolean empty() {
        return length == 0;
    }

    boolean full() {
        return length == CAPACITY;
    }

    /** Throws away what waits. @return how many bytes that were */
    int flush() {
        int lost = length;
        length = 0;
        return lost;
    }
}
