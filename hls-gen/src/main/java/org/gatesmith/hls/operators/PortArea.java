package org.gatesmith.hls.operators;

import org.gatesmith.hls.design.Resources;

/**
 * What joins a kernel to the board: a reader or writer for every channel, and the control registers.
 *
 * @param addressLuts from an element's index to its address, for each channel
 * @param arbiters what joins several of either to one port
 */
public record PortArea(
        String source,
        String note,
        MasterArea reader,
        MasterArea writer,
        ControlArea control,
        long addressLuts,
        ArbiterArea arbiters) {

    /**
     * A reader or writer.
     *
     * @param lutPerDataBitOfLanes if there are several lanes
     * @param lutPerLaneBitAndStage of several lanes: for each bit of all lanes and each stage of the shift to its place in a beat
     * @param ffPerDataBitOfLanes if there are several lanes
     * @param fewestBlocks block RAMs of 18 Kb at least
     * @param widestInBlocks the buffer for a wider bus has so few words that it is in LUTs
     */
    record MasterArea(
            double lut,
            double lutPerDataBit,
            double lutPerDataBitOfLanes,
            double lutPerLaneBitAndStage,
            double ff,
            double ffPerDataBit,
            double ffPerDataBitOfLanes,
            double ffPerLaneBit,
            long fewestBlocks,
            double blocksPerDataBit,
            int widestInBlocks) {

        Resources of(int dataBits, int lanes, int elementBits) {
            int laneBits = lanes == 1 ? 0 : lanes * elementBits;
            int sharedBits = lanes == 1 ? 0 : dataBits;
            double stages = Math.max(1, Math.log((double) dataBits / elementBits) / Math.log(2));
            return new Resources(
                    Math.round(lut
                            + lutPerDataBit * dataBits
                            + lutPerDataBitOfLanes * sharedBits
                            + lutPerLaneBitAndStage * laneBits * stages),
                    Math.round(
                            ff + ffPerDataBit * dataBits + ffPerDataBitOfLanes * sharedBits + ffPerLaneBit * laneBits),
                    0,
                    dataBits > widestInBlocks ? 0 : Math.max(fewestBlocks, Math.round(blocksPerDataBit * dataBits)),
                    0);
        }
    }

    /** Registers that the host writes, by the bits of all arguments. */
    record ControlArea(double lut, double lutPerBit, double ff, double ffPerBit) {}

    /** A channel with its address. */
    public Resources channel(boolean writes, int dataBits, int lanes, int elementBits) {
        Resources master = (writes ? writer : reader).of(dataBits, lanes, elementBits);
        return master.plus(new Resources(addressLuts, 0, 0, 0, 0));
    }

    /** What joins so many channels to one port; nothing if there is one. */
    public Resources arbiter(boolean writes, int channels, int dataBits) {
        return arbiters.of(writes, channels, dataBits);
    }

    /** The control registers of a kernel whose arguments have so many bits. */
    public Resources control(int argumentBits) {
        return new Resources(
                Math.round(control.lut + control.lutPerBit * argumentBits),
                Math.round(control.ff + control.ffPerBit * argumentBits),
                0,
                0,
                0);
    }
}
