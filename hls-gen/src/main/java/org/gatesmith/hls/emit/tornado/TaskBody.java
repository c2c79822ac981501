package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the regions of the one function to statements of Java. Every value is a variable of its own or stands where it is used.
 *
 * <p>TornadoVM 4.0.1 puts the braces of OpenCL by rules of thumb that fail for branches in branches, for {@code break} and for
 * {@code return}. So there are only loops, and branches with nothing but straight code in them. A branch with more inside is
 * predicated: both arms are computed, each under a predicate; stores are guarded by it, loads take element 0 where it is
 * false, loops do not start, and divisors are not zero.
 */
final class TaskBody {

    /** Longest expression that stands inside another. */
    private static final int LONGEST_OPERAND = 60;

    private final TaskNames names;
    private final Ranges ranges;
    private final UseCounts uses;
    private final Map<Value, Term> terms = new IdentityHashMap<>();
    private final Map<Value, Memory> memories = new IdentityHashMap<>();
    private final Map<Value, FifoCursor> fifos = new IdentityHashMap<>();
    private final WideProducts wide = new WideProducts();

    /** What is computed counts only where this variable is 1; null where it always does. */
    private @Nullable String predicate;

    TaskBody(TaskNames names, Ranges ranges, UseCounts uses) {
        this.names = names;
        this.ranges = ranges;
        this.uses = uses;
    }

    void bind(Value value, Term term) {
        terms.put(value, value.type() instanceof IntType ? term.within(ranges.of(value)) : term);
    }

    void bind(Value value, Memory memory) {
        memories.put(value, memory);
    }

    void bind(Value value, FifoCursor cursor) {
        fifos.put(value, cursor);
    }

    Term term(Value value) {
        return Objects.requireNonNull(terms.get(value), () -> "no term for " + value);
    }

    private Memory memory(Value value) {
        return Objects.requireNonNull(memories.get(value), () -> "no name for " + value);
    }

    private FifoCursor fifo(Value value) {
        return Objects.requireNonNull(fifos.get(value), () -> "no name for " + value);
    }

    // ---- regions

    List<Statement> block(Region region) {
        List<Statement> out = new ArrayList<>();
        region.ops().forEach(op -> statement(op, out));
        return out;
    }

    void statement(Op op, List<Statement> out) {
        switch (op) {
            case Op.Constant constant -> bind(constant.result(), literal(constant));
            case Op.Assume assume -> define(assume.result(), converted(term(assume.operand()), assume.result()), out);
            case Op.Compute product when WideProducts.isWide(product) -> wide.add(product);
            case Op.Compute compute -> define(compute.result(), computed(compute), out);
            case Op.Load load -> load(load, out);
            case Op.Store store -> store(store, out);
            case Op.AllocArray alloc -> allocate(alloc, out);
            case Op.If branch -> branch(branch, out);
            case Op.For loop -> loop(loop, out);
            case Op.While loop -> loop(loop, out);
            case Op.FifoRead read -> out.addAll(read(read));
            case Op.FifoWrite write -> {
                Term value = converted(term(write.value()), elementOf(write.fifo()));
                out.addAll(fifo(write.fifo()).write(value, predicate));
            }
            case Op.FifoEmpty empty -> keep(empty.result(), fifo(empty.fifo()).isEmpty(), out);
            case Op.AllocFifo _, Op.TableRef _ -> {}
            case Op.Call call -> throw new IllegalArgumentException("a call of " + call.callee() + " is not inlined");
        }
    }

    private static ScalarType elementOf(Value memory) {
        return switch (memory.type()) {
            case org.gatesmith.hls.ir.PortType port -> port.element();
            case ArrayType array -> array.element();
            case org.gatesmith.hls.ir.FifoType fifo -> fifo.element();
            case ScalarType scalar -> throw new IllegalArgumentException(scalar + " has no elements");
        };
    }

    // ---- values

    private static Term literal(Op.Constant constant) {
        if (!(constant.literal() instanceof Literal.Int(BigInteger value))) {
            return FloatTerms.literal(constant.literal());
        }
        Register register = IntType.I32.contains(value) ? Register.INT : Register.LONG;
        String suffix = register == Register.LONG ? "L" : "";
        return Term.atom(value.longValue() + suffix, register, IntRange.constant(value));
    }

    private Term computed(Op.Compute compute) {
        if (compute.operator() == Operator.SHR && wide.contains(compute.operand(0))) {
            return wide.high(compute, this::term);
        }
        List<Term> operands = operands(compute);
        ScalarType result = compute.result().scalarType();
        return switch (compute.operator().kind()) {
            case INTEGER -> IntegerTerms.compute(compute.operator(), operands, (IntType) result);
            case COMPARISON -> Comparisons.of(compute.operator(), operands.get(0), operands.get(1));
            case FLOAT_COMPARISON -> Comparisons.floats(compute.operator(), operands.get(0), operands.get(1));
            case FLOAT, APPROXIMATE -> FloatTerms.compute(compute.operator(), operands, (FloatType) result);
            case CONVERSION -> FloatTerms.convert(compute.operator(), operands.getFirst(), result);
            case SELECT -> select(operands, result);
        };
    }

    /**
     * Where nobody needs the quotient the divisor may be zero, which stops a processor. What is known of its range is known under
     * the condition alone.
     */
    private List<Term> operands(Op.Compute compute) {
        List<Term> operands =
                new ArrayList<>(compute.operands().stream().map(this::term).toList());
        boolean divides = compute.operator() == Operator.DIV || compute.operator() == Operator.REM;
        if (divides && predicate != null && !operands.getLast().range().isConstant()) {
            Term divisor = operands.removeLast();
            String one = divisor.isInt() ? "1" : "1L";
            String text = "Exact.choose(" + predicate + ", " + divisor.value() + ", " + one + ")";
            operands.add(Term.atom(text, divisor.register(), divisor.range()));
        }
        return operands;
    }

    private static Term select(List<Term> operands, ScalarType result) {
        Term then = converted(operands.get(1), result);
        Term otherwise = converted(operands.get(2), result);
        return choice(operands.getFirst(), then, otherwise, result);
    }

    /** Integers are chosen by masks: a Java conditional becomes a branch in OpenCL. */
    private static Term choice(Term condition, Term then, Term otherwise, ScalarType result) {
        Register register = Register.of(result);
        if (!register.isInteger()) {
            String text = condition.condition() + " ? " + then.operand() + " : " + otherwise.operand();
            return Term.compound(text, register, IntRange.NONE);
        }
        IntRange range = then.range().join(otherwise.range());
        if (isNumber(then, 1) && isNumber(otherwise, 0)) {
            return condition.operandsAre01() ? condition : Term.truth(condition.condition());
        }
        String text = "Exact.choose(" + condition.value() + ", " + chosen(then, register) + ", "
                + chosen(otherwise, register) + ")";
        return Term.atom(text, register, range);
    }

    private static String chosen(Term term, Register register) {
        return register == Register.LONG && term.isInt() ? term.longOperand() : term.value();
    }

    private static boolean isNumber(Term term, int number) {
        return term.range().isConstant() && term.range().min().equals(BigInteger.valueOf(number));
    }

    private static Term converted(Term term, Value target) {
        return converted(term, target.scalarType());
    }

    private static Term converted(Term term, ScalarType type) {
        return type instanceof IntType integer ? IntegerTerms.compute(Operator.CAST, List.of(term), integer) : term;
    }

    private void define(Value result, Term term, List<Statement> out) {
        if (!uses.isUsed(result)) {
            return;
        }
        boolean isName =
                term.shape() == Term.Shape.ATOM && term.text().chars().allMatch(Character::isJavaIdentifierPart);
        if (isName || (uses.mayStandWhereUsed(result) && term.text().length() <= LONGEST_OPERAND)) {
            bind(result, term);
        } else {
            keep(result, term, out);
        }
    }

    private void keep(Value result, Term term, List<Statement> out) {
        Term variable = declare(result);
        out.add(new Statement.Line(
                "final " + variable.register().keyword() + " " + variable.text() + " = " + term.value()));
    }

    /** Names a variable for a value. */
    private Term declare(Value value) {
        Term variable = variable(names.declare(value.name()), value.scalarType());
        bind(value, variable);
        return term(value);
    }

    static Term variable(String name, ScalarType type) {
        IntRange range = type instanceof IntType integer ? IntRange.of(integer) : IntRange.NONE;
        return Term.atom(name, Register.of(type), range);
    }

    // ---- memories

    private String index(Memory memory, List<Value> indices) {
        return memory.flat(indices.stream().map(this::term).toList());
    }

    private void load(Op.Load load, List<Statement> out) {
        if (!uses.isUsed(load.result())) {
            return;
        }
        Memory memory = memory(load.memory());
        String index = index(memory, load.indices());
        Term variable = declare(load.result());
        out.add(new Statement.Line("final " + variable.register().keyword() + " " + variable.text() + " = "
                + memory.get(predicate == null ? index : "(" + index + ") & -" + predicate)));
    }

    private void store(Op.Store store, List<Statement> out) {
        Memory memory = memory(store.memory());
        Term value = converted(term(store.value()), elementOf(store.memory()));
        Statement set = new Statement.Line(memory.set(index(memory, store.indices()), value));
        out.add(predicate == null ? set : when(predicate + " != 0", List.of(set)));
    }

    private static Statement when(String condition, List<Statement> statements) {
        return new Statement.If(List.of(new Statement.Branch(condition, statements)), null);
    }

    /** TornadoVM does not zero arrays, whatever Java says. */
    private void allocate(Op.AllocArray alloc, List<Statement> out) {
        if (!uses.isUsed(alloc.result())) {
            return;
        }
        ArrayType type = alloc.type();
        String name = names.declare(alloc.result().name());
        bind(alloc.result(), new Memory.Local(name, type.extents()));
        String element = Register.of(type.element()).keyword();
        out.add(new Statement.Line(
                "final " + element + "[] " + name + " = new " + element + "[" + type.elements() + "]"));
        if (alloc.zeroed()) {
            String counter = names.declare("zero");
            String head = "for (int " + counter + " = 0; " + counter + " < " + type.elements() + "; " + counter + "++)";
            out.add(new Statement.Loop("", head, List.of(new Statement.Line(name + "[" + counter + "] = 0")), ""));
        }
    }

    private List<Statement> read(Op.FifoRead read) {
        Term variable = declare(read.result());
        return fifo(read.fifo()).read(variable, predicate);
    }

    // ---- branches

    private void branch(Op.If branch, List<Statement> out) {
        boolean straight = predicate == null && branch.results().isEmpty();
        if (straight && isStraight(branch.thenRegion()) && isStraight(branch.elseRegion())) {
            List<Statement> then = block(branch.thenRegion());
            List<Statement> otherwise = block(branch.elseRegion());
            String condition = term(branch.condition()).condition();
            out.add(new Statement.If(
                    List.of(new Statement.Branch(condition, then)), otherwise.isEmpty() ? null : otherwise));
        } else {
            predicated(branch, out);
        }
    }

    /** Whether the arm can hold no branch, not even that of a Java conditional. */
    private static boolean isStraight(Region arm) {
        return arm.ops().stream().allMatch(op -> switch (op) {
            case Op.Constant _, Op.Load _, Op.Store _ -> true;
            case Op.Compute compute ->
                switch (compute.operator()) {
                    case ADD, SUB, MUL, AND, OR, XOR, NOT, NEG, CAST, FADD, FSUB, FMUL, FDIV, FNEG -> true;
                    default -> false;
                };
            default -> false;
        });
    }

    private void predicated(Op.If branch, List<Statement> out) {
        String outer = predicate;
        Term condition = term(branch.condition());
        String held = names.declare("holds");
        out.add(new Statement.Line("final int " + held + " = " + condition.value()));
        arm(branch.thenRegion(), and(outer, held, out), out);
        arm(branch.elseRegion(), and(outer, "(1 - " + held + ")", out), out);
        predicate = outer;
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            Term then = converted(term(branch.thenRegion().yields().get(i)), result);
            Term otherwise = converted(term(branch.elseRegion().yields().get(i)), result);
            Term chosen = choice(variable(held, IntType.BOOL), then, otherwise, result.scalarType());
            keep(result, chosen, out);
        }
    }

    private String and(@Nullable String outer, String condition, List<Statement> out) {
        String name = names.declare("active");
        out.add(new Statement.Line(
                "final int " + name + " = " + (outer == null ? condition : outer + " & " + condition)));
        return name;
    }

    private void arm(Region arm, String active, List<Statement> out) {
        predicate = active;
        arm.ops().forEach(op -> statement(op, out));
    }

    private static String zero(Term variable) {
        return switch (variable.register()) {
            case INT -> "0";
            case LONG -> "0L";
            case FLOAT -> "0.0f";
            case DOUBLE -> "0.0";
        };
    }

    private Statement assign(Term variable, Value source, Value target) {
        return new Statement.Line(
                variable.text() + " = " + converted(term(source), target).value());
    }

    // ---- loops

    private List<Term> start(List<Value> carried, List<Value> initial, List<Statement> out) {
        List<Term> variables = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            Term start = converted(term(initial.get(i)), carried.get(i));
            Term variable = declare(carried.get(i));
            variables.add(variable);
            out.add(new Statement.Line(variable.register().keyword() + " " + variable.text() + " = " + start.value()));
        }
        return variables;
    }

    /** Hands on the values of an iteration all at once: one that another variable still needs is kept aside first. */
    private void next(List<Term> variables, List<Value> carried, List<Value> yields, List<Statement> out) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Term source = converted(term(yields.get(i)), carried.get(i));
            boolean changes = !source.text().equals(variables.get(i).text());
            boolean needsAnother = variables.stream().anyMatch(other -> mentions(source.text(), other.text()));
            if (changes && needsAnother) {
                String aside = names.declare("next");
                out.add(new Statement.Line(
                        "final " + variables.get(i).register().keyword() + " " + aside + " = " + source.value()));
                sources.add(aside);
            } else {
                sources.add(source.value());
            }
        }
        for (int i = 0; i < variables.size(); i++) {
            if (!sources.get(i).equals(variables.get(i).text())) {
                out.add(new Statement.Line(variables.get(i).text() + " = " + sources.get(i)));
            }
        }
    }

    private static boolean mentions(String text, String name) {
        return java.util.regex.Pattern.compile("\\b" + java.util.regex.Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }

    private void results(List<Value> results, List<Term> variables) {
        for (int i = 0; i < results.size(); i++) {
            bind(results.get(i), variables.get(i));
        }
    }

    private void loop(Op.For loop, List<Statement> out) {
        List<Term> carried = start(loop.carried(), loop.initial(), out);
        Term lower = term(loop.lower());
        Value counter = loop.counter();
        String name = names.declare(counter.name());
        Register register = Register.of(counter.intType());
        Term tested = variable(name, counter.intType());
        bind(counter, tested);
        String outer = predicate;
        Term bound = outer == null ? term(loop.bound()) : limit(loop, lower, outer, out);
        predicate = null;
        String test = Comparisons.of(loop.relation(), tested, headBound(tested, bound, out))
                .condition();
        String head = "for (" + register.keyword() + " " + name + " = "
                + converted(lower, counter).value() + "; " + test + "; " + step(loop, tested) + ")";
        List<Statement> body = new ArrayList<>(block(loop.body()));
        next(carried, loop.carried(), loop.body().yields(), body);
        comment(loop, out);
        out.add(new Statement.Loop("", head, body, ""));
        predicate = outer;
        results(loop.results(), carried);
    }

    /** A long bound of an int counter becomes an int before the loop: the head should hold no more than one comparison. */
    private Term headBound(Term counter, Term bound, List<Statement> out) {
        if (!counter.isInt() || bound.isInt() || bound.isUnsignedLong()) {
            return bound;
        }
        String name = names.declare("bound");
        out.add(new Statement.Line("final int " + name + " = Exact.clamped(" + bound.value() + ")"));
        return Term.atom(name, Register.INT, IntRange.of(IntType.I32));
    }

    /** A bound that keeps the loop from starting where the predicate is false. */
    private Term limit(Op.For loop, Term lower, String active, List<Statement> out) {
        Term bound = term(loop.bound());
        if (bound.isUnsignedLong()) {
            throw new UnsupportedProgramException("a loop with an unsigned bound of 64 bits under a condition");
        }
        int beyond = switch (loop.relation()) {
            case LE -> -1;
            case GE -> 1;
            default -> 0;
        };
        IntRange none = IntRange.between(
                lower.range().min().add(BigInteger.valueOf(beyond)),
                lower.range().max().add(BigInteger.valueOf(beyond)));
        Register domain = bound.isInt() && lower.isInt() && none.isWithin(IntType.I32) ? Register.INT : Register.LONG;
        String sign = beyond < 0 ? " - " : " + ";
        String before = lower.operandIn(domain) + (beyond == 0 ? "" : sign + "1");
        String name = names.declare("limit");
        out.add(new Statement.Line("final " + domain.keyword() + " " + name + " = Exact.choose(" + active + ", "
                + bound.operandIn(domain) + ", " + before + ")"));
        return Term.atom(name, domain, bound.range().join(none));
    }

    private static void comment(Op.For loop, List<Statement> out) {
        if (!loop.span().file().isEmpty()) {
            out.add(new Statement.Comment(loop.label() + ", line " + loop.span().startLine()));
        }
    }

    /** A counter narrower than its variable wraps as its type says. */
    private String step(Op.For loop, Term counter) {
        Value value = loop.counter();
        BigInteger step = BigInteger.valueOf(loop.step());
        IntRange bound = term(loop.bound()).range();
        IntRange last = loop.step() > 0
                ? IntRange.between(value.intType().min(), bound.max().add(step))
                : IntRange.between(bound.min().add(step), value.intType().max());
        boolean natural = counter.register() == Register.INT
                ? value.intType().equals(IntType.I32)
                : value.intType().width() == Long.SIZE;
        if (natural || last.isWithin(value.intType())) {
            return counter.text() + (loop.step() < 0 ? " -= " + step.negate() : " += " + step);
        }
        Term constant = Term.atom(step.toString(), Register.INT, IntRange.constant(step));
        return counter.text() + " = "
                + IntegerTerms.compute(Operator.ADD, List.of(counter, constant), value.intType())
                        .value();
    }

    /**
     * What precedes the test is written before the loop and again at the end of its body, so that the loop has no other exit than
     * its head; a loop with nothing after the test needs it only once.
     */
    private void loop(Op.While loop, List<Statement> out) {
        String outer = predicate;
        List<Term> carried = start(loop.before().parameters(), loop.initial(), out);
        List<Term> forwarded = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            Term variable = declare(loop.results().get(i));
            forwarded.add(variable);
            out.add(new Statement.Line(variable.register().keyword() + " " + variable.text() + " = " + zero(variable)));
            bind(loop.body().parameters().get(i), variable);
        }
        String going = names.declare("going");
        boolean testsLast = loop.body().ops().isEmpty();
        if (testsLast) {
            out.add(new Statement.Line("int " + going + " = " + (outer == null ? "1" : outer)));
        } else {
            out.addAll(block(loop.before()));
            forward(loop, forwarded, out);
            String condition = term(loop.condition()).operand();
            out.add(new Statement.Line(
                    "int " + going + " = " + (outer == null ? condition : outer + " & " + condition)));
        }
        predicate = null;
        List<Statement> body = new ArrayList<>();
        if (testsLast) {
            body.addAll(block(loop.before()));
            forward(loop, forwarded, body);
            body.add(new Statement.Line(going + " = " + term(loop.condition()).value()));
            next(carried, loop.before().parameters(), loop.body().yields(), body);
        } else {
            body.addAll(block(loop.body()));
            next(carried, loop.before().parameters(), loop.body().yields(), body);
            body.addAll(block(loop.before()));
            forward(loop, forwarded, body);
            body.add(new Statement.Line(going + " = " + term(loop.condition()).value()));
        }
        predicate = outer;
        out.add(new Statement.Loop("", "while (" + going + " != 0)", body, ""));
    }

    private void forward(Op.While loop, List<Term> forwarded, List<Statement> out) {
        for (int i = 0; i < forwarded.size(); i++) {
            out.add(assign(
                    forwarded.get(i), loop.forwarded().get(i), loop.results().get(i)));
        }
    }
}
