package org.gatesmith.hls.cost;

import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.LoopDirectives;

/**
 * What a call does in one loop of the source, all its copies and all calls of its method together.
 *
 * @param name {@code method.counter}, the name by which schedules reach the loop
 * @param span the loop in the Java source
 * @param directives pipelining, unrolling and trip counts that source and schedule ask for
 * @param form what becomes of it where it is first reached
 * @param depth loops around it, counted where it is first reached
 * @param entries how often the loop is reached
 * @param iterations executed over all entries
 * @param minTrips fewest iterations of one entry; 0 if there is no entry
 * @param maxTrips most iterations of one entry
 * @param tripsKnown whether the trip counts follow from the scalars; otherwise data decide, and {@code @TripCount} stands in
 * @param cycles lower bound over all entries, see {@link KernelCost#cycles}; 0 for {@link LoopForm#IN_PIPELINE}, as the cycles
 *     are those of the pipelined loop
 */
public record LoopCost(
        String name,
        Span span,
        LoopDirectives directives,
        LoopForm form,
        int depth,
        long entries,
        long iterations,
        long minTrips,
        long maxTrips,
        boolean tripsKnown,
        long cycles) {}
