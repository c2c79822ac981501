package org.gatesmith.host.opencl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;

/**
 * The head of a program for a card (struct {@code axlf} of XRT, xrt/detail/xclbin.h).
 *
 * @param platform the platform that it was linked with, empty if it does not say
 * @param emulates whether it runs in the vendor's emulation instead of on a card
 */
record XclbinFile(String platform, boolean emulates) {

    private static final byte[] MAGIC = "xclbin2\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 304;
    private static final int MODE = 332;
    private static final int PLATFORM = 352;
    private static final int PLATFORM_BYTES = 64;
    private static final int HEAD_BYTES = 456;

    /** {@code XCLBIN_HW_EMU}, {@code XCLBIN_SW_EMU} and {@code XCLBIN_HW_EMU_PR}. */
    private static final int FIRST_EMULATION = 4;

    private static final int LAST_EMULATION = 6;

    /** Set where XRT is to start the vendor's emulation. */
    private static final String EMULATION = "XCL_EMULATION_MODE";

    /**
     * Reads the head of a file.
     *
     * @throws UsageException it cannot be read, is none, or not all of one
     */
    static XclbinFile read(Path file) throws UsageException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // until all of it is there
            }
            byte[] bytes = head.array();
            if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw new UsageException("--binary " + file
                        + " is no .xclbin: it does not begin with \"xclbin2\"; build.sh makes one in its last step");
            }
            long length = head.getLong(LENGTH);
            if (head.hasRemaining() || length > channel.size()) {
                throw new UsageException("--binary " + file + " is cut short: it has " + channel.size() + " bytes of "
                        + (head.hasRemaining() ? "at least " + HEAD_BYTES : length) + "; copy it again");
            }
            int mode = head.getShort(MODE);
            return new XclbinFile(platform(bytes), mode >= FIRST_EMULATION && mode <= LAST_EMULATION);
        } catch (IOException e) {
            throw new UsageException("--binary " + file + " cannot be read: "
                    + (Files.isDirectory(file) ? "it is a folder" : FileTrouble.reason(e)));
        }
    }

    private static String platform(byte[] head) {
        String text = new String(head, PLATFORM, PLATFORM_BYTES, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Fails for a program that is to be emulated where emulation is not switched on. */
    void requireMode(Path file, Map<String, String> environment) throws UsageException {
        if (emulates && !environment.containsKey(EMULATION)) {
            throw new UsageException("--binary " + file + " was built for emulation, which needs " + EMULATION
                    + "=hw_emu or sw_emu in the environment; for a card build it with TARGET=hw");
        }
    }
}
