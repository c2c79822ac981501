package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.CountedLoop;
import org.gatesmith.hls.emit.Dialect;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** HLS C++ as Vitis HLS 2020.2 and later read it. */
final class HlsDialect implements Dialect {

    @Override
    public Set<String> reservedWords() {
        return ReservedWords.ALL;
    }

    @Override
    public CType type(ScalarType type) {
        return HlsTypes.of(type);
    }

    @Override
    public CType kernelParameter(ScalarType type) {
        return HlsTypes.of(type);
    }

    @Override
    public CType portElement(ScalarType type) {
        return HlsTypes.ofPortElement(type);
    }

    @Override
    public String name(CType type) {
        return HlsTypes.name(type);
    }

    @Override
    public Expression literal(Literal literal, ScalarType type) {
        return HlsLiterals.of(literal, type);
    }

    @Override
    public Expression stored(String text, CType stored, ScalarType meaning) {
        if (meaning instanceof FloatType) {
            return new Expression(text, Precedence.PRIMARY, stored, meaning, Interval.of(0, 0), Form.Plain.PLAIN);
        }
        IntType type = (IntType) meaning;
        Interval interval = Interval.of(type.contains(stored.values()) ? stored.values() : type);
        Expression value = new Expression(text, Precedence.PRIMARY, stored, meaning, interval, Form.Plain.PLAIN);
        return type.equals(IntType.BOOL) && !stored.equals(CType.BOOL)
                ? Comparisons.integers(
                        Operator.NE,
                        value.withMeaning(stored.values()),
                        HlsLiterals.integer(BigInteger.ZERO, stored.values()))
                : value;
    }

    @Override
    public Expression compute(Operator operator, List<Expression> operands, ScalarType result) {
        return HlsOperators.compute(operator, operands, result);
    }

    @Override
    public boolean repeatsOperands(Operator operator) {
        return switch (operator) {
            case MIN, MAX, ABS -> true;
            default -> false;
        };
    }

    @Override
    public Expression choice(Expression condition, Expression first, Expression second, ScalarType result) {
        return Choices.choice(condition, first, second, result);
    }

    @Override
    public Expression and(Expression left, Expression right) {
        return Comparisons.and(left, right);
    }

    @Override
    public Expression or(Expression left, Expression right) {
        return Comparisons.or(left, right);
    }

    @Override
    public Expression not(Expression condition) {
        return Comparisons.not(condition);
    }

    @Override
    public String condition(Expression value) {
        return HlsConversions.truth(value).text();
    }

    /** Assignment itself cuts a number to the width of the variable; only {@code bool} asks whether it is zero. */
    @Override
    public String assigned(Expression value, CType stored, ScalarType meaning) {
        if (meaning instanceof FloatType) {
            return value.text();
        }
        Expression number = HlsConversions.reinterpreted(value, (IntType) meaning);
        if (stored.equals(CType.BOOL)) {
            return HlsConversions.truth(number).text();
        }
        boolean cuts = stored.width() == ((IntType) meaning).width();
        return (cuts ? number : HlsConversions.exact(number)).text();
    }

    @Override
    public String index(Expression value) {
        return HlsConversions.exact(value).text();
    }

    @Override
    public List<String> hiddenArguments(Function callee) {
        return List.of();
    }

    @Override
    public String returned(String name) {
        return name;
    }

    @Override
    public String received(String name) {
        return name;
    }

    @Override
    public Expression read(String fifo, ScalarType element) {
        return stored(fifo + ".read()", HlsTypes.of(element), element);
    }

    @Override
    public String write(String fifo, ScalarType element, String value) {
        return fifo + ".write(" + value + ")";
    }

    @Override
    public Expression isEmpty(String fifo) {
        return stored(fifo + ".empty()", CType.BOOL, IntType.BOOL);
    }

    @Override
    public Statement declareFifo(String name, ScalarType element, int depth) {
        return new Statement.Line(
                "hls::stream<" + name(HlsTypes.of(element)) + ", " + depth + "> " + name + "(\"" + name + "\")");
    }

    @Override
    public List<Statement> declareArray(String name, ArrayType type, Op.AllocArray alloc) {
        CType element = HlsTypes.of(type.element());
        boolean clears = alloc.zeroed() && !element.isArbitrary();
        String declaration = name(element) + " " + name + TableRows.extents(type) + (clears ? " = {}" : "");
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Comment(ArrayPragmas.comment(type, alloc.directives(), alloc.span())));
        statements.add(new Statement.Line(declaration));
        statements.addAll(ArrayPragmas.of(name, alloc.directives(), ArrayPragmas.Kind.RAM));
        if (alloc.zeroed() && !clears) {
            statements.add(ArrayZeroing.of(name, type, alloc.directives()));
        }
        return statements;
    }

    @Override
    public List<Statement> useTable(String name, ArrayType type, ArrayDirectives directives) {
        return ArrayPragmas.of(name, directives, ArrayPragmas.Kind.ROM);
    }

    @Override
    public List<Statement> loopAttributes(Op loop) {
        return List.of();
    }

    @Override
    public String loopLabel(String label) {
        return label;
    }

    @Override
    public String loopStart(CountedLoop loop) {
        return loop.lower();
    }

    @Override
    public String loopStep(CountedLoop loop) {
        return loop.step();
    }

    @Override
    public List<Statement> loopPragmas(Op loop) {
        return LoopPragmas.of(loop);
    }

    @Override
    public Statement beginDataflow(String function) {
        return new Statement.Line("GS_DATAFLOW(" + function + ")");
    }

    @Override
    public List<Statement> process(Function caller, String name, List<String> after, String call) {
        return List.of(
                new Statement.Line("GS_PROCESS(" + name + ", (" + String.join(", ", after) + "), " + call + ")"));
    }
}
