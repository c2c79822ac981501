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

    static final StageTimes NONE = new StageTimes(0, 0, 0, 0, 0);

    StageTimes plus(StageTimes other) {
        return new StageTimes(
                load + other.load,
                toDevice + other.toDevice,
                run + other.run,
                toHost + other.toHost,
                store + other.store);
    }

    StageTimes minus(StageTimes other) {
        return new StageTimes(
                load - other.load,
                toDevice - other.toDevice,
                run - other.run,
                toHost - other.toHost,
                store - other.store);
    }

    /** Seconds of one stage. */
    public double of(PlanTimes.Stage stage) {
        return switch (stage) {
            case LOAD -> load;
            case TO_DEVICE -> toDevice;
            case RUN -> run;
            case TO_HOST -> toHost;
            case STORE -> store;
        };
    }

    /** The stage that takes longest. */
    public PlanTimes.Stage slowest() {
        PlanTimes.Stage slowest = PlanTimes.Stage.LOAD;
        for (PlanTimes.Stage stage : PlanTimes.Stage.values()) {
            slowest = of(stage) > of(slowest) ? stage : slowest;
        }
        return slowest;
    }

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
