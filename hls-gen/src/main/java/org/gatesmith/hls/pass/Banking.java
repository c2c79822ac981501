package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Rewrites the accesses of one function to arrays in banks. */
final class Banking extends IrTransform {

    /**
     * Elements up to which an array that a pipelined loop creates is taken apart without a directive: reading one of 32 registers
     * takes three levels of six-input look-up tables, about as long as a look-up in LUT RAM and its way there.
     */
    static final int SMALL_ARRAY = 32;

    /** Banks of one array; a device has about a quarter as many block RAMs, and a choice among more meets no clock. */
    static final long MAX_BANKS = 16_384;

    private final PartitionedProgram program;
    private final Function function;
    private final Definitions definitions;
    private final IndependentArrays independent;
    private final List<Diagnostic> problems;
    private final Map<Value, BankLayout> layouts = new IdentityHashMap<>();
    private final Map<Value, List<Value>> banks = new IdentityHashMap<>();
    private boolean isPipelined;

    Banking(PartitionedProgram program, Function function, boolean isCore, List<Diagnostic> problems) {
        this.program = program;
        this.function = function;
        this.definitions = Definitions.of(function);
        this.independent = IndependentArrays.of(function);
        this.problems = problems;
        this.isPipelined = isCore;
    }

    /** The layout of an array where it is created. */
    static Optional<BankLayout> layout(Op.AllocArray alloc, boolean isPipelined) {
        boolean isSmall =
                isPipelined && alloc.type().elements() > 1 && alloc.type().elements() <= SMALL_ARRAY;
        return isSmall ? BankLayout.complete(alloc.type()) : BankLayout.of(alloc.type(), alloc.directives());
    }

    /** The function with parameters in banks. */
    Function transform(List<Optional<BankLayout>> parameters, String name) {
        List<Value> taken = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = function.parameters().get(i);
            if (parameters.get(i).isPresent()) {
                taken.addAll(split(parameter, parameters.get(i).get()));
            } else {
                taken.add(parameter);
            }
        }
        Region body = transform(
                new Region(taken, function.body().ops(), function.body().yields()));
        return new Function(name, body, function.style(), function.inlining(), function.span());
    }

    private List<Value> split(Value array, BankLayout layout) {
        layouts.put(array, layout);
        List<Value> parts = layout.digits().stream()
                .map(digits -> Value.named(layout.bank(), bankName(array, digits)))
                .toList();
        banks.put(array, parts);
        return parts;
    }

    private static @Nullable String bankName(Value array, List<Integer> digits) {
        return array.name() == null
                ? null
                : array.name() + digits.stream().map(digit -> "_" + digit).collect(Collectors.joining());
    }

    private List<Value> banks(Value array) {
        return banks.getOrDefault(array, List.of());
    }

    @Override
    protected void visit(Op.For op) {
        boolean outer = isPipelined;
        isPipelined |= Cores.isPipelined(op);
        super.visit(op);
        isPipelined = outer;
    }

    @Override
    protected void visit(Op.AllocArray op) {
        Optional<BankLayout> layout = layout(op, isPipelined);
        if (layout.isEmpty()) {
            super.visit(op);
            return;
        }
        if (layout.get().bank().elements() == 1 && !isPipelined && independent.contains(op.result())) {
            keepTogether(op);
            return;
        }
        if (layout.get().banks() > MAX_BANKS) {
            problems.add(Diagnostic.of(
                    Rule.PARTITION_SIZE,
                    op.span(),
                    "the array " + name(op.result()) + " would be split into "
                            + layout.get().banks() + " banks",
                    "split it by a factor, such as @Partition(dim = 1, kind = CYCLIC, factor = 16)"));
            super.visit(op);
            return;
        }
        ArrayDirectives directives =
                new ArrayDirectives(List.of(), List.of(), op.directives().storage());
        split(op.result(), layout.get())
                .forEach(bank -> emit(new Op.AllocArray(bank, op.zeroed(), directives, op.span())));
    }

    /**
     * Registers, but as an array in the dimensions whose indices are computed: accesses stay what the loop declares independent. As values of
     * their own, the loop would carry them.
     */
    private void keepTogether(Op.AllocArray op) {
        List<ArrayDirectives.Split> splits = IntStream.rangeClosed(1, op.type().rank())
                .filter(dimension -> independent.isConstant(op.result(), dimension))
                .mapToObj(dimension -> new ArrayDirectives.Split(dimension, PartitionKind.COMPLETE, 0))
                .toList();
        ArrayDirectives directives = new ArrayDirectives(List.of(), List.of(), StorageKind.REGISTER);
        BankLayout.of(op.type(), new ArrayDirectives(splits, List.of(), null))
                .map(layout -> split(op.result(), layout))
                .orElse(List.of(op.result()))
                .forEach(bank -> emit(new Op.AllocArray(bank, op.zeroed(), directives, op.span())));
    }

    @Override
    protected void visit(Op.Call op) {
        List<Value> operands = new ArrayList<>();
        List<Optional<BankLayout>> passed = new ArrayList<>();
        for (Value operand : op.operands()) {
            Optional<BankLayout> layout = Optional.ofNullable(layouts.get(operand));
            passed.add(layout);
            operands.addAll(layout.isPresent() ? banks(operand) : List.of(mapped(operand)));
        }
        emit(new Op.Call(op.results(), program.variant(op.callee(), passed), operands, op.span()));
    }

    // ---- accesses

    /**
     * The place of an element.
     *
     * @param candidates the banks that it may be in, with the condition that it is there; without one if there is but one bank
     * @param offsets its indices there
     */
    private record Place(Map<Value, Optional<Value>> candidates, List<Value> offsets) {}

    @Override
    protected void visit(Op.Load op) {
        BankLayout layout = layouts.get(op.memory());
        if (layout == null) {
            super.visit(op);
            return;
        }
        Place place = place(op.memory(), layout, op.indices(), op.span());
        List<Value> read = new ArrayList<>();
        place.candidates().forEach((bank, condition) -> read.add(read(bank, condition, place.offsets(), op)));
        replace(op.result(), read.size() == 1 ? read.getFirst() : united(read, op));
    }

    private Value read(Value bank, Optional<Value> condition, List<Value> offsets, Op.Load op) {
        Value result = op.result().fresh();
        Value inner = condition.isPresent() ? op.result().fresh() : result;
        Op.Load load = new Op.Load(inner, bank, offsets, op.span());
        if (condition.isEmpty()) {
            emit(load);
            return result;
        }
        Value zero = Value.of(op.result().type());
        Op.Constant otherwise = new Op.Constant(zero, Promotion.zero(op.result().scalarType()), op.span());
        emit(new Op.If(
                List.of(result),
                condition.get(),
                new Region(List.of(), List.of(load), List.of(inner)),
                new Region(List.of(), List.of(otherwise), List.of(zero)),
                op.span()));
        return result;
    }

    /** All candidates but one are zero, so the bits of all together are those of the one. */
    private Value united(List<Value> read, Op.Load op) {
        if (op.result().type() instanceof FloatType type) {
            IntType bits = type == FloatType.F32 ? IntType.I32 : IntType.I64;
            List<Value> patterns = read.stream()
                    .map(value -> computed(bits, Operator.FLOAT_TO_BITS, op.span(), value))
                    .toList();
            return computed(type, Operator.BITS_TO_FLOAT, op.span(), united(patterns, bits, op.span()));
        }
        return united(read, op.result().intType(), op.span());
    }

    private Value united(List<Value> patterns, IntType type, Span span) {
        List<Value> level = patterns;
        while (level.size() > 1) {
            List<Value> next = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                next.add(computed(type, Operator.OR, span, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 != 0) {
                next.add(level.getLast());
            }
            level = next;
        }
        return level.getFirst();
    }

    @Override
    protected void visit(Op.Store op) {
        BankLayout layout = layouts.get(op.memory());
        if (layout == null) {
            super.visit(op);
            return;
        }
        Value value = mapped(op.value());
        Place place = place(op.memory(), layout, op.indices(), op.span());
        place.candidates().forEach((bank, condition) -> {
            Op.Store store = new Op.Store(bank, place.offsets(), value, op.span());
            Region then = new Region(List.of(), List.of(store), List.of());
            emit(condition.isEmpty() ? store : new Op.If(List.of(), condition.get(), then, Region.EMPTY, op.span()));
        });
    }

    private Place place(Value array, BankLayout layout, List<Value> indices, Span span) {
        List<Digit> digits = new ArrayList<>();
        List<Value> offsets = new ArrayList<>();
        for (int dimension = 0; dimension < indices.size(); dimension++) {
            BankLayout.Dimension split = layout.dimensions().get(dimension);
            Optional<BigInteger> number = definitions.integer(indices.get(dimension));
            Value offset = number.isPresent()
                    ? offset(number.get(), split, digits, span)
                    : offset(indices.get(dimension), split, digits, span);
            if (split.isKept()) {
                offsets.add(offset);
            }
        }
        if (offsets.isEmpty()) {
            offsets.add(constant(0, span));
        }
        return new Place(candidates(array, layout, permitted(array, digits, span), span), offsets);
    }

    /** The digits, unless they leave more choices than there may be; then any that leave none, as the program is refused. */
    private List<Digit> permitted(Value array, List<Digit> digits, Span span) {
        long banks = 1;
        for (Digit digit : digits) {
            banks *= digit instanceof Digit.Computed computed
                    ? computed.numbers().size()
                    : 1;
        }
        if (banks == 1 || program.permits(banks)) {
            return digits;
        }
        if (problems.isEmpty()) {
            problems.add(Diagnostic.of(
                    Rule.PARTITION_SIZE,
                    span,
                    "accesses to partitioned arrays choose among more than " + PartitionedProgram.MAX_CHOICES
                            + " banks in all; this one chooses among " + banks + " banks of " + name(array),
                    "split the array into fewer banks, or access it where the bank is known: by constants, or by the"
                            + " counters of unrolled loops"));
        }
        return digits.stream()
                .map(digit -> digit instanceof Digit.Computed computed
                        ? new Digit.Known(computed.numbers().getFirst())
                        : digit)
                .toList();
    }

    private static String name(Value array) {
        return array.name() == null ? array.type().toString() : array.name();
    }

    /** A digit of the bank's number: a number, or else a value that is one of a few numbers. */
    private sealed interface Digit {
        record Known(int number) implements Digit {}

        record Computed(Value value, List<Integer> numbers) implements Digit {}
    }

    /** Adds the digits that a constant index gives; returns the offset in the bank. One out of bounds gives any. */
    private Value offset(BigInteger index, BankLayout.Dimension dimension, List<Digit> digits, Span span) {
        BigInteger offset = index.max(BigInteger.ZERO);
        for (BankLayout.Split split : dimension.splits()) {
            BigInteger[] parts = offset.divideAndRemainder(BigInteger.valueOf(split.divisor()));
            BigInteger digit = split.isCyclic() ? parts[1] : parts[0];
            digits.add(new Digit.Known(
                    digit.min(BigInteger.valueOf(split.digits() - 1L)).intValueExact()));
            offset = split.isCyclic() ? parts[0] : parts[1];
        }
        return constant(offset.longValue(), span);
    }

    /** Adds the digits that an index gives; returns the offset in the bank. */
    private Value offset(Value index, BankLayout.Dimension dimension, List<Digit> digits, Span span) {
        Value offset = mapped(index);
        for (BankLayout.Split split : dimension.splits()) {
            boolean isFirst = split == dimension.splits().getFirst();
            List<Integer> possible = isFirst ? possible(index, split) : split.allDigits();
            Value quotient = quotient(offset, split.divisor(), span);
            Value remainder = remainder(offset, split.divisor(), span);
            Value digit = split.isCyclic() ? remainder : quotient;
            digits.add(
                    possible.size() == 1 ? new Digit.Known(possible.getFirst()) : new Digit.Computed(digit, possible));
            offset = split.isCyclic() ? quotient : remainder;
        }
        return offset;
    }

    /** The digits that an index in bounds may give. */
    private List<Integer> possible(Value index, BankLayout.Split split) {
        MemoryAnalysis analysis = program.analysis();
        Predicate<BigInteger> fits = split.isCyclic()
                ? analysis.residue(function, index, split.divisor())::contains
                : analysis.blocks(function, index, split.divisor())::contains;
        List<Integer> possible = split.allDigits().stream()
                .filter(digit -> fits.test(BigInteger.valueOf(digit)))
                .toList();
        // An access that is never made may have no digit.
        return possible.isEmpty() ? split.allDigits() : possible;
    }

    private Value quotient(Value index, int divisor, Span span) {
        // The index is in bounds, so shifts and masks do what divisions do.
        return Integer.bitCount(divisor) == 1
                ? computed(
                        index.intType(),
                        Operator.SHR,
                        span,
                        index,
                        constant(Integer.numberOfTrailingZeros(divisor), span))
                : computed(index.intType(), Operator.DIV, span, index, constant(divisor, span));
    }

    private Value remainder(Value index, int divisor, Span span) {
        IntType type = IntType.holding(BigInteger.ZERO, BigInteger.valueOf(divisor - 1L));
        return Integer.bitCount(divisor) == 1
                ? computed(type, Operator.AND, span, index, constant(divisor - 1L, span))
                : computed(type, Operator.REM, span, index, constant(divisor, span));
    }

    /** Every bank that fits the known digits, with the condition that the others fit too. */
    private Map<Value, Optional<Value>> candidates(Value array, BankLayout layout, List<Digit> digits, Span span) {
        Map<Value, Optional<Value>> candidates = new LinkedHashMap<>();
        candidates(array, layout.splits(), digits, 0, 0, Optional.empty(), candidates, span);
        return Collections.unmodifiableMap(candidates);
    }

    private void candidates(
            Value array,
            List<BankLayout.Split> splits,
            List<Digit> digits,
            int place,
            int number,
            Optional<Value> condition,
            Map<Value, Optional<Value>> candidates,
            Span span) {
        if (place == digits.size()) {
            candidates.put(banks(array).get(number), condition);
            return;
        }
        int radix = splits.get(place).digits();
        switch (digits.get(place)) {
            case Digit.Known(int digit) ->
                candidates(array, splits, digits, place + 1, number * radix + digit, condition, candidates, span);
            case Digit.Computed(Value value, List<Integer> numbers) -> {
                for (int digit : numbers) {
                    Value here = computed(IntType.BOOL, Operator.EQ, span, value, constant(digit, span));
                    Value all = condition
                            .map(before -> computed(IntType.BOOL, Operator.AND, span, before, here))
                            .orElse(here);
                    int next = number * radix + digit;
                    candidates(array, splits, digits, place + 1, next, Optional.of(all), candidates, span);
                }
            }
        }
    }

    private Value constant(long number, Span span) {
        Value result = Value.of(IntType.I32);
        emit(new Op.Constant(result, Literal.Int.of(number), span));
        return result;
    }

    private Value computed(ScalarType type, Operator operator, Span span, Value... operands) {
        Value result = Value.of(type);
        emit(new Op.Compute(result, operator, List.of(operands), span));
        return result;
    }
}
