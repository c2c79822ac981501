package org.gatesmith.hls.interp;

import java.util.List;
import java.util.function.Predicate;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Compiles accesses to arrays, tables, ports and FIFOs. */
final class MemorySteps {

    private final Registers registers;
    private final Settings settings;

    MemorySteps(Registers registers, Settings settings) {
        this.registers = registers;
        this.settings = settings;
    }

    Step create(Op.AllocArray op) {
        int target = registers.of(op.result()).index();
        String name = nameOf(op.result());
        boolean readableAtOnce = op.zeroed() || !settings.tracksWrites();
        return frame -> frame.memories[target] = new LocalArray(name, op.type(), readableAtOnce);
    }

    Step create(Op.AllocFifo op) {
        int target = registers.of(op.result()).index();
        String name = nameOf(op.result());
        return frame -> frame.memories[target] = new Channel(name, op.depth());
    }

    Step table(Op.TableRef op, LocalArray table) {
        int target = registers.of(op.result()).index();
        return frame -> frame.memories[target] = table;
    }

    static String nameOf(Value memory) {
        String name = memory.name();
        return name == null ? memory.type().toString() : name;
    }

    Step load(Op.Load op) {
        int memory = registers.of(op.memory()).index();
        Register target = registers.of(op.result());
        ElementIndex index = new ElementIndex(registers.of(op.indices()), op.span());
        return op.memory().type() instanceof ArrayType type
                ? loadFromArray(memory, type, index, target, op.span())
                : loadFromPort(memory, (PortType) op.memory().type(), index, target, op.span());
    }

    private static Step loadFromArray(int memory, ArrayType type, ElementIndex index, Register target, Span span) {
        int[] extents = extents(type);
        int to = target.index();
        if (target.isWide()) {
            return frame -> {
                LocalArray array = (LocalArray) frame.memories[memory];
                int element = index.inArray(frame, array.name(), extents);
                array.checkWritten(element, type.extents(), span);
                frame.wides[to] = array.wides[element];
            };
        }
        return frame -> {
            LocalArray array = (LocalArray) frame.memories[memory];
            int element = index.inArray(frame, array.name(), extents);
            array.checkWritten(element, type.extents(), span);
            frame.words[to] = array.words[element];
        };
    }

    private static int[] extents(ArrayType type) {
        return type.extents().stream().mapToInt(Integer::intValue).toArray();
    }

    private Step loadFromPort(int memory, PortType type, ElementIndex index, Register target, Span span) {
        Wrap wrap = elementWrap(type.element());
        int to = target.index();
        Step load = frame -> {
            BoundPort port = (BoundPort) frame.memories[memory];
            frame.words[to] = wrap.apply(port.memory().load(index.inPort(frame, port)));
        };
        return type.isLimited() && settings.checksContracts() ? checked(load, memory, type, index, target, span) : load;
    }

    private static Step checked(Step load, int memory, PortType type, ElementIndex index, Register target, Span span) {
        Contract contract = new Contract(type.min(), type.max());
        Predicate<Frame> kept = contract.on(target);
        return frame -> {
            load.run(frame);
            if (!kept.test(frame)) {
                BoundPort port = (BoundPort) frame.memories[memory];
                String what = port.name() + "[" + index.inPort(frame, port) + "]";
                throw new Abort(contract.violatedBy(target.integer(frame), what), span);
            }
        };
    }

    /** Brings what a port returns into the form of {@link Frame#words}. */
    private static Wrap elementWrap(ScalarType element) {
        return switch (element) {
            case FloatType.F32 -> Wrap.to(IntType.I32);
            case FloatType.F64 -> Wrap.to(IntType.I64);
            case IntType integer -> Wrap.to(integer);
        };
    }

    Step store(Op.Store op) {
        int memory = registers.of(op.memory()).index();
        ElementIndex index = new ElementIndex(registers.of(op.indices()), op.span());
        Register value = registers.of(op.value());
        if (op.memory().type() instanceof ArrayType type) {
            return stored(value, type.element(), op.span(), from -> storeToArray(memory, type, index, from));
        }
        PortType type = (PortType) op.memory().type();
        return stored(value, type.element(), op.span(), from -> storeToPort(memory, index, from.index()));
    }

    /** Takes a register of the element's type. */
    private interface Store {
        Step from(Register register);
    }

    /** Wraps an integer to the element's type before it is stored. */
    private Step stored(Register value, ScalarType element, Span span, Store store) {
        if (value.type().equals(element)) {
            return store.from(value);
        }
        Register wrapped = registers.temporary(element);
        return new Block(List.of(ComputeSteps.of(Operator.CAST, wrapped, List.of(value), span), store.from(wrapped)));
    }

    private static Step storeToArray(int memory, ArrayType type, ElementIndex index, Register value) {
        int[] extents = extents(type);
        int from = value.index();
        if (value.isWide()) {
            return frame -> {
                LocalArray array = (LocalArray) frame.memories[memory];
                int element = index.inArray(frame, array.name(), extents);
                array.noteWrite(element);
                array.wides[element] = frame.wides[from];
            };
        }
        return frame -> {
            LocalArray array = (LocalArray) frame.memories[memory];
            int element = index.inArray(frame, array.name(), extents);
            array.noteWrite(element);
            array.words[element] = frame.words[from];
        };
    }

    private static Step storeToPort(int memory, ElementIndex index, int from) {
        return frame -> {
            BoundPort port = (BoundPort) frame.memories[memory];
            port.memory().store(index.inPort(frame, port), frame.words[from]);
        };
    }

    Step read(Op.FifoRead op) {
        int fifo = registers.of(op.fifo()).index();
        Register target = registers.of(op.result());
        int to = target.index();
        Span span = op.span();
        return target.isWide()
                ? frame -> frame.wides[to] = ((Channel) frame.memories[fifo]).readWide(span)
                : frame -> frame.words[to] = ((Channel) frame.memories[fifo]).read(span);
    }

    Step write(Op.FifoWrite op) {
        int fifo = registers.of(op.fifo()).index();
        ScalarType element = ((FifoType) op.fifo().type()).element();
        return stored(registers.of(op.value()), element, op.span(), from -> write(fifo, from));
    }

    private static Step write(int fifo, Register value) {
        int from = value.index();
        return value.isWide()
                ? frame -> ((Channel) frame.memories[fifo]).writeWide(frame.wides[from])
                : frame -> ((Channel) frame.memories[fifo]).write(frame.words[from]);
    }

    Step empty(Op.FifoEmpty op) {
        int fifo = registers.of(op.fifo()).index();
        int to = registers.of(op.result()).index();
        return frame -> frame.words[to] = ((Channel) frame.memories[fifo]).isEmpty() ? 1 : 0;
    }

    /** Whether memory of this type can be bound to a port: its elements are words. */
    static boolean isBindable(Type type) {
        return type instanceof PortType port && !Register.isWide(port.element());
    }
}
