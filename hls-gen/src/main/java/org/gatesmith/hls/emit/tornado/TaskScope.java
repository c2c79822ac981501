package org.gatesmith.hls.emit.tornado;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;
import org.jspecify.annotations.Nullable;

/** What stands for the values of a program in the method that is being written, and under which predicate it is written. */
final class TaskScope {

    /** Longest expression that stands inside another. */
    private static final int LONGEST_OPERAND = 60;

    private final TaskNames names;
    private final Ranges ranges;
    private final UseCounts uses;
    private final Map<Value, Term> terms = new IdentityHashMap<>();
    private final Map<Value, Memory> memories = new IdentityHashMap<>();
    private final Map<Value, FifoCursor> fifos = new IdentityHashMap<>();
    private @Nullable String predicate;

    TaskScope(TaskNames names, Ranges ranges, UseCounts uses) {
        this.names = names;
        this.ranges = ranges;
        this.uses = uses;
    }

    // ---- names

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

    Memory memory(Value value) {
        return Objects.requireNonNull(memories.get(value), () -> "no name for " + value);
    }

    FifoCursor fifo(Value value) {
        return Objects.requireNonNull(fifos.get(value), () -> "no name for " + value);
    }

    boolean isUsed(Value value) {
        return uses.isUsed(value);
    }

    /** A name that nothing else has. */
    String name(@Nullable String wanted) {
        return names.declare(wanted);
    }

    /** Names a variable for a value. */
    Term declare(Value value) {
        bind(value, variable(names.declare(value.name()), value.scalarType()));
        return term(value);
    }

    // ---- values

    /** Lets a term stand where the value is used, or gives the value a variable. */
    void define(Value result, Term term, List<Statement> out) {
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

    /** Gives the value a variable. */
    void keep(Value result, Term term, List<Statement> out) {
        Term variable = declare(result);
        out.add(new Statement.Line(
                "final " + variable.register().keyword() + " " + variable.text() + " = " + term.value()));
    }

    static Term variable(String name, ScalarType type) {
        IntRange range = type instanceof IntType integer ? IntRange.of(integer) : IntRange.NONE;
        return Term.atom(name, Register.of(type), range);
    }

    static Term converted(Term term, Value target) {
        return converted(term, target.scalarType());
    }

    static Term converted(Term term, ScalarType type) {
        return type instanceof IntType integer ? IntegerTerms.compute(Operator.CAST, List.of(term), integer) : term;
    }

    // ---- predicate

    /** What is computed counts only where this variable is 1; null where it always does. */
    @Nullable
    String predicate() {
        return predicate;
    }

    void setPredicate(@Nullable String predicate) {
        this.predicate = predicate;
    }
}
