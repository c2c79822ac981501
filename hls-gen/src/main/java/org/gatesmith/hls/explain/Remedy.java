package org.gatesmith.hls.explain;

import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.schedule.Schedule;

/** A change that was tried and makes a loop faster. */
public sealed interface Remedy {

    /** The interval that the loop then has. */
    int interval();

    /**
     * Another layout of an array.
     *
     * @param array as schedule files name it
     */
    record Layout(String array, Schedule.ArrayEdit edit, int interval) implements Remedy {}

    /**
     * The word of the author that iterations are independent, which nothing shows. With a wrong word the hardware computes something else
     * than the JVM.
     *
     * @param loop as schedule files name it
     * @param evidence why a dependence is assumed
     */
    record Independence(String loop, Dependence.Assumed evidence, int interval) implements Remedy {}

    /**
     * A loop that is not pipelined could be.
     *
     * @param loop as schedule files name it
     */
    record Pipelining(String loop, int interval) implements Remedy {}

    /** A slower clock, at which a recurrence takes fewer cycles. */
    record SlowerClock(double megahertz, int interval) implements Remedy {}
}
