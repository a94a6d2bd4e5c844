package org.printwire.gcode.bgcode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/**
 * Takes a file apart into its blocks, one in memory at a time, and hands none on whose checksum, sizes, type or place are
 * wrong. Integers are little-endian. The checksum is over the block's header, parameters and data as they stand in the
 * file (libbgcode 0.2, as its sources have it; the specification does not say).
 *
 * <p>A block's data may have {@value #MOST_BYTES} bytes, compressed or not. Slicers write 64 KiB of G-code into a block,
 * and pictures of some hundred.
 */
final class BlockReader {
    static final byte[] MAGIC = "GCDE".getBytes(StandardCharsets.US_ASCII);
    static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int VERSION = 1;
    private static final int FILE_HEADER_BYTES = 10;
    private static final int CHECKSUM_BYTES = 4;

    private final InputStream in;
    private boolean checksums;
    private long offset;
    private long number;
    private long begin;
    private BlockType type;
    private BlockType before;

    BlockReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next block; null behind the last one. The first call reads the file's header, too. */
    Block next() throws IOException {
        if (offset == 0) {
            fileHeader();
        }
        before = type;
        type = null;
        number++;
        begin = offset;
        byte[] start = in.readNBytes(8);
        if (start.length == 0) {
            number--;
            if (before != BlockType.GCODE) {
                throw new BgcodeException("the binary G-code has no G-code, it ends at byte " + offset + " after block "
                        + number + (before == null ? "" : " (" + before.title() + ")")
                        + "; copy the file again, or export it again from the slicer");
            }
            return null;
        }
        return block(counted(start, 8));
    }

    private Block block(byte[] start) throws IOException {
        int typeNumber = unsignedShort(start, 0);
        type = BlockType.of(typeNumber);
        if (type == null) {
            throw broken("its type " + typeNumber + " is not known (0 to 5 are)");
        } else if (!type.mayFollow(before)) {
            throw broken("it is out of order, it must not come behind a block of " + before.title());
        }
        int compressionNumber = unsignedShort(start, 2);
        Compression compression = Compression.of(compressionNumber);
        if (compression == null) {
            throw broken("its compression " + compressionNumber + " is not known (0 to 3 are)");
        }
        int size = size(start, 4);
        byte[] more = compression == Compression.NONE ? new byte[0] : take(4);
        byte[] parameters = take(type.parameterBytes());
        byte[] data = take(compression == Compression.NONE ? size : size(more, 0));
        if (checksums) {
            check(start, more, parameters, data);
        }
        try {
            return new Block(type, number, begin, parameters, compression.unpack(data, size));
        } catch (DataFormatException e) {
            throw broken(e.getMessage());
        }
    }

    private void check(byte[]... parts) throws IOException {
        CRC32 crc = new CRC32();
        for (byte[] part : parts) {
            crc.update(part);
        }
        long stated = unsignedInt(take(CHECKSUM_BYTES), 0);
        if (stated != crc.getValue()) {
            throw broken(String.format("its checksum is %08x and should be %08x", crc.getValue(), stated));
        }
    }

    private void fileHeader() throws IOException {
        byte[] header = in.readNBytes(FILE_HEADER_BYTES);
        offset = header.length;
        if (header.length < FILE_HEADER_BYTES || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BgcodeException(header.length < FILE_HEADER_BYTES
                    ? "the binary G-code ends within its header, at byte " + offset
                            + "; copy the file again, or export it again from the slicer"
                    : "this is no binary G-code: it does not begin with GCDE");
        }
        long version = unsignedInt(header, 4);
        int checksum = unsignedShort(header, 8);
        if (version != VERSION) {
            throw new BgcodeException("the binary G-code is of version " + version + ", and only version 1 is known; switch off"
                    + " \"Supports binary G-code\" in the slicer's printer settings and export again");
        } else if (checksum > 1) {
            throw new BgcodeException("the binary G-code's checksum type " + checksum + " is not known (0 is none, 1 CRC32);"
                    + " copy the file again, or export it again from the slicer");
        }
        checksums = checksum == 1;
    }

    private int size(byte[] from, int at) throws BgcodeException {
        long size = unsignedInt(from, at);
        if (size > MOST_BYTES) {
            throw broken("it promises " + size + " bytes, and more than " + MOST_BYTES + " no block has");
        }
        return (int) size;
    }

    private byte[] take(int count) throws IOException {
        return counted(in.readNBytes(count), count);
    }

    private byte[] counted(byte[] bytes, int wanted) throws BgcodeException {
        offset += bytes.length;
        if (bytes.length < wanted) {
            throw broken("the file ends within it, at byte " + offset);
        }
        return bytes;
    }

    private BgcodeException broken(String what) {
        return Block.broken(number, type, begin, what);
    }

    private static int unsignedShort(byte[] from, int at) {
        return from[at] & 0xFF | (from[at + 1] & 0xFF) << 8;
    }

    private static long unsignedInt(byte[] from, int at) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN).getInt(at));
    }

    void close() throws IOException {
        in.close();
    }
}
