package org.gatesmith.hls.operators;

import org.gatesmith.hls.design.Resources;

/**
 * What stands between the processes of a dataflow function.
 *
 * @param process what starts a process, and knows whether it has ended
 * @param frameProcess the same where frames overlap, without the queue of frames
 * @param frameLink counts of frames that two linked processes may start
 */
public record DataflowArea(
        String source, String note, FifoArea fifo, Control process, Control frameProcess, Control frameLink) {

    /** Control. */
    public record Control(long lut, long ff) {

        public Resources area() {
            return new Resources(lut, ff, 0, 0, 0);
        }
    }

    /**
     * A FIFO ({@code gs_fifo} of the Verilog library), besides its memory.
     *
     * @param lutPerIndexBit for each bit of a word's position
     * @param ffPerIndexBit the same where words are in LUTs
     * @param ffPerIndexBitInBlocks where they are in block RAM
     * @param lutOfOne where there is one word
     */
    record FifoArea(
            double lut,
            double lutPerIndexBit,
            double ff,
            double ffPerIndexBit,
            double ffPerIndexBitInBlocks,
            long lutOfOne,
            long ffOfOne) {

        /** FIFOs of more words, and more bits in all, are in block RAM. */
        private static final int WORDS_IN_LUTS = 64;

        private static final int BITS_IN_LUTS = 4096;

        Resources of(int width, int depth, OperatorLibrary.Multiplexer multiplexer) {
            if (depth == 1) {
                return new Resources(lutOfOne, ffOfOne + width, 0, 0, 0);
            }
            int index = Integer.SIZE - Integer.numberOfLeadingZeros(depth - 1);
            long control = Math.round(lut + lutPerIndexBit * index);
            if (depth <= WORDS_IN_LUTS || (long) depth * width <= BITS_IN_LUTS) {
                long columns = Math.ceilDiv(depth, WORDS_IN_LUTS);
                long choice = columns == 1 ? 0 : multiplexer.luts(columns, width);
                return new Resources(
                        control + choice + LutMemory.luts(depth, width, 1),
                        Math.round(ff + ffPerIndexBit * index),
                        0,
                        0,
                        0);
            }
            // A word that is read as it is written goes around the memory, through a register.
            return new Resources(
                    control + width,
                    Math.round(ff + ffPerIndexBitInBlocks * index) + width + 1,
                    0,
                    BlockMemory.blocks(depth, width),
                    0);
        }
    }
}
