package org.gatesmith.host.generated;

import java.util.Optional;
import java.util.function.Predicate;

/** Makes a failing kernel small. */
public final class Shrinking {

    private Shrinking() {}

    /**
     * A kernel that still fails and of which no single cut leaves one that does, unless the attempts run out before.
     *
     * @param fails whether a kernel fails in the same way; a text that is no kernel at all does not
     * @param attempts how many kernels to try
     */
    public static Piece shrink(Piece failing, Predicate<Piece> fails, int attempts) {
        Piece smallest = failing;
        Budget budget = new Budget(attempts);
        for (Optional<Piece> next = Optional.of(failing); next.isPresent(); ) {
            smallest = next.get();
            next = smallest.smaller()
                    .takeWhile(_ -> budget.spend())
                    .filter(fails)
                    .findFirst();
        }
        return smallest;
    }

    private static final class Budget {
        private int left;

        Budget(int attempts) {
            this.left = attempts;
        }

        boolean spend() {
            return left-- > 0;
        }
    }
}
