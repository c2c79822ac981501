package org.gatesmith.hls.operators;

import java.util.List;
import org.gatesmith.hls.design.Resources;

/**
 * What joins several readers or writers to one AXI port ({@code gs_axi_read_arbiter} and {@code gs_axi_write_arbiter}), by their number.
 *
 * @param sizes ascending
 */
record ArbiterArea(String source, String note, List<Size> sizes) {

    ArbiterArea {
        sizes = List.copyOf(sizes);
    }

    /**
     * Of so many masters.
     *
     * @param writeLutPerBit of data, strobes and the mark of the last beat
     */
    record Size(int masters, long readLut, long readFf, long writeLut, long writeFf, long writeLutPerBit) {

        Resources of(boolean writes, int dataBits) {
            int bits = dataBits + dataBits / Byte.SIZE + 1;
            return writes
                    ? new Resources(writeLut + writeLutPerBit * bits, writeFf, 0, 0, 0)
                    : new Resources(readLut, readFf, 0, 0, 0);
        }
    }

    /** Nothing for a master that has the port for itself. Numbers in between count as the next larger one, those beyond in proportion. */
    Resources of(boolean writes, int masters, int dataBits) {
        if (masters < 2) {
            return Resources.NONE;
        }
        Size last = sizes.getLast();
        return sizes.stream()
                .filter(size -> masters <= size.masters())
                .findFirst()
                .map(size -> size.of(writes, dataBits))
                .orElseGet(() -> last.of(writes, dataBits).times(Math.ceilDiv(masters, last.masters())));
    }
}
