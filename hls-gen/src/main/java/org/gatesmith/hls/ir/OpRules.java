package org.gatesmith.hls.ir;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Types of operations without regions. */
final class OpRules {

    private final Program program;
    private final Consumer<String> report;

    OpRules(Program program, Consumer<String> report) {
        this.program = program;
        this.report = report;
    }

    void check(Op.Constant op) {
        Type type = op.result().type();
        require(
                TypeRules.isOfType(op.literal(), type),
                LiteralText.print(op.literal()) + " is not a value of type " + type);
    }

    void check(Op.Compute op) {
        ComputeRules.check(op).ifPresent(report);
    }

    void check(Op.Assume op) {
        require(
                op.operand().type() instanceof IntType && op.result().type() instanceof IntType,
                "a contract stands on integers");
        require(op.min().compareTo(op.max()) <= 0, "a contract must leave a value: its limits are in the wrong order");
    }

    void check(Op.AllocArray op) {
        if (op.result().type() instanceof ArrayType type) {
            TypeRules.splits(type, op.directives()).forEach(report);
        } else {
            report.accept("array creates an array, not a " + op.result().type());
        }
    }

    void check(Op.TableRef op) {
        Optional<Table> table = program.tables().stream()
                .filter(t -> t.name().equals(op.table()))
                .findFirst();
        if (table.isEmpty()) {
            report.accept("there is no table " + op.table());
        } else {
            require(
                    op.result().type().equals(table.get().type()),
                    "table " + op.table() + " has type " + table.get().type());
        }
    }

    void check(Op.AllocFifo op) {
        require(
                op.result().type() instanceof FifoType,
                "fifo creates a FIFO, not a " + op.result().type());
        require(op.depth() >= 1, "a FIFO holds at least one element");
    }

    void check(Op.Load op) {
        access(op.memory(), op.indices())
                .ifPresent(element ->
                        require(op.result().type().equals(element), "load returns the element type " + element));
    }

    void check(Op.Store op) {
        access(op.memory(), op.indices()).ifPresent(element -> storable(op.value(), element));
    }

    private void storable(Value value, ScalarType element) {
        require(TypeRules.isStorable(value.type(), element), "a " + value.type() + " cannot be stored as a " + element);
    }

    /** The element type, if {@code memory} is a memory. */
    private Optional<ScalarType> access(Value memory, List<Value> indices) {
        require(indices.stream().allMatch(index -> index.type() instanceof IntType), "an index is an integer");
        return switch (memory.type()) {
            case ArrayType array -> {
                indexCount(array.rank(), indices);
                yield Optional.of(array.element());
            }
            case PortType port -> {
                indexCount(1, indices);
                yield Optional.of(port.element());
            }
            case ScalarType scalar -> notAMemory(scalar);
            case FifoType fifo -> notAMemory(fifo);
        };
    }

    private Optional<ScalarType> notAMemory(Type type) {
        report.accept("only arrays and ports have elements, not a " + type);
        return Optional.empty();
    }

    private void indexCount(int rank, List<Value> indices) {
        require(indices.size() == rank, "this memory takes " + rank + " indices, not " + indices.size());
    }

    void check(Op.FifoRead op) {
        channel(op.fifo())
                .ifPresent(element ->
                        require(op.result().type().equals(element), "read returns the element type " + element));
    }

    void check(Op.FifoWrite op) {
        channel(op.fifo()).ifPresent(element -> storable(op.value(), element));
    }

    void check(Op.FifoEmpty op) {
        channel(op.fifo());
        require(op.result().type().equals(IntType.BOOL), "empty returns a u1");
    }

    private Optional<ScalarType> channel(Value fifo) {
        if (fifo.type() instanceof FifoType type) {
            return Optional.of(type.element());
        }
        report.accept("only FIFOs are read, written and tested, not a " + fifo.type());
        return Optional.empty();
    }

    void check(Op.Call op, Function caller) {
        List<String> names = program.functions().stream().map(Function::name).toList();
        int index = names.indexOf(op.callee());
        if (index < 0) {
            report.accept("there is no function " + op.callee());
            return;
        }
        require(index > program.functions().indexOf(caller), "a function must come after its callers");
        signature(op, program.functions().get(index));
    }

    private void signature(Op.Call op, Function callee) {
        List<Type> arguments = op.operands().stream().map(Value::type).toList();
        List<Type> parameters = callee.parameters().stream().map(Value::type).toList();
        require(passable(arguments, parameters), callee.name() + " takes " + parameters + ", not " + arguments);
        List<Type> results = op.results().stream().map(Value::type).toList();
        List<Type> returned = callee.body().yields().stream().map(Value::type).toList();
        require(results.equals(returned), callee.name() + " returns " + returned + ", not " + results);
    }

    private static boolean passable(List<Type> arguments, List<Type> parameters) {
        if (arguments.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!TypeRules.isPassable(arguments.get(i), parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void require(boolean condition, String reason) {
        if (!condition) {
            report.accept(reason);
        }
    }
}
