package org.gatesmith.hls.interp;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Assigns a register to every value of one function. */
final class Registers {

    private final Map<Value, Register> assigned = new IdentityHashMap<>();
    private final Map<Register.Bank, Integer> used = new EnumMap<>(Register.Bank.class);

    Register of(Value value) {
        return assigned.computeIfAbsent(value, v -> fresh(v.type()));
    }

    List<Register> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }

    /** A register that belongs to no value. */
    Register temporary(ScalarType type) {
        return fresh(type);
    }

    private Register fresh(Type type) {
        return new Register(type, used.merge(Register.bank(type), 1, Integer::sum) - 1);
    }

    Frame frame(Meter meter) {
        return new Frame(count(Register.Bank.WORD), count(Register.Bank.WIDE), count(Register.Bank.MEMORY), meter);
    }

    private int count(Register.Bank bank) {
        return used.getOrDefault(bank, 0);
    }
}
