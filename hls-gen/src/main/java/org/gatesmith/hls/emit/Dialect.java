package org.gatesmith.hls.emit;

import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** What distinguishes one C-like target language from another: types, operators, streams, pragmas. */
public interface Dialect {

    /** Words that no variable may be called. */
    Set<String> reservedWords();

    // ---- types

    /** Type of a variable or array element that holds values of {@code type}. */
    CType type(ScalarType type);

    /** Type of a scalar parameter of the kernel. */
    CType kernelParameter(ScalarType type);

    /** Type of an element of a memory port. */
    CType portElement(ScalarType type);

    /** Type of a variable that takes part in the addresses of a memory port, or counts a loop. */
    default CType address(IntType type) {
        if (IntType.I32.contains(type)) {
            return CType.INT;
        }
        return IntType.I64.contains(type) ? CType.INT64 : type(type);
    }

    String name(CType type);

    // ---- expressions

    Expression literal(Literal literal, ScalarType type);

    /** A variable, or an element of a memory, stored as {@code stored}, with a value of type {@code meaning}. */
    Expression stored(String text, CType stored, ScalarType meaning);

    Expression compute(Operator operator, List<Expression> operands, ScalarType result);

    /** Whether the text of an operand appears more than once in the operator's. */
    boolean repeatsOperands(Operator operator);

    Expression choice(Expression condition, Expression first, Expression second, ScalarType result);

    /** {@code left && right}, the right one evaluated only if the left one is true. */
    Expression and(Expression left, Expression right);

    /** {@code left || right}, the right one evaluated only if the left one is false. */
    Expression or(Expression left, Expression right);

    Expression not(Expression condition);

    /** What is written where C tests a truth value. */
    String condition(Expression value);

    /** What is written to store a value of type {@code meaning} in a variable of type {@code stored}. */
    String assigned(Expression value, CType stored, ScalarType meaning);

    /** An index into an array or port. */
    String index(Expression value);

    // ---- functions

    /** What a call passes besides the program's own operands. */
    List<String> hiddenArguments(Function callee);

    /** What an assignment names to return the result {@code name} of a function with several. */
    String returned(String name);

    /** What a call names to receive such a result in the variable {@code name}. */
    String received(String name);

    // ---- streams

    Expression read(String fifo, ScalarType element);

    String write(String fifo, ScalarType element, String value);

    Expression isEmpty(String fifo);

    Statement declareFifo(String name, ScalarType element, int depth);

    // ---- arrays and loops

    /** Declaration, zeroing and pragmas. */
    List<Statement> declareArray(String name, ArrayType type, Op.AllocArray alloc);

    /** Pragmas of a table at the place of its first use in a function. */
    List<Statement> useTable(String name, ArrayType type, ArrayDirectives directives);

    /** What stands before a loop. */
    List<Statement> loopAttributes(Op loop);

    /** The name that a loop bears, empty for none. */
    String loopLabel(String label);

    /** The first value of a loop's counter. */
    String loopStart(CountedLoop loop);

    /** How a loop's counter goes on. */
    String loopStep(CountedLoop loop);

    /** Pragmas at the head of a loop's body. */
    List<Statement> loopPragmas(Op loop);

    // ---- dataflow

    /** What stands between the channels of a dataflow function and its processes. */
    Statement beginDataflow(String function);

    /**
     * A call of a process of a dataflow function.
     *
     * @param caller the dataflow function
     * @param name of the process, unique in the function
     * @param after processes that fill an array which this one uses
     */
    List<Statement> process(Function caller, String name, List<String> after, String call);
}
