package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.emit.verilog.IntegerTerms.Number;
import org.gatesmith.hls.emit.verilog.SharedOperator.Port;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** Multipliers, dividers and cores of a module: one instance for all operations that the design has take turns on it. */
final class OperatorPool {

    private final Netlist netlist;
    private final Map<String, CoreInterface> cores;
    private final Map<Resource, List<Placement>> users = new LinkedHashMap<>();
    private final Map<Resource, SharedOperator> operators = new LinkedHashMap<>();

    /**
     * A module that is an operator.
     *
     * @param inputs names of the operands, null where nothing depends on one
     */
    record CoreInterface(String module, int latency, List<ModuleInterface.Scalar> inputs, List<Port> outputs) {}

    OperatorPool(Netlist netlist, Map<String, CoreInterface> cores, List<Placement> placements) {
        this.netlist = netlist;
        this.cores = cores;
        for (Placement placement : placements) {
            users.computeIfAbsent(placement.resource(), _ -> new ArrayList<>()).add(placement);
        }
    }

    /** The results of an operation of some cycles, or of a core; what they are is known when they are there. */
    List<Term> use(Stages stages, Placement placement, List<Term> operands) {
        SharedOperator operator = operators.computeIfAbsent(placement.resource(), this::create);
        if (operator.latency() != placement.latency()) {
            throw new IllegalStateException("an operation of " + placement.latency() + " cycles on "
                    + placement.resource() + ", which takes " + operator.latency());
        }
        return placement.op() instanceof Op.Compute compute
                ? compute(stages, placement, compute, operator, operands)
                : operator.use(stages, placement.step(), coreInputs((Op.Call) placement.op(), operands));
    }

    private SharedOperator create(Resource resource) {
        List<Placement> placements = users.getOrDefault(resource, List.of());
        return switch (resource) {
            case Resource.CoreInstance(String function, int _) -> core(function);
            case Resource.Operator _ -> operator(placements);
            default -> throw new IllegalStateException("no operator: " + resource);
        };
    }

    private SharedOperator core(String function) {
        CoreInterface core = cores.get(function);
        if (core == null) {
            throw new IllegalStateException("no core for " + function);
        }
        List<Port> inputs = core.inputs().stream()
                .map(input -> new Port(input.name(), input.width()))
                .toList();
        return new SharedOperator(netlist, core.module(), function, Map.of(), core.latency(), inputs, core.outputs());
    }

    private List<Term> coreInputs(Op.Call call, List<Term> operands) {
        CoreInterface core = java.util.Objects.requireNonNull(cores.get(call.callee()));
        return core.inputs().stream()
                .map(input -> Terms.low(operands.get(input.position()), input.width()))
                .toList();
    }

    // ---- multipliers and dividers

    private SharedOperator operator(List<Placement> placements) {
        List<Op.Compute> ops = placements.stream()
                .map(placement -> (Op.Compute) placement.op())
                .toList();
        Operator first = ops.getFirst().operator();
        int latency = placements.getFirst().latency();
        return switch (first) {
            case MUL -> multiplier(ops, latency);
            case DIV, REM -> divider(ops, latency);
            default -> throw new IllegalStateException("no pipelined operator for " + first.mnemonic());
        };
    }

    private static boolean isSigned(List<Op.Compute> ops, int operand) {
        return ops.stream().anyMatch(op -> op.operand(operand).intType().signed());
    }

    private static int widest(List<Op.Compute> ops, ToIntFunction<Op.Compute> width) {
        return ops.stream().mapToInt(width).max().orElseThrow();
    }

    private static int bits(Value value, boolean signed) {
        IntType type = value.intType();
        return type.width() + (signed && !type.signed() ? 1 : 0);
    }

    private SharedOperator multiplier(List<Op.Compute> ops, int stages) {
        boolean signedA = isSigned(ops, 0);
        boolean signedB = isSigned(ops, 1);
        int a = widest(ops, op -> bits(op.operand(0), signedA));
        int b = widest(ops, op -> bits(op.operand(1), signedB));
        int p = widest(ops, op -> op.result().intType().width());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("WIDTH_A", Integer.toString(a));
        parameters.put("WIDTH_B", Integer.toString(b));
        parameters.put("WIDTH_P", Integer.toString(p));
        parameters.put("SIGNED_A", signedA ? "1" : "0");
        parameters.put("SIGNED_B", signedB ? "1" : "0");
        parameters.put("STAGES", Integer.toString(stages));
        return new SharedOperator(
                netlist,
                "gs_mul",
                "multiplier",
                parameters,
                stages,
                List.of(new Port("a", a), new Port("b", b)),
                List.of(new Port("p", p)));
    }

    private SharedOperator divider(List<Op.Compute> ops, int latency) {
        boolean signed = isSigned(ops, 0) || isSigned(ops, 1);
        int dividend = widest(ops, op -> bits(op.operand(0), signed));
        int divisor = widest(ops, op -> bits(op.operand(1), signed));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("WIDTH_N", Integer.toString(dividend));
        parameters.put("WIDTH_D", Integer.toString(divisor));
        parameters.put("SIGNED", signed ? "1" : "0");
        if (latency != dividend + (signed ? 2 : 0)) {
            throw new IllegalStateException("a divider of " + dividend + " bits does not take " + latency + " cycles");
        }
        return new SharedOperator(
                netlist,
                "gs_div",
                "divider",
                parameters,
                latency,
                List.of(new Port("dividend", dividend), new Port("divisor", divisor)),
                List.of(new Port("quotient", dividend), new Port("remainder", divisor)));
    }

    private List<Term> compute(
            Stages stages, Placement placement, Op.Compute op, SharedOperator operator, List<Term> operands) {
        List<Term> inputs = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            inputs.add(new Number(operands.get(i), op.operand(i).intType())
                    .at(operator.inputs().get(i).width()));
        }
        List<Term> results = operator.use(stages, placement.step(), inputs);
        int width = op.result().intType().width();
        if (op.operator() == Operator.MUL) {
            return List.of(Terms.low(results.getFirst(), width));
        }
        boolean signed =
                op.operand(0).intType().signed() || op.operand(1).intType().signed();
        Term result = results.get(op.operator() == Operator.DIV ? 0 : 1);
        return List.of(
                op.operator() == Operator.DIV && signed && width > result.width()
                        ? wideQuotient(stages, placement, op, operands, result)
                        : Terms.resized(result, signed, width));
    }

    /**
     * A quotient with more bits than the divider gives. The least number by -1 is one too large for it, and comes out as a negative
     * one; but operands of one sign never have a negative quotient.
     */
    private Term wideQuotient(Stages stages, Placement placement, Op.Compute op, List<Term> operands, Term quotient) {
        Term first = new Number(operands.get(0), op.operand(0).intType()).sign();
        Term second = new Number(operands.get(1), op.operand(1).intType()).sign();
        Term differ =
                netlist.wire("signs_differ", Terms.infix("^", first, second)).term();
        Term later = new Definition.Timed(stages, placement.step(), differ, "signs_differ")
                .at(stages, placement.resultStep());
        Term highest = Terms.slice(quotient, quotient.width() - 1, 1);
        Term negative =
                netlist.wire("quotient_negative", Terms.and(highest, later)).term();
        int more = op.result().intType().width() - quotient.width();
        return Terms.join(List.of(Terms.resized(negative, true, more), quotient));
    }

    void finish() {
        operators.values().forEach(SharedOperator::finish);
    }
}
