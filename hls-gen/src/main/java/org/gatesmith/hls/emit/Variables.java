package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gatesmith.hls.emit.ValueUses.Place;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The variables of a function: which values each holds, its type, and where it is declared. */
final class Variables {

    private final ValueUses uses;
    private final InlinePlan plan;
    private final Dialect dialect;
    private final Interference interference;
    private final Coalescing coalescing;
    private final AddressValues addresses;
    private final @Nullable Variable[] byNumber;

    /** Where every value is set, by its number. */
    private final List<List<Assignment>> assignments = new ArrayList<>();

    /** Variables to declare, without a value, before an operation. */
    private final Map<Region, Map<Integer, List<Variable>>> declarations = new IdentityHashMap<>();

    /** Where the declaration of a variable gives it its first value. */
    private final Map<Variable, Place> initialisations = new IdentityHashMap<>();

    /**
     * A place that sets a value.
     *
     * @param initialises whether a declaration with an initial value can stand there
     */
    private record Assignment(Place place, boolean initialises) {}

    Variables(Function function, ValueUses uses, InlinePlan plan, Dialect dialect) {
        this.uses = uses;
        this.plan = plan;
        this.dialect = dialect;
        this.interference = new Interference(function, uses, plan);
        this.coalescing = new Coalescing(function, uses, plan, interference);
        this.addresses = new AddressValues(function, uses);
        this.byNumber = new Variable[interference.values().size()];
        interference.values().forEach(_ -> assignments.add(new ArrayList<>()));
        findAssignments(function.body());
        for (int i = 0; i < byNumber.length; i++) {
            if (coalescing.root(i) == i) {
                create(i);
            }
        }
    }

    /** The variable that holds a value, or null if the value has none. */
    @Nullable
    Variable of(Value value) {
        int number = interference.number(uses.base(value));
        return number < 0 ? null : byNumber[number];
    }

    /** The variables that evaluating a value reads. */
    List<Variable> readBy(Value value) {
        return interference.reads(value).stream()
                .mapToObj(number -> Objects.requireNonNull(byNumber[number]))
                .distinct()
                .toList();
    }

    /** The variables to declare without a value before operation {@code index} of a region. */
    List<Variable> declaredBefore(Region region, int index) {
        return declarations.getOrDefault(region, Map.of()).getOrDefault(index, List.of());
    }

    /** Whether operation {@code index} of a region declares the variable and gives it its first value. */
    boolean isInitialisedAt(Variable variable, Place place) {
        return place.equals(initialisations.get(variable));
    }

    // ---- where values are set

    private void findAssignments(Region region) {
        for (int i = 0; i < region.ops().size(); i++) {
            Op op = region.ops().get(i);
            Place place = new Place(region, i);
            boolean choice = op instanceof Op.If branch && plan.isChoice(branch);
            switch (op) {
                case Op.If branch when !choice -> set(branch.results(), place, false);
                case Op.For loop -> carry(loop.carried(), loop.initial(), place);
                case Op.While loop -> {
                    carry(loop.before().parameters(), loop.initial(), place);
                    set(loop.body().parameters(), place, false);
                }
                default -> set(op.results(), place, op.results().size() == 1);
            }
            if (!choice) {
                op.regions().forEach(this::findAssignments);
            }
        }
    }

    private void set(List<Value> values, Place place, boolean initialises) {
        for (Value value : values) {
            int number = interference.number(value);
            if (number >= 0) {
                assignments.get(number).add(new Assignment(place, initialises));
            }
        }
    }

    /** A loop's variable is set before the loop, unless it holds the initial value already, and again in the loop. */
    private void carry(List<Value> parameters, List<Value> initial, Place place) {
        for (int i = 0; i < parameters.size(); i++) {
            int number = interference.number(parameters.get(i));
            if (number < 0) {
                continue;
            }
            int source = interference.number(uses.base(initial.get(i)));
            boolean held = source >= 0 && coalescing.root(source) == coalescing.root(number);
            if (!held) {
                assignments.get(number).add(new Assignment(place, true));
            }
            assignments.get(number).add(new Assignment(place, false));
        }
    }

    // ---- declarations

    private void create(int root) {
        BitSet members = coalescing.members(root);
        List<Assignment> all = members.stream()
                .boxed()
                .flatMap(number -> assignments.get(number).stream())
                .toList();
        boolean constant = all.size() == 1 && all.getFirst().initialises();
        ScalarType meaning = interference.values().get(root).scalarType();
        Variable variable = new Variable(coalescing.name(root), meaning, type(members, meaning), constant);
        members.stream().forEach(number -> byNumber[number] = variable);
        declare(variable, all);
    }

    private CType type(BitSet members, ScalarType meaning) {
        List<Value> values =
                members.stream().mapToObj(interference.values()::get).toList();
        boolean address =
                values.stream().anyMatch(addresses::contains) && values.stream().noneMatch(this::isSetByReference);
        return address && meaning instanceof IntType integer ? dialect.address(integer) : dialect.type(meaning);
    }

    /** A function with several results sets variables of its caller, which must have the parameter's very type. */
    private boolean isSetByReference(Value value) {
        return uses.definition(value) instanceof Op.Call call && call.results().size() > 1;
    }

    /** In the innermost region around all assignments, at the first of them. */
    private void declare(Variable variable, List<Assignment> all) {
        Region scope = all.getFirst().place().region();
        while (!coversAll(scope, all)) {
            scope = Objects.requireNonNull(uses.owner(scope)).region();
        }
        Region common = scope;
        int first = all.stream().mapToInt(a -> indexIn(common, a.place())).min().orElseThrow();
        Place place = new Place(common, first);
        if (all.stream().anyMatch(a -> a.initialises() && a.place().equals(place))) {
            initialisations.put(variable, place);
        } else {
            declarations
                    .computeIfAbsent(common, _ -> new TreeMap<>())
                    .computeIfAbsent(first, _ -> new ArrayList<>())
                    .add(variable);
        }
    }

    private boolean coversAll(Region scope, List<Assignment> all) {
        return all.stream().allMatch(a -> indexIn(scope, a.place()) >= 0);
    }

    /** Index of the operation of {@code scope} that a place lies in, or -1 if it lies outside. */
    private int indexIn(Region scope, Place place) {
        Place current = place;
        while (current != null && current.region() != scope) {
            current = uses.owner(current.region());
        }
        return current == null ? -1 : current.index();
    }
}
