import org.gatesmith.api.In;
import org.gatesmith.api.Kernel;
import org.gatesmith.api.Out;
import org.gatesmith.api.Range;
import org.gatesmith.api.Shape;
import org.gatesmith.api.Tunable;

/** Packs bytes into runs (length, value) and signs what it wrote with a CRC-32. */
public class RunLengths {
    /** Longest run that one pair holds. */
    @Tunable({3, 15, 255})
    static final int LONGEST = 255;

    /** CRC-32 of every byte, reflected polynomial of IEEE 802.3. */
    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) != 0 ? (c >>> 1) ^ 0xEDB88320 : c >>> 1;
            }
            CRC[i] = c;
        }
    }

    /** Packs n bytes; result holds the number of runs and the CRC. */
    @Kernel("run_lengths")
    public static void pack(
            @In @Shape("n") byte[] data,
            @Out @Shape("2 * n") byte[] runs,
            @Out @Shape("2") int[] result,
            @Range(min = 0, max = 1 << 20) int n) {
        int count = 0;
        int crc = ~0;
        int i = 0;
        while (i < n) {
            int length = runAt(data, i, n);
            byte value = data[i];
            runs[2 * count] = (byte) length;
            runs[2 * count + 1] = value;
            crc = update(update(crc, (byte) length), value);
            count++;
            i += length;
        }
        result[0] = count;
        result[1] = ~crc;
    }

    private static int runAt(byte[] data, int start, int n) {
        int length = 1;
        do {
            if (start + length == n) {
                return length;
            }
            if (data[start + length] != data[start]) {
                break;
            }
            length++;
        } while (length < LONGEST);
        return length;
    }

    private static int update(int crc, byte b) {
        return CRC[(crc ^ b) & 0xFF] ^ (crc >>> 8);
    }
}
