package org.printwire.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes the hash of what is read through it beside the reader, on the thread {@code hash}: where there are two cores it
 * costs the reader a copy, and where there is one as much as ever. The reader waits when the hash is {@value #BLOCKS}
 * blocks behind. Read by one thread, in blocks: single bytes are slow.
 */
public final class HashedStream extends FilterInputStream {
    private static final int BLOCKS = 4;
    private static final int BLOCK_BYTES = 65_536;
    private static final Block END = new Block(new byte[0], 0);

    private record Block(byte[] bytes, int length) {
    }

    private final MessageDigest digest;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final Thread thread;
    private boolean ended;

    /** @param algorithm {@code SHA-1} or {@code SHA-256}, which every Java has */
    public HashedStream(InputStream in, String algorithm, HostThreads threads) {
        super(in);
        digest = digest(algorithm);
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new byte[BLOCK_BYTES]);
        }
        thread = threads.startEqual("hash", this::hash);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private void hash() {
        try {
            for (Block block = full.take(); block != END; block = full.take()) {
                digest.update(block.bytes, 0, block.length);
                free.add(block.bytes);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that takes the hash", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, Math.min(length, BLOCK_BYTES));
        if (count > 0) {
            try {
                byte[] block = free.take();
                System.arraycopy(bytes, offset, block, 0, count);
                full.put(new Block(block, count));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while the file is read");
            }
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        // What is skipped belongs to the hash as well.
        return Math.max(0, read(new byte[BLOCK_BYTES], 0, (int) Math.min(count, BLOCK_BYTES)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        end();
        super.close();
    }

    private void end() {
        if (!ended) {
            ended = true;
            full.add(END); // there is room for one more than there are blocks
        }
    }

    /** The hash of all that was read, in hexadecimal digits. Waits for it; nothing is read after it. */
    public String hex() throws IOException {
        end();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the file's hash is taken");
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
