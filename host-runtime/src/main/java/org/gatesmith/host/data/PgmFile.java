package org.gatesmith.host.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** PGM images, plain (P2) and binary (P5), after the manual page {@code pgm(5)} of Netpbm. */
final class PgmFile {
    private static final int WHITE = 255;

    private final Path file;
    private final byte[] bytes;
    private int at = 2;

    private PgmFile(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static boolean startsWithMagic(byte[] start) {
        return start.length >= 2 && start[0] == 'P' && (start[1] == '2' || start[1] == '5');
    }

    static GreyImage decode(Path file, byte[] bytes) throws DataException {
        return new PgmFile(file, bytes).decode();
    }

    private GreyImage decode() throws DataException {
        int width = number("width", Integer.MAX_VALUE);
        int height = number("height", Integer.MAX_VALUE);
        int max = number("maximum", 65535);
        if (max > WHITE) {
            throw damaged("has a maximum of " + max + "; convert it to 8 bits, that is a maximum of 255");
        }
        long count = (long) width * height;
        if (count == 0 || max == 0) {
            throw damaged("has width " + width + ", height " + height + " and maximum " + max + "; none may be 0");
        }
        if (count > bytes.length) {
            throw truncated(count, bytes.length - at);
        }
        byte[] pixels = bytes[1] == '5' ? binary((int) count) : plain((int) count, max);
        return new GreyImage(file, height, width, spread(pixels, max));
    }

    private byte[] binary(int count) throws DataException {
        at++; // the one white space after the maximum
        int found = Math.max(0, bytes.length - at);
        if (found < count) {
            throw truncated(count, found);
        }
        if (found > count) {
            throw new DataException(
                    DataFault.TRAILING_BYTES,
                    file,
                    "goes on after its last pixel: " + count + " pixels expected, " + found + " bytes found");
        }
        return Arrays.copyOfRange(bytes, at, at + count);
    }

    private byte[] plain(int count, int max) throws DataException {
        byte[] pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (byte) number("pixel " + i, max);
        }
        return pixels;
    }

    private byte[] spread(byte[] pixels, int max) throws DataException {
        for (int i = 0; i < pixels.length; i++) {
            int value = Byte.toUnsignedInt(pixels[i]);
            if (value > max) {
                throw damaged("pixel " + i + " is " + value + ", above the maximum of " + max);
            }
            pixels[i] = (byte) ((WHITE * value + max / 2) / max);
        }
        return pixels;
    }

    /** The next decimal number, after white space and comments. */
    private int number(String what, int max) throws DataException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < bytes.length && isDigit(bytes[at]) && value <= max) {
            value = 10 * value + (bytes[at] - '0');
            at++;
        }
        if (at == start) {
            throw damaged(at < bytes.length ? what + " is not a number" : "ends before its " + what);
        }
        if (value > max) {
            throw damaged(what + " is above " + max);
        }
        return (int) value;
    }

    private void skipSpace() {
        while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] == '#')) {
            if (bytes[at] == '#') {
                skipLine();
            } else {
                at++;
            }
        }
    }

    private void skipLine() {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    private DataException truncated(long expected, long found) {
        return new DataException(
                DataFault.TRUNCATED,
                file,
                "ends before its last pixel: " + expected + " pixels expected, " + found + " bytes found");
    }

    private DataException damaged(String problem) {
        return new DataException(DataFault.IMAGE, file, "is not a usable PGM image: " + problem);
    }

    static byte[] encode(GreyImage image) {
        byte[] header = ("P5\n" + image.width() + " " + image.height() + "\n" + WHITE + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(header, Math.addExact(header.length, image.pixels().length));
        System.arraycopy(image.pixels(), 0, all, header.length, image.pixels().length);
        return all;
    }
}
