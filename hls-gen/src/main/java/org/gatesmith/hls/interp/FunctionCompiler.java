package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Compiles one function into steps over numbered registers, once, so that nothing is looked up while it runs. */
final class FunctionCompiler {

    private final Function function;
    private final Linkage linkage;
    private final Registers registers = new Registers();
    private final MemorySteps memory;
    private final WatchSteps watches;

    private FunctionCompiler(Function function, Linkage linkage) {
        this.function = function;
        this.linkage = linkage;
        this.memory = new MemorySteps(registers, linkage.settings());
        this.watches = new WatchSteps(function, linkage.observer(), registers);
    }

    /** Compiles a function of a valid program; {@code linkage} holds its callees and tables. */
    static FunctionCode compile(Function function, Linkage linkage) {
        return new FunctionCompiler(function, linkage).compile();
    }

    private FunctionCode compile() {
        Region region = function.body();
        List<Register> parameters = registers.of(region.parameters());
        Step body = function.style() == Function.Style.DATAFLOW
                ? dataflow()
                : new Block(steps(region.parameters(), region));
        return new FunctionCode(function.name(), registers, parameters, registers.of(region.yields()), body);
    }

    private Step dataflow() {
        List<Step> steps = new ArrayList<>(watches.before(function.parameters()));
        List<DataflowStep.Process> processes = new ArrayList<>();
        for (Op op : function.body().ops()) {
            if (op instanceof Op.Call call) {
                FunctionCode callee = linkage.function(call.callee());
                processes.add(new DataflowStep.Process(callee, operands(call, callee)));
            } else {
                steps.add(watched(op));
            }
        }
        steps.add(new DataflowStep(
                function.name(), function.span(), processes, ProcessOrder.of(function, linkage.use())));
        return new Block(steps);
    }

    /** The operations of a region, then a copy of what it yields. */
    private Block block(Region region, List<Value> targets) {
        return block(region, Transfer.of(registers.of(region.yields()), registers.of(targets)));
    }

    private Block block(Region region, Step last) {
        List<Step> steps = steps(List.of(), region);
        steps.add(last);
        return new Block(steps);
    }

    /**
     * The operations of a region.
     *
     * @param entered the values that a watch may see before
     */
    private List<Step> steps(List<Value> entered, Region region) {
        List<Step> steps = new ArrayList<>(watches.before(entered));
        region.ops().forEach(op -> steps.add(watched(op)));
        return steps;
    }

    private Step watched(Op op) {
        return watches.after(op, step(op));
    }

    private Step step(Op op) {
        return switch (op) {
            case Op.Constant constant -> constant(registers.of(constant.result()), constant.literal());
            case Op.Compute compute ->
                ComputeSteps.of(
                        compute.operator(),
                        registers.of(compute.result()),
                        registers.of(compute.operands()),
                        compute.span());
            case Op.Assume assume -> assume(assume);
            case Op.AllocArray alloc -> memory.create(alloc);
            case Op.AllocFifo alloc -> memory.create(alloc);
            case Op.TableRef ref -> memory.table(ref, linkage.table(ref));
            case Op.Load load -> memory.load(load);
            case Op.Store store -> memory.store(store);
            case Op.FifoRead read -> memory.read(read);
            case Op.FifoWrite write -> memory.write(write);
            case Op.FifoEmpty empty -> memory.empty(empty);
            case Op.Call call -> call(call);
            case Op.If branch -> branch(branch);
            case Op.For loop -> counted(loop);
            case Op.While loop -> loop(loop);
        };
    }

    private static Step constant(Register target, Literal literal) {
        if (target.isWide()) {
            return frame -> target.write(frame, literal);
        }
        int to = target.index();
        long word = Register.word(literal);
        return frame -> frame.words[to] = word;
    }

    private Step assume(Op.Assume op) {
        Register operand = registers.of(op.operand());
        Contract contract = new Contract(op.min(), op.max());
        Predicate<Frame> kept = contract.on(operand);
        Step copy = ComputeSteps.of(Operator.CAST, registers.of(op.result()), List.of(operand), op.span());
        if (!linkage.settings().checksContracts()) {
            return copy;
        }
        return frame -> {
            if (!kept.test(frame)) {
                throw new Abort(contract.violatedBy(operand.integer(frame), op.what()), op.span());
            }
            copy.run(frame);
        };
    }

    private Transfer operands(Op.Call call, FunctionCode callee) {
        return new Transfer(registers.of(call.operands()), callee.parameters());
    }

    private Step call(Op.Call call) {
        FunctionCode callee = linkage.function(call.callee());
        Transfer operands = operands(call, callee);
        Transfer results = new Transfer(callee.results(), registers.of(call.results()));
        return frame -> {
            Frame inner = callee.frame(frame.meter);
            operands.copy(frame, inner);
            callee.body().run(inner);
            results.copy(inner, frame);
        };
    }

    private Step branch(Op.If branch) {
        int condition = registers.of(branch.condition()).index();
        Block then = block(branch.thenRegion(), branch.results());
        Block otherwise = block(branch.elseRegion(), branch.results());
        return frame -> {
            if (frame.words[condition] != 0) {
                then.run(frame);
            } else {
                otherwise.run(frame);
            }
        };
    }

    private Step counted(Op.For loop) {
        List<Register> carried = registers.of(loop.carried());
        Register counter = registers.of(loop.counter());
        Register more = registers.temporary(IntType.BOOL);
        Step next = Transfer.parallel(registers.of(loop.body().yields()), carried, registers);
        Register step = registers.temporary(IntType.I64);
        Step start = new Block(List.of(
                constant(step, Literal.Int.of(loop.step())),
                Transfer.of(List.of(registers.of(loop.lower())), List.of(counter)),
                Transfer.of(registers.of(loop.initial()), carried)));
        Step test = ComputeSteps.of(loop.relation(), more, List.of(counter, registers.of(loop.bound())), loop.span());
        Step advance = ComputeSteps.of(Operator.ADD, counter, List.of(counter, step), loop.span());
        List<Step> iteration = steps(loop.body().parameters(), loop.body());
        iteration.add(new Block(List.of(next, advance)));
        Block body = new Block(iteration);
        Step finish = Transfer.of(carried, registers.of(loop.results()));
        int again = more.index();
        return frame -> {
            start.run(frame);
            for (test.run(frame); frame.words[again] != 0; test.run(frame)) {
                frame.meter.spend(body.size(), loop.label(), loop.span());
                body.run(frame);
            }
            finish.run(frame);
        };
    }

    private Step loop(Op.While loop) {
        Step start = Transfer.of(
                registers.of(loop.initial()), registers.of(loop.before().parameters()));
        Block before = new Block(steps(loop.before().parameters(), loop.before()));
        Block body = block(loop.body(), loop.before().parameters());
        List<Register> forwarded = registers.of(loop.forwarded());
        Step enter = Transfer.of(forwarded, registers.of(loop.body().parameters()));
        Step finish = Transfer.of(forwarded, registers.of(loop.results()));
        int condition = registers.of(loop.condition()).index();
        int steps = before.size() + body.size();
        return frame -> {
            start.run(frame);
            for (before.run(frame); frame.words[condition] != 0; before.run(frame)) {
                frame.meter.spend(steps, loop.label(), loop.span());
                enter.run(frame);
                body.run(frame);
            }
            finish.run(frame);
        };
    }
}
