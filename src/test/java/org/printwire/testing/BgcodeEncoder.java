package org.printwire.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes binary G-code as its published specification has it; shares nothing with what reads it. Compression, encoding and
 * checksum are the numbers of the file.
 *
 * @param blockBytes G-code in a block, at most; a block ends with a line
 */
public record BgcodeEncoder(int compression, int encoding, int checksum, int blockBytes) {
    public static final int FILE_METADATA = 0;
    public static final int GCODE = 1;
    public static final int SLICER_METADATA = 2;
    public static final int PRINTER_METADATA = 3;
    public static final int PRINT_METADATA = 4;
    public static final int THUMBNAIL = 5;

    /** As slicers do it: pictures and {@code key = value} comments become blocks of their own, the rest is G-code. */
    public byte[] encode(String text) {
        List<byte[]> pictures = new ArrayList<>();
        StringBuilder print = new StringBuilder();
        StringBuilder slicer = new StringBuilder();
        StringBuilder gcode = new StringBuilder();
        StringBuilder base64 = null;
        String[] begin = {};
        for (String line : text.split("(?<=\n)")) {
            String words = line.strip();
            if (words.matches("; thumbnail\\S* begin .*")) {
                begin = words.split(" ");
                base64 = new StringBuilder();
            } else if (words.matches("; thumbnail\\S* end")) {
                String[] size = begin[3].split("x");
                int format = List.of("thumbnail", "thumbnail_JPG", "thumbnail_QOI").indexOf(begin[1]);
                pictures.add(block(THUMBNAIL, 0, shorts(format, Integer.parseInt(size[0]), Integer.parseInt(size[1])),
                        Base64.getDecoder().decode(base64.toString())));
                base64 = null;
            } else if (base64 != null) {
                base64.append(words.substring(2));
            } else if (words.matches("; [^=]+ = .*")) {
                boolean figures = words.matches("; (filament (used|cost)|estimated|total|first layer).*");
                (figures ? print : slicer).append(words.substring(2).replaceFirst(" = ", "=")).append('\n');
            } else {
                gcode.append(line);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(1));
        out.writeBytes(metadata(FILE_METADATA, "Producer=printwire tests\n"));
        out.writeBytes(metadata(PRINTER_METADATA, "printer_model=MK3S\n" + print));
        pictures.forEach(out::writeBytes);
        out.writeBytes(metadata(PRINT_METADATA, print.toString()));
        out.writeBytes(metadata(SLICER_METADATA, slicer.toString()));
        gcodeBlocks(gcode.toString()).forEach(out::writeBytes);
        return out.toByteArray();
    }

    public byte[] header(int version) {
        return joined("GCDE".getBytes(StandardCharsets.US_ASCII), integer(version), shorts(checksum));
    }

    public byte[] metadata(int type, String ini) {
        return block(type, compression, shorts(0), latin(ini));
    }

    public List<byte[]> gcodeBlocks(String gcode) {
        List<byte[]> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : gcode.split("(?<=\n)")) {
            if (block.length() + line.length() > blockBytes && !block.isEmpty()) {
                blocks.add(gcode(block.toString()));
                block.setLength(0);
            }
            block.append(line);
        }
        blocks.add(gcode(block.toString()));
        return blocks;
    }

    private byte[] gcode(String text) {
        return block(GCODE, compression, shorts(encoding), encoding == 0 ? latin(text) : meatPack(text));
    }

    public byte[] block(int type, int compressed, byte[] parameters, byte[] data) {
        byte[] payload = compress(compressed, data);
        return raw(type, compressed, data.length, payload.length, parameters, payload);
    }

    /** With what sizes one likes. */
    public byte[] raw(int type, int compressed, int size, int compressedSize, byte[] parameters, byte[] payload) {
        byte[] block = joined(shorts(type, compressed), integer(size),
                compressed == 0 ? new byte[0] : integer(compressedSize), parameters, payload);
        CRC32 crc = new CRC32();
        crc.update(block);
        return checksum == 0 ? block : joined(block, integer((int) crc.getValue()));
    }

    public static byte[] compress(int compression, byte[] data) {
        return switch (compression) {
            case 0 -> data;
            case 1 -> deflate(data);
            case 2 -> heatshrink(data, 11);
            case 3 -> heatshrink(data, 12);
            default -> throw new IllegalArgumentException("compression " + compression);
        };
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + data.length / 8 + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /** The longest repetition within the window, where it is shorter than its bytes. */
    private static byte[] heatshrink(byte[] data, int windowBits) {
        StringBuilder bits = new StringBuilder();
        for (int at = 0; at < data.length;) {
            int best = 0;
            int from = 0;
            for (int start = Math.max(0, at - (1 << windowBits)); start < at && best < 16; start++) {
                int length = 0;
                while (length < 16 && at + length < data.length && data[start + length] == data[at + length]) {
                    length++;
                }
                if (length > best) {
                    best = length;
                    from = start;
                }
            }
            if (best > 2) {
                bits.append('0').append(binary(at - from - 1, windowBits)).append(binary(best - 1, 4));
                at += best;
            } else {
                bits.append('1').append(binary(data[at++] & 0xFF, 8));
            }
        }
        byte[] out = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            out[i / 8] |= (byte) ((bits.charAt(i) - '0') << 7 - i % 8);
        }
        return out;
    }

    private static String binary(int value, int bits) {
        return Integer.toBinaryString(1 << bits | value).substring(1);
    }

    /** A line at a time: moves without blanks, E packed in the place of the blank; comments as text between commands. */
    private byte[] meatPack(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(command(0xFB));
        out.writeBytes(command(0xF7));
        boolean packing = true;
        for (String line : text.split("\n")) {
            if (line.startsWith(";")) {
                if (encoding == 2) {
                    if (packing) {
                        out.writeBytes(command(0xFA));
                        packing = false;
                    }
                    out.writeBytes(latin(line + "\n"));
                }
                continue;
            }
            String command = (line.indexOf(';') < 0 ? line : line.substring(0, line.indexOf(';'))).strip();
            if (command.isEmpty()) {
                continue;
            }
            if (!packing) {
                out.writeBytes(command(0xFB));
                packing = true;
            }
            String bare = command.matches("G\\d.*") ? command.replace(" ", "") : command;
            pack(bare.length() % 2 == 0 ? bare + "\n\n" : bare + "\n", out);
        }
        if (encoding == 1) {
            out.writeBytes(command(0xF9));
        }
        return out.toByteArray();
    }

    private static void pack(String even, ByteArrayOutputStream out) {
        String codes = "0123456789.E\nGX";
        for (int i = 0; i < even.length(); i += 2) {
            int first = codes.indexOf(even.charAt(i));
            int second = codes.indexOf(even.charAt(i + 1));
            out.write((second < 0 ? 15 : second) << 4 | (first < 0 ? 15 : first));
            if (first < 0) {
                out.write(even.charAt(i));
            }
            if (second < 0) {
                out.write(even.charAt(i + 1));
            }
        }
    }

    private static byte[] command(int code) {
        return new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) code};
    }

    public static byte[] shorts(int... values) {
        byte[] out = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            out[2 * i] = (byte) values[i];
            out[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return out;
    }

    private static byte[] integer(int value) {
        return shorts(value, value >>> 16);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
