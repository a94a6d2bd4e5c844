package org.printwire.gcode.bgcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * A file of binary G-code (version 1) as the text that the slicer would have written: metadata and pictures as comments,
 * in the order of the file and so before all commands, then the G-code of all blocks, unpacked. Offsets and sizes that are
 * counted in what is read here are bytes of that text, not of the file.
 *
 * <p>In memory is one block, of 8 MiB compressed and 8 MiB not at most, whatever a damaged header promises. A block comes
 * out only when its checksum, if there is one, and its sizes are right; else, and when a block is of an unknown kind or
 * out of order, when the file ends too early or has no G-code, reading throws {@link BgcodeException}, again at each
 * further reading. Without checksums a changed byte may go unnoticed, as in text.
 *
 * <p>One thread; closing closes the stream below.
 */
public final class BgcodeStream extends InputStream {
    /** How much of a file's start tells what it is. */
    public static final int HEAD_BYTES = 4;
    private static final int CHUNK_BYTES = 32_768;
    private static final byte[] NOTHING = {};

    private final BlockReader blocks;
    private final MetadataText metadata = new MetadataText();
    private final MeatUnpacker unpacker = new MeatUnpacker();
    /** What is still to be unpacked of a block: from {@link #packedAt} on. */
    private Block packed;
    private int packedAt;
    private byte[] text = NOTHING;
    private int position;
    private boolean over;
    private BgcodeException failure;

    /** @param file from its first byte on */
    public BgcodeStream(InputStream file) {
        this.blocks = new BlockReader(file);
    }

    /** @param head the first {@value #HEAD_BYTES} bytes of a file, or more */
    public static boolean begins(byte[] head) {
        return head.length >= HEAD_BYTES && Arrays.equals(head, 0, HEAD_BYTES, BlockReader.MAGIC, 0, HEAD_BYTES);
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int at, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(count, text.length - position);
        System.arraycopy(text, position, to, at, read);
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    /** False at the end. */
    private boolean fill() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            while (position == text.length && !over) {
                text = packed == null ? nextBlock() : unpacked();
                position = 0;
            }
        } catch (BgcodeException e) {
            failure = e;
            throw e;
        }
        return position < text.length;
    }

    private byte[] nextBlock() throws IOException {
        text = NOTHING; // let it go before the next one comes
        position = 0;
        Block block = blocks.next();
        if (block == null) {
            over = true;
            return NOTHING;
        }
        return switch (block.type()) {
            case GCODE -> gcode(block);
            case THUMBNAIL -> MetadataText.picture(block);
            default -> metadata.of(block);
        };
    }

    private byte[] gcode(Block block) throws BgcodeException {
        int encoding = block.parameter(0);
        if (encoding == 0) {
            return block.data();
        } else if (encoding > 2) {
            throw block.broken("its encoding " + encoding + " is not known (0 is none, 1 and 2 are MeatPack)");
        }
        unpacker.begin();
        packed = block;
        packedAt = 0;
        return NOTHING;
    }

    private byte[] unpacked() throws BgcodeException {
        byte[] data = packed.data();
        int end = Math.min(data.length, packedAt + CHUNK_BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream(3 * (end - packedAt));
        try {
            unpacker.unpack(data, packedAt, end, out);
            packedAt = end;
            if (end == data.length) {
                unpacker.end();
                packed = null;
            }
        } catch (DataFormatException e) {
            throw packed.broken(e.getMessage());
        }
        return out.toByteArray();
    }
}
