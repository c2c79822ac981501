package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** Compiles what an {@link Observer} wants to see of one function; nothing where it wants to see nothing. */
final class WatchSteps {

    private final Function function;
    private final Observer observer;
    private final Registers registers;

    WatchSteps(Function function, Observer observer, Registers registers) {
        this.function = function;
        this.observer = observer;
        this.registers = registers;
    }

    /** The step of an operation, followed by what watches it. */
    Step after(Op op, Step step) {
        List<Step> steps = new ArrayList<>(List.of(step));
        for (Value result : op.results()) {
            if (result.type() instanceof ScalarType) {
                observer.result(function, op, result)
                        .map(watch -> sight(registers.of(result), watch))
                        .ifPresent(steps::add);
            }
        }
        written(op).ifPresent(steps::add);
        observer.executed(function, op).<Step>map(action -> _ -> action.run()).ifPresent(steps::add);
        return steps.size() == 1 ? step : new Block(steps);
    }

    /** What watches the values with which a region begins. */
    List<Step> before(List<Value> parameters) {
        List<Step> steps = new ArrayList<>();
        for (Value parameter : parameters) {
            if (parameter.type() instanceof ScalarType) {
                observer.parameter(function, parameter)
                        .map(watch -> sight(registers.of(parameter), watch))
                        .ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<Step> written(Op op) {
        return switch (op) {
            case Op.Store store -> written(op, store.value(), element(store.memory()), store.span());
            case Op.FifoWrite write -> written(op, write.value(), element(write.fifo()), write.span());
            default -> Optional.empty();
        };
    }

    private Optional<Step> written(Op op, Value value, ScalarType element, Span span) {
        Register source = registers.of(value);
        return observer.written(function, op).map(watch -> {
            if (source.type().equals(element)) {
                return sight(source, watch);
            }
            Register wrapped = registers.temporary(element);
            return new Block(
                    List.of(ComputeSteps.of(Operator.CAST, wrapped, List.of(source), span), sight(wrapped, watch)));
        });
    }

    private static ScalarType element(Value memory) {
        return switch (memory.type()) {
            case ArrayType array -> array.element();
            case PortType port -> port.element();
            case FifoType fifo -> fifo.element();
            case ScalarType scalar -> scalar;
        };
    }

    private static Step sight(Register register, Watch watch) {
        int index = register.index();
        return register.isWide() ? frame -> watch.see(frame.wides[index]) : frame -> watch.see(frame.words[index]);
    }
}
