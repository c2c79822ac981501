package org.gatesmith.host.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A PNG image in memory. */
public final class Png {
    /** PNG specification, third edition: the signature (section 5.2) and the header chunk that follows it (11.2.1). */
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int SHORTEST = 24;

    private final byte[] bytes;

    private Png(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * An image.
     *
     * @param bytes a whole PNG file; copied
     * @throws IllegalArgumentException if it does not start as PNG files do
     */
    public static Png of(byte[] bytes) {
        if (bytes.length < SHORTEST || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("these " + bytes.length + " bytes are not a PNG file");
        }
        return new Png(bytes.clone());
    }

    /** Width in pixels. */
    public int width() {
        return ByteBuffer.wrap(bytes).getInt(WIDTH_AT);
    }

    /** Height in pixels. */
    public int height() {
        return ByteBuffer.wrap(bytes).getInt(HEIGHT_AT);
    }

    /** The image as an address that holds it, for a page that needs no other file. */
    public String dataUri() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
