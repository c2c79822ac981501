package org.gatesmith.hls.scheduler;

import java.util.List;
import org.gatesmith.hls.ir.Value;

/**
 * Operations of a block or a loop body and what orders them. Nodes are numbered so that dependences within an iteration lead
 * from lower to higher numbers.
 *
 * @param incoming dependences by the node that they lead to
 * @param outgoing dependences by the node that they come from
 * @param carries values that an iteration hands to the next
 * @param backEdges dependences through memory on earlier iterations
 */
record OperationGraph(
        List<Node> nodes,
        List<List<Dependence>> incoming,
        List<List<Dependence>> outgoing,
        List<Carry> carries,
        List<BackEdge> backEdges) {

    /** Why one node follows another. */
    enum Kind {
        /** The second takes a result of the first. */
        VALUE,
        /** The second starts at least {@code delay} cycles after the first. */
        ORDER
    }

    /**
     * Within an iteration.
     *
     * @param delay in cycles from start to start; not used for values, whose producer's timing says it
     */
    record Dependence(int from, int to, Kind kind, int delay) {}

    /** To a later iteration: {@code start(to) + distance · interval >= start(from) + delay}. */
    record BackEdge(int from, int to, int delay, int distance) {}

    /**
     * A value that goes around.
     *
     * @param users nodes that take it
     * @param yield what becomes it in the next iteration
     */
    record Carry(Value parameter, List<Integer> users, Yield yield) {}

    /** Where the next value of a carried one comes from. */
    sealed interface Yield {

        /** A node of the body. */
        record FromNode(int node) implements Yield {}

        /** Another carried value, by position. */
        record FromCarry(int carry) implements Yield {}

        /** Known before the body starts: a value from outside, the counter. */
        record Known() implements Yield {}
    }

    int size() {
        return nodes.size();
    }
}
