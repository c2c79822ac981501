package org.gatesmith.library.posit;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.gatesmith.library.posit.TunedPositDot.Tuning;

/** Operands of one dot product of a tuned kernel, and how to draw them. */
final class DotOperands {
    private final Tuning tuning;
    private final short[] a;
    private final short[] b;
    private final short acc;

    DotOperands(Tuning tuning, short[] a, short[] b, short acc) {
        this.tuning = tuning;
        this.a = a;
        this.b = b;
        this.acc = acc;
    }

    static Arbitrary<DotOperands> of(List<Tuning> tunings) {
        return Arbitraries.of(tunings).flatMap(DotOperands::of);
    }

    private static Arbitrary<DotOperands> of(Tuning tuning) {
        Arbitrary<short[]> factors = codes(tuning.nIn()).array(short[].class).ofSize(tuning.n());
        return Combinators.combine(factors, factors, codes(tuning.nOut()))
                .as((a, b, acc) -> new DotOperands(tuning, a, b, acc));
    }

    /** All codes, those around ±1 where posits are densest, and the special and extreme ones. */
    private static Arbitrary<Short> codes(int n) {
        int one = 1 << (n - 2);
        int maxpos = (1 << (n - 1)) - 1;
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(-maxpos - 1, maxpos)),
                        Tuple.of(2, Arbitraries.integers().between(one / 2, one + one / 2)),
                        Tuple.of(2, Arbitraries.integers().between(-one - one / 2, -one / 2)),
                        Tuple.of(2, Arbitraries.of(0, Posit.nar(n), maxpos, -maxpos, 1, -1, one)))
                .map(Integer::shortValue);
    }

    Tuning tuning() {
        return tuning;
    }

    short kernel() {
        return TunedPositDot.of(tuning).run(a, b, acc);
    }

    short published() {
        return (short) tuning.model().published(a, b, acc);
    }

    short exactlyRounded() {
        return (short) tuning.model().exactlyRounded(a, b, acc);
    }

    boolean fitTheWindow() {
        return tuning.model().isExactFor(a, b, acc);
    }

    @Override
    public String toString() {
        return "%s a=%s b=%s acc=%d".formatted(tuning, Arrays.toString(a), Arrays.toString(b), acc);
    }
}
