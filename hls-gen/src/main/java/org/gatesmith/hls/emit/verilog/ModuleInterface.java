package org.gatesmith.hls.emit.verilog;

import java.util.List;
import org.gatesmith.hls.rtl.Watch;

/**
 * Ports of an emitted module, besides clock, reset, start and done.
 *
 * @param module its name
 * @param scalars inputs for parameters, which do not change while it runs
 * @param results outputs that keep the results until the next start
 * @param overlaps whether the module may be started again before it is done. It has an output {@code ready} then, the numbers are looked at in
 *     the cycle after the start only, and {@code done} is high when all that was started has ended
 * @param watches what a simulator is shown, by path from this module on
 */
record ModuleInterface(
        String module,
        List<Scalar> scalars,
        List<Scalar> results,
        List<Array> arrays,
        List<Fifo> fifos,
        List<Channel> channels,
        boolean overlaps,
        List<Watch> watches) {

    ModuleInterface {
        scalars = List.copyOf(scalars);
        results = List.copyOf(results);
        arrays = List.copyOf(arrays);
        fifos = List.copyOf(fifos);
        channels = List.copyOf(channels);
        watches = List.copyOf(watches);
    }

    /**
     * A number.
     *
     * @param position among the function's parameters or results
     */
    record Scalar(int position, String name, int width) {}

    /**
     * One port of a memory outside: outputs {@code name_en} and {@code _addr}; {@code _din} if it writes, {@code _we} if it also
     * reads; {@code _out_en} if words go through a second register; input {@code _dout} if it reads.
     *
     * @param parameter position of the array among the function's parameters
     * @param port of the memory
     */
    record Array(int parameter, int port, String name, boolean reads, boolean writes, boolean registered) {}

    /** One side of a FIFO: {@code name_valid, _data, _take} of a reader, {@code name_ready, _data, _put} of a writer. */
    record Fifo(int parameter, String name, boolean writes, int width) {}

    /**
     * A channel to board memory. A reader has outputs {@code _req_valid, _req_index, _req_mask, _rsp_ready} and inputs
     * {@code _req_ready, _rsp_valid, _rsp_data}; a writer has outputs {@code _req_valid, _req_index, _req_mask, _req_data} and input
     * {@code _req_ready}. Valid and ready as in the library, but that a request is only shown when it is taken.
     *
     * @param parameter position of the port among the function's parameters
     * @param process path of the process that it belongs to; empty if the function has none
     * @param lanes elements of a request
     * @param elementBits of an element
     * @param indexBits of the signed element index of lane 0
     * @param fenced whether a reader has the output {@code _forget}, high when memory may have changed, and a writer the input
     *     {@code _idle}, high when everything is in memory
     */
    record Channel(
            int parameter,
            String process,
            String name,
            boolean writes,
            int lanes,
            int elementBits,
            int indexBits,
            boolean fenced) {

        int dataBits() {
            return lanes * elementBits;
        }
    }
}
