package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.dependence.Dependence.Evidence;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The accesses of a straight stretch of operations, pair by pair. */
final class AccessPairs {

    private final AffineForms forms;
    private final ExclusiveConditions exclusive;
    private final Irregularity irregularity;
    private final Map<Value, List<Access>> memories = new IdentityHashMap<>();
    private final Map<Access, List<Guards.Condition>> conditions = new IdentityHashMap<>();
    private final List<Value> order = new ArrayList<>();
    private final List<Dependence> found = new ArrayList<>();

    AccessPairs(AffineForms forms, ExclusiveConditions exclusive, List<Op> ops) {
        this.forms = forms;
        this.exclusive = exclusive;
        this.irregularity = new Irregularity(forms);
        ops.forEach(op -> collect(op, op, List.of()));
    }

    /** Notes the accesses of an operation; those in a branch that is no guarded access stand for the whole branch. */
    private void collect(Op op, Op whole, List<Guards.Condition> around) {
        Optional<Access> access = Access.of(op);
        if (access.isPresent()) {
            add(access.get(), whole, around);
        } else if (op instanceof Op.If branch) {
            collect(branch.thenRegion(), whole, Guards.and(around, branch.condition(), true));
            collect(branch.elseRegion(), whole, Guards.and(around, branch.condition(), false));
        } else {
            op.regions().forEach(region -> collect(region, whole, around));
        }
    }

    private void collect(Region region, Op whole, List<Guards.Condition> around) {
        region.ops().forEach(op -> collect(op, whole, around));
    }

    private void add(Access found, Op whole, List<Guards.Condition> around) {
        Value guard = found.guard();
        Access access = new Access(whole, found.inner(), found.kind(), found.memory(), found.indices(), guard);
        conditions.put(access, guard == null ? around : Guards.and(around, guard, true));
        memories.computeIfAbsent(access.memory(), memory -> {
                    order.add(memory);
                    return new ArrayList<>();
                })
                .add(access);
    }

    List<Dependence> withinOnce() {
        for (Value memory : order) {
            List<Access> accesses = memories.getOrDefault(memory, List.of());
            for (int i = 0; i < accesses.size(); i++) {
                for (Access later : accesses.subList(i + 1, accesses.size())) {
                    if (conflict(accesses.get(i), later)) {
                        addWithin(accesses.get(i), later);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    List<Dependence> acrossIterations(IterationSpace space, boolean declaredIndependent) {
        Guards guards = new Guards(forms, space);
        for (Value memory : order) {
            List<Access> accesses = memories.getOrDefault(memory, List.of());
            Map<Access, List<Subscript>> subscripts = new IdentityHashMap<>();
            Map<Access, List<Subscript>> zeros = new IdentityHashMap<>();
            for (Access access : accesses) {
                List<Affine> indices = access.indices().stream().map(forms::of).toList();
                subscripts.put(access, subscripts(indices, space));
                if (access.guard() instanceof Value condition) {
                    zeros.put(access, subscripts(exclusive.zeros(condition), space));
                }
            }
            for (int i = 0; i < accesses.size(); i++) {
                for (int j = i + 1; j < accesses.size(); j++) {
                    if (conflict(accesses.get(i), accesses.get(j))
                            && !guards.exclude(conditions(accesses.get(i)), conditions(accesses.get(j)))) {
                        Pair pair = new Pair(
                                accesses.get(i), accesses.get(j), space, subscripts, zeros, declaredIndependent);
                        pair.report();
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Subscript> subscripts(List<Affine> sums, IterationSpace space) {
        return sums.stream().map(sum -> Subscript.of(sum, space, forms)).toList();
    }

    private List<Guards.Condition> conditions(Access access) {
        return conditions.getOrDefault(access, List.of());
    }

    /** Whether the order of two accesses to one memory matters where they meet. Reads of memory may change places. */
    private static boolean conflict(Access one, Access other) {
        if (one.memory().type() instanceof FifoType) {
            return one.isWrite() == other.isWrite();
        }
        return one.isWrite() || other.isWrite();
    }

    private static Dependence.Kind kind(Access from, Access to) {
        if (from.memory().type() instanceof FifoType) {
            return Dependence.Kind.FIFO;
        }
        if (!from.isWrite()) {
            return Dependence.Kind.ANTI;
        }
        return to.isWrite() ? Dependence.Kind.OUTPUT : Dependence.Kind.FLOW;
    }

    private void report(Access from, Access to, long distance, Evidence evidence) {
        found.add(new Dependence(from.op(), to.op(), from.memory(), kind(from, to), distance, evidence));
    }

    /** Whether two accesses in one iteration reach the same element: yes, no, or null for not known. */
    private @Nullable Boolean sameElement(Access one, Access other) {
        boolean known = true;
        for (int dimension = 0; dimension < one.indices().size(); dimension++) {
            Value first = one.indices().get(dimension);
            Value second = other.indices().get(dimension);
            Affine difference = forms.of(first).minus(forms.of(second));
            boolean apart =
                    forms.ranges().of(first).meet(forms.ranges().of(second)).isEmpty()
                            || (difference.isConstant() && !Meeting.isZero(difference));
            if (apart) {
                return false;
            }
            known &= difference.isConstant();
        }
        return known ? Boolean.TRUE : null;
    }

    private void addWithin(Access from, Access to) {
        if (from.op() == to.op()) {
            return; // within one branch, which keeps its own order
        }
        if (from.guard() instanceof Value condition
                && to.guard() instanceof Value other
                && exclusive.exclude(condition, other)) {
            return;
        }
        Boolean same = sameElement(from, to);
        if (same == null) {
            report(from, to, 0, irregularity.within(from, to));
        } else if (same) {
            report(from, to, 0, new Dependence.Proved());
        }
    }

    /** Two accesses, the first of which stands before the second. */
    private final class Pair {
        private final Access first;
        private final Access second;
        private final IterationSpace space;
        private final Map<Access, List<Subscript>> subscripts;
        /** What is zero where accesses happen. */
        private final Map<Access, List<Subscript>> zeros;

        private final boolean declaredIndependent;

        Pair(
                Access first,
                Access second,
                IterationSpace space,
                Map<Access, List<Subscript>> subscripts,
                Map<Access, List<Subscript>> zeros,
                boolean declaredIndependent) {
            this.first = first;
            this.second = second;
            this.space = space;
            this.subscripts = subscripts;
            this.zeros = zeros;
            this.declaredIndependent = declaredIndependent;
        }

        void report() {
            int before = found.size();
            addWithin(first, second);
            if (found.size() == before) {
                addAcross(first, second);
            }
            addAcross(second, first);
        }

        private void addAcross(Access from, Access to) {
            if (areRangesDisjoint(from, to)) {
                return;
            }
            Meeting meeting = new Meeting(space);
            List<Subscript> left = subscripts.getOrDefault(from, List.of());
            List<Subscript> right = subscripts.getOrDefault(to, List.of());
            for (int dimension = 0; dimension < left.size(); dimension++) {
                meeting.add(left.get(dimension), right.get(dimension));
            }
            boolean proved = meeting.isComplete();
            conditions(from, to, meeting);
            Optional<BigInteger> distance = meeting.distance();
            if (distance.isEmpty() || (declaredIndependent && !proved)) {
                return;
            }
            long iterations =
                    distance.get().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
            AccessPairs.this.report(
                    from,
                    to,
                    iterations,
                    proved ? new Dependence.Proved() : irregularity.across(left, right, from, to));
        }

        /** Where accesses happen in some iterations only, they can meet in those only. */
        private void conditions(Access from, Access to, Meeting meeting) {
            for (Subscript zero : zeros.getOrDefault(from, List.of())) {
                zeros.getOrDefault(to, List.of()).forEach(other -> meeting.add(zero, other));
            }
        }

        private boolean areRangesDisjoint(Access from, Access to) {
            for (int dimension = 0; dimension < from.indices().size(); dimension++) {
                boolean apart = forms.ranges()
                        .of(from.indices().get(dimension))
                        .meet(forms.ranges().of(to.indices().get(dimension)))
                        .isEmpty();
                if (apart) {
                    return true;
                }
            }
            return false;
        }
    }
}
