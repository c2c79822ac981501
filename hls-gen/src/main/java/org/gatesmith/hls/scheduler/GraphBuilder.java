package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.OperatorTiming;
import org.jspecify.annotations.Nullable;

/** Builds the graph of a block or of a pipelined loop's body. */
final class GraphBuilder {

    /** Expensive operators of a block serve so many operations each: more would take long, fewer much area. */
    static final int TURNS = 4;

    private final ModuleContext context;
    private final List<Op> ops;
    private final Op.@Nullable For loop;
    private final ModuleContext.Body body;
    private boolean takesTurns;

    private final List<Node> nodes = new ArrayList<>();
    /** Node by operation; the lanes of a group share one. */
    private final Map<Op, Integer> nodeOf = new IdentityHashMap<>();

    private final Map<Value, Integer> definedBy = new IdentityHashMap<>();
    private final List<OperationGraph.Dependence> dependences = new ArrayList<>();

    private GraphBuilder(ModuleContext context, List<Op> ops, Op.@Nullable For loop, ModuleContext.Body body) {
        this.context = context;
        this.ops = ops.stream().filter(op -> !ModuleContext.isDeclaration(op)).toList();
        this.loop = loop;
        this.body = body;
    }

    /** The graph of operations that run once at a time. */
    static OperationGraph block(ModuleContext context, List<Op> ops) {
        return new GraphBuilder(context, ops, null, ModuleContext.Body.BLOCK).build();
    }

    /** The graph of a loop body whose iterations overlap, one starting in every cycle. */
    static OperationGraph pipeline(ModuleContext context, Op.For loop) {
        return new GraphBuilder(context, loop.body().ops(), loop, ModuleContext.Body.PIPELINE).build();
    }

    /** The graph of a loop body whose iterations overlap and wait together. */
    static OperationGraph slowPipeline(ModuleContext context, Op.For loop) {
        GraphBuilder builder = new GraphBuilder(context, loop.body().ops(), loop, ModuleContext.Body.PIPELINE);
        builder.takesTurns = true;
        return builder.build();
    }

    /** The graph of a pure function, which takes operands in every cycle. */
    static OperationGraph core(ModuleContext context, List<Op> ops) {
        return new GraphBuilder(context, ops, null, ModuleContext.Body.PIPELINE).build();
    }

    private OperationGraph build() {
        addNodes();
        for (int node = 0; node < nodes.size(); node++) {
            addValues(node);
        }
        MemoryOrder order = MemoryOrder.of(context, ops, loop, body);
        order.within().forEach(edge -> addOrder(edge.from(), edge.to(), edge.delay()));
        int[] number = topologicalNumbers();
        List<MemoryOrder.Across> across = new ArrayList<>(order.across());
        order.turn().filter(_ -> takesTurns).ifPresent(across::add);
        return renumbered(number, across);
    }

    // ---- nodes

    private void addNodes() {
        Map<Op, AccessGroup> groups = PortGroups.of(context, ops, loop);
        Map<String, Integer> users = sharedUsers();
        for (Op op : ops) {
            AccessGroup group = groups.get(op);
            if (group != null && group.lanes().getFirst() != op) {
                continue;
            }
            List<Op> members = group == null ? List.of(op) : group.lanes();
            OperatorTiming timing = context.timing(op, body);
            int number = nodes.size();
            nodes.add(new Node(members, timing, demand(op, timing, users), group));
            for (Op member : members) {
                nodeOf.put(member, number);
                member.results().forEach(result -> definedBy.put(result, number));
            }
        }
    }

    private Map<String, Integer> sharedUsers() {
        Map<String, Integer> users = new HashMap<>();
        for (Op op : ops) {
            OperatorTiming timing = context.timing(op, body);
            if (isShared(op, timing)) {
                users.merge(shareKey(op, timing), 1, Integer::sum);
            }
        }
        return users;
    }

    private Demand demand(Op op, OperatorTiming timing, Map<String, Integer> users) {
        Access access = context.access(op).orElse(null);
        if (access != null) {
            return accessDemand(access);
        }
        if (isShared(op, timing)) {
            String key = shareKey(op, timing);
            return new Demand.Shared(key, Math.ceilDiv(users.getOrDefault(key, 1), TURNS));
        }
        return new Demand.Nothing();
    }

    private Demand accessDemand(Access access) {
        if (access.memory().type() instanceof ArrayType) {
            MemoryBinding memory = context.memory(access.memory()).orElseThrow();
            return new Demand.MemoryAccess(memory, access.kind(), access.guard());
        }
        return access.kind() == Access.Kind.TEST
                ? new Demand.Nothing()
                : new Demand.Channel(access.memory(), access.kind());
    }

    /** Operators with registers in a block: dividers, multipliers of DSP blocks, cores. In a pipeline each works all the time. */
    private boolean isShared(Op op, OperatorTiming timing) {
        return body == ModuleContext.Body.BLOCK
                && timing.latency() > 0
                && context.access(op).isEmpty();
    }

    /**
     * Operators of the same key have the same operand and result types and take the same time; a multiplication by a constant may take less
     * than one by a variable of that type.
     */
    static String shareKey(Op op, OperatorTiming timing) {
        return switch (op) {
            case Op.Call call -> "core " + call.callee();
            case Op.Compute compute ->
                kindKey(compute) + " " + timing.latency() + " "
                        + compute.operands().stream()
                                .map(operand -> operand.type().toString())
                                .toList() + " "
                        + (compute.operator() == Operator.MUL
                                ? compute.result().type().toString()
                                : "");
            default -> throw new IllegalArgumentException(op + " is not shared");
        };
    }

    /** A divider returns quotient and remainder. */
    private static String kindKey(Op.Compute op) {
        return op.operator() == Operator.REM
                ? Operator.DIV.mnemonic()
                : op.operator().mnemonic();
    }

    // ---- dependences

    private void addValues(int node) {
        Set<Integer> producers = new LinkedHashSet<>();
        for (Op op : nodes.get(node).ops()) {
            for (Value value : read(op)) {
                Integer producer = definedBy.get(value);
                if (producer != null && producer != node) {
                    producers.add(producer);
                }
            }
        }
        producers.forEach(producer ->
                dependences.add(new OperationGraph.Dependence(producer, node, OperationGraph.Kind.VALUE, 0)));
    }

    /** Values that an operation takes, those read inside a guarded access included. */
    static Collection<Value> read(Op op) {
        if (op.regions().isEmpty()) {
            return op.operands();
        }
        Set<Value> values = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(op, values);
        return values;
    }

    private static void collect(Op op, Set<Value> values) {
        values.addAll(op.operands());
        for (Region region : op.regions()) {
            region.ops().forEach(inner -> collect(inner, values));
            values.addAll(region.yields());
        }
    }

    private void addOrder(Op from, Op to, int delay) {
        int first = node(from);
        int second = node(to);
        if (first != second) {
            dependences.add(new OperationGraph.Dependence(first, second, OperationGraph.Kind.ORDER, delay));
        }
    }

    private int node(Op op) {
        Integer node = nodeOf.get(op);
        if (node == null) {
            throw new IllegalStateException("no node for " + op);
        }
        return node;
    }

    // ---- order

    /** New numbers of the nodes, along the dependences and otherwise in program order. */
    private int[] topologicalNumbers() {
        int[] waiting = new int[nodes.size()];
        List<List<Integer>> next = new ArrayList<>();
        nodes.forEach(_ -> next.add(new ArrayList<>()));
        for (OperationGraph.Dependence dependence : dependences) {
            waiting[dependence.to()]++;
            next.get(dependence.from()).add(dependence.to());
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int node = 0; node < waiting.length; node++) {
            if (waiting[node] == 0) {
                ready.add(node);
            }
        }
        int[] number = new int[nodes.size()];
        int count = 0;
        while (!ready.isEmpty()) {
            int node = ready.remove();
            number[node] = count++;
            for (int successor : next.get(node)) {
                if (--waiting[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        if (count < nodes.size()) {
            throw new IllegalStateException(
                    "the operations of " + context.function().name() + " wait for each other");
        }
        return number;
    }

    private OperationGraph renumbered(int[] number, List<MemoryOrder.Across> across) {
        List<Node> sorted = new ArrayList<>(Collections.nCopies(nodes.size(), null));
        List<List<OperationGraph.Dependence>> incoming = new ArrayList<>();
        List<List<OperationGraph.Dependence>> outgoing = new ArrayList<>();
        for (int node = 0; node < number.length; node++) {
            sorted.set(number[node], nodes.get(node));
            incoming.add(new ArrayList<>(2));
            outgoing.add(new ArrayList<>(2));
        }
        for (OperationGraph.Dependence old : dependences) {
            OperationGraph.Dependence edge =
                    new OperationGraph.Dependence(number[old.from()], number[old.to()], old.kind(), old.delay());
            incoming.get(edge.to()).add(edge);
            outgoing.get(edge.from()).add(edge);
        }
        List<OperationGraph.BackEdge> backEdges = across.stream()
                .map(edge -> new OperationGraph.BackEdge(
                        number[node(edge.from())], number[node(edge.to())], edge.delay(), edge.distance()))
                .toList();
        return new OperationGraph(List.copyOf(sorted), incoming, outgoing, carries(number), backEdges);
    }

    private List<OperationGraph.Carry> carries(int[] number) {
        if (loop == null) {
            return List.of();
        }
        Map<Value, List<Integer>> users = new IdentityHashMap<>();
        loop.carried().forEach(parameter -> users.put(parameter, new ArrayList<>()));
        for (int node = 0; node < nodes.size(); node++) {
            int user = number[node];
            Stream<Value> values = nodes.get(node).ops().stream().flatMap(op -> read(op).stream());
            values.forEach(value -> {
                List<Integer> known = users.get(value);
                if (known != null && !known.contains(user)) {
                    known.add(user);
                }
            });
        }
        List<OperationGraph.Carry> carries = new ArrayList<>();
        for (int i = 0; i < loop.carried().size(); i++) {
            Value parameter = loop.carried().get(i);
            carries.add(new OperationGraph.Carry(
                    parameter,
                    List.copyOf(users.getOrDefault(parameter, List.of())),
                    handedOn(loop, loop.body().yields().get(i), number)));
        }
        return carries;
    }

    private OperationGraph.Yield handedOn(Op.For carrying, Value value, int[] number) {
        Integer node = definedBy.get(value);
        if (node != null) {
            return new OperationGraph.Yield.FromNode(number[node]);
        }
        int carry = carrying.carried().indexOf(value);
        return carry >= 0 ? new OperationGraph.Yield.FromCarry(carry) : new OperationGraph.Yield.Known();
    }
}
