package org.gatesmith.host.tile;

import java.util.stream.DoubleStream;

/**
 * Seconds of the stages of a run.
 *
 * @param load gathering slices from files or arrays into buffers
 * @param toDevice transfers to the device
 * @param run the kernel, at least
 * @param toHost transfers back
 * @param store writing slices into files or arrays
 */
public record StageTimes(double load, double toDevice, double run, double toHost, double store) {

    /** The longest. */
    public double longest() {
        return stages().max().orElse(0);
    }

    /** All of them one after the other. */
    public double sum() {
        return stages().sum();
    }

    private DoubleStream stages() {
        return DoubleStream.of(load, toDevice, run, toHost, store);
    }
}
