package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.ScalarType;

/** Copies values between registers of the same types, within a frame or from one frame to another. */
final class Transfer {

    private final Pairs words;
    private final Pairs wides;
    private final Pairs memories;

    Transfer(List<Register> from, List<Register> to) {
        words = new Pairs(Register.Bank.WORD, from, to);
        wides = new Pairs(Register.Bank.WIDE, from, to);
        memories = new Pairs(Register.Bank.MEMORY, from, to);
    }

    /** Register numbers of one bank. */
    private static final class Pairs {
        final int[] from;
        final int[] to;

        Pairs(Register.Bank bank, List<Register> from, List<Register> to) {
            this.from = numbers(bank, from);
            this.to = numbers(bank, to);
        }

        private static int[] numbers(Register.Bank bank, List<Register> registers) {
            return registers.stream()
                    .filter(register -> Register.bank(register.type()) == bank)
                    .mapToInt(Register::index)
                    .toArray();
        }
    }

    void copy(Frame source, Frame target) {
        for (int i = 0; i < words.from.length; i++) {
            target.words[words.to[i]] = source.words[words.from[i]];
        }
        for (int i = 0; i < wides.from.length; i++) {
            target.wides[wides.to[i]] = source.wides[wides.from[i]];
        }
        for (int i = 0; i < memories.from.length; i++) {
            target.memories[memories.to[i]] = source.memories[memories.from[i]];
        }
    }

    /** A copy within the frame; no register may be both read and written. */
    static Step of(List<Register> from, List<Register> to) {
        if (from.isEmpty()) {
            return Step.NOTHING;
        }
        Transfer transfer = new Transfer(from, to);
        return frame -> transfer.copy(frame, frame);
    }

    /** A copy of numbers within the frame as if all were read before the first is written: a loop may swap two values. */
    static Step parallel(List<Register> from, List<Register> to, Registers registers) {
        if (to.stream().noneMatch(from::contains)) {
            return of(from, to);
        }
        List<Register> between = new ArrayList<>();
        for (Register register : from) {
            between.add(registers.temporary((ScalarType) register.type()));
        }
        Step out = of(from, between);
        Step in = of(between, to);
        return frame -> {
            out.run(frame);
            in.run(frame);
        };
    }
}
