package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;

/**
 * The form that {@link Pipeline#rtl} promises to the scheduler and the Verilog back end. In a pipelined loop there are only
 * constants, tables, pure operators, contracts, accesses, {@linkplain GuardedAccess guarded accesses} and calls of cores. A core
 * is a function of numbers in which there are only the same, accesses being loads from tables. Arrays are in one piece each.
 */
public final class RtlForm {

    private final Set<String> cores;
    private final List<String> violations = new ArrayList<>();

    private RtlForm(Set<String> cores) {
        this.cores = cores;
    }

    /** What is not as promised, one sentence each; empty for a program that has the form. */
    public static List<String> violations(Program program) {
        RtlForm form = new RtlForm(Cores.of(program));
        program.functions().forEach(form::check);
        return List.copyOf(form.violations);
    }

    private void check(Function function) {
        Definitions definitions = Definitions.of(function);
        pieces(function.body());
        if (cores.contains(function.name())) {
            function.body().ops().forEach(op -> core(op, function.name(), definitions));
        } else {
            search(function.body(), definitions);
        }
    }

    private void pieces(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.AllocArray alloc) {
                boolean isPiece =
                        BankLayout.of(alloc.type(), alloc.directives()).isEmpty();
                require(isPiece, "the array " + alloc.result().name() + " is to be split", op);
            }
            op.regions().forEach(this::pieces);
        }
    }

    private void search(Region region, Definitions definitions) {
        for (Op op : region.ops()) {
            if (op instanceof Op.For loop && loop.directives().isPipelined()) {
                loop.body().ops().forEach(inner -> straight(inner, "the pipelined loop " + loop.label(), definitions));
            } else {
                op.regions().forEach(inner -> search(inner, definitions));
            }
        }
    }

    private void straight(Op op, String place, Definitions definitions) {
        switch (op) {
            case Op.Constant _, Op.TableRef _, Op.Compute _, Op.Assume _ -> {}
            case Op.Load _, Op.Store _, Op.FifoRead _, Op.FifoWrite _, Op.FifoEmpty _ -> {}
            case Op.Call call -> require(cores.contains(call.callee()), place + " calls " + call.callee(), op);
            case Op.If branch ->
                require(GuardedAccess.of(branch, definitions).isPresent(), place + " holds a branch", op);
            case Op.For loop -> require(false, place + " holds the loop " + loop.label(), op);
            case Op.While loop -> require(false, place + " holds the loop " + loop.label(), op);
            case Op.AllocArray _, Op.AllocFifo _ -> require(false, place + " creates a memory", op);
        }
    }

    private void core(Op op, String name, Definitions definitions) {
        String place = "the core " + name;
        straight(op, place, definitions);
        boolean ofNumbers = switch (op) {
            case Op.Load load -> definitions.of(load.memory()).orElse(null) instanceof Op.TableRef;
            case Op.If branch ->
                GuardedAccess.of(branch, definitions)
                        .map(guarded -> guarded.access() instanceof Op.Load load
                                && definitions.of(load.memory()).orElse(null) instanceof Op.TableRef)
                        .orElse(true);
            case Op.Call call -> call.operands().stream().allMatch(operand -> operand.type() instanceof ScalarType);
            default -> true;
        };
        require(ofNumbers, place + " uses memory", op);
    }

    private void require(boolean condition, String sentence, Op op) {
        if (!condition) {
            violations.add(sentence + " (" + op.span() + ")");
        }
    }
}
