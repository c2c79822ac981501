package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.CountedLoop;
import org.gatesmith.hls.emit.Dialect;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** OpenCL C 1.2 of one kernel; remembers the arrays that its functions declare. */
final class OpenClDialect implements Dialect {

    private final FifoForm fifos;
    private final Optional<Op.For> shared;
    private long privateBytes;

    /**
     * @param shared the loop whose iterations are shared out among the work-items
     */
    OpenClDialect(FifoForm fifos, Optional<Op.For> shared) {
        this.fifos = fifos;
        this.shared = shared;
    }

    /** Bytes of all arrays declared so far. */
    long privateBytes() {
        return privateBytes;
    }

    @Override
    public Set<String> reservedWords() {
        return Stream.concat(ReservedWords.ALL.stream(), fifos.reservedWords().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    // ---- types

    @Override
    public CType type(ScalarType type) {
        return OpenClTypes.of(type);
    }

    @Override
    public CType kernelParameter(ScalarType type) {
        return OpenClTypes.inMemory(type);
    }

    @Override
    public CType portElement(ScalarType type) {
        return OpenClTypes.inMemory(type);
    }

    @Override
    public String name(CType type) {
        return OpenClTypes.name(type);
    }

    // ---- expressions

    @Override
    public Expression literal(Literal literal, ScalarType type) {
        return OpenClLiterals.of(literal, type);
    }

    @Override
    public Expression stored(String text, CType stored, ScalarType meaning) {
        return value(text, stored, meaning);
    }

    /** What stands in a variable, an element or a result of type {@code stored}. */
    static Expression value(String text, CType stored, ScalarType meaning) {
        if (meaning instanceof FloatType) {
            return new Expression(text, Precedence.PRIMARY, stored, meaning, Interval.of(0, 0), Form.Plain.PLAIN);
        }
        IntType type = (IntType) meaning;
        Interval interval = Interval.of(type.contains(stored.values()) ? stored.values() : type);
        Expression value = new Expression(text, Precedence.PRIMARY, stored, meaning, interval, Form.Plain.PLAIN);
        return type.equals(IntType.BOOL) && !stored.equals(CType.BOOL)
                ? OpenClComparisons.integers(
                        Operator.NE,
                        value.withMeaning(stored.values()),
                        OpenClLiterals.integer(BigInteger.ZERO, stored.values()))
                : value;
    }

    @Override
    public Expression compute(Operator operator, List<Expression> operands, ScalarType result) {
        return OpenClOperators.compute(operator, operands, result);
    }

    @Override
    public boolean repeatsOperands(Operator operator) {
        return false;
    }

    @Override
    public Expression choice(Expression condition, Expression first, Expression second, ScalarType result) {
        return OpenClOperators.choice(condition, first, second, result);
    }

    @Override
    public Expression and(Expression left, Expression right) {
        return TruthValues.and(OpenClConversions.truth(left), OpenClConversions.truth(right));
    }

    @Override
    public Expression or(Expression left, Expression right) {
        return TruthValues.or(OpenClConversions.truth(left), OpenClConversions.truth(right));
    }

    @Override
    public Expression not(Expression condition) {
        return TruthValues.not(OpenClConversions.truth(condition));
    }

    @Override
    public String condition(Expression value) {
        return OpenClConversions.truth(value).text();
    }

    /** Assignment itself cuts a number to the width of the variable; only {@code bool} asks whether it is zero. */
    @Override
    public String assigned(Expression value, CType stored, ScalarType meaning) {
        if (meaning instanceof FloatType) {
            return value.text();
        }
        Expression number = OpenClConversions.reinterpreted(value, (IntType) meaning);
        if (stored.equals(CType.BOOL)) {
            return OpenClConversions.truth(number).text();
        }
        boolean cuts = stored.width() == ((IntType) meaning).width();
        return OpenClConversions.argument(cuts ? number : OpenClConversions.exact(number), stored);
    }

    @Override
    public String index(Expression value) {
        return OpenClConversions.argument(OpenClConversions.exact(value), CType.INT64);
    }

    // ---- functions

    @Override
    public List<String> hiddenArguments(Function callee) {
        return fifos.hiddenArguments(callee);
    }

    @Override
    public String returned(String name) {
        return "*" + name;
    }

    @Override
    public String received(String name) {
        return "&" + name;
    }

    // ---- streams

    @Override
    public Expression read(String fifo, ScalarType element) {
        return fifos.read(fifo, element);
    }

    @Override
    public String write(String fifo, ScalarType element, String value) {
        return fifos.write(fifo, element, value);
    }

    @Override
    public Expression isEmpty(String fifo) {
        return fifos.isEmpty(fifo);
    }

    @Override
    public Statement declareFifo(String name, ScalarType element, int depth) {
        return fifos.declare(name, element);
    }

    // ---- arrays and loops

    @Override
    public List<Statement> declareArray(String name, ArrayType type, Op.AllocArray alloc) {
        CType element = OpenClTypes.of(type.element());
        privateBytes += type.elements() * Math.max(1, element.width() / Byte.SIZE);
        return List.of(new Statement.Line(name(element)
                + " "
                + name
                + TableRows.extents(type)
                + ArrayAttributes.of(alloc.directives())
                + (alloc.zeroed() ? " = {0}" : "")));
    }

    @Override
    public List<Statement> useTable(String name, ArrayType type, ArrayDirectives directives) {
        return List.of();
    }

    @Override
    public List<Statement> loopAttributes(Op loop) {
        return LoopAttributes.of(loop);
    }

    /** A label would come between a loop and its attributes. */
    @Override
    public String loopLabel(String label) {
        return "";
    }

    @Override
    public String loopStart(CountedLoop loop) {
        if (!isShared(loop)) {
            return loop.lower();
        }
        return (loop.lower().equals("0") ? "" : loop.lower() + " + ") + "first_iteration()";
    }

    /** A counter that may leave its type wraps as in Java; work-items stop at the bound. */
    @Override
    public String loopStep(CountedLoop loop) {
        String counter = loop.counter();
        CType wrapping = OpenClTypes.unsigned(loop.type().width());
        String unsigned = OpenClTypes.name(wrapping);
        Expression bound = OpenClConversions.exact(loop.bound());
        if (isShared(loop)) {
            String left = OpenClConversions.cast(bound, wrapping).text() + " - " + counter;
            return counter + " += next_iteration(" + left + ")";
        }
        if (loop.type().isArbitrary()) {
            return counter + " = wide_add(" + counter + ", wide_of_long("
                    + loop.loop().step() + "L))";
        }
        if (staysInside(loop, bound.interval())) {
            return loop.step();
        }
        long step = loop.loop().step();
        return counter + " = (" + unsigned + ")" + counter + (step < 0 ? " - " : " + ") + Math.abs(step);
    }

    /** Whether work-items share the iterations of a loop out among themselves. */
    boolean sharesALoop() {
        return shared.isPresent();
    }

    private boolean isShared(CountedLoop loop) {
        return shared.isPresent() && shared.get().body() == loop.loop().body();
    }

    /** The last value that the body sees is next to the bound; one step further must still be a number of the type. */
    private static boolean staysInside(CountedLoop loop, Interval bound) {
        BigInteger step = BigInteger.valueOf(loop.loop().step());
        BigInteger last = step.signum() > 0 ? bound.max() : bound.min();
        boolean strict = loop.loop().relation() == Operator.LT || loop.loop().relation() == Operator.GT;
        BigInteger beyond = last.add(step).subtract(strict ? BigInteger.valueOf(step.signum()) : BigInteger.ZERO);
        return loop.type().values().contains(beyond);
    }

    @Override
    public List<Statement> loopPragmas(Op loop) {
        return List.of();
    }

    // ---- dataflow

    @Override
    public Statement beginDataflow(String function) {
        return new Statement.Comment("The processes, one after another: each finds all that it reads.");
    }

    @Override
    public List<Statement> process(Function caller, String name, List<String> after, String call) {
        return fifos.process(caller, call);
    }
}
