package org.gatesmith.hls.range;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;

/** What every walk over a program needs and none changes. */
final class Knowledge {

    private final Memories memories;
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Definitions> definitions = new HashMap<>();
    private final Map<String, Relevance> relevance = new HashMap<>();
    private final Map<String, FreeValues> freeValues = new HashMap<>();
    private final Map<String, Stops> stops = new HashMap<>();
    private final Stops allStops;

    Knowledge(Program program) {
        memories = Memories.of(program);
        for (Function function : program.functions()) {
            Definitions own = Definitions.of(function);
            functions.put(function.name(), function);
            definitions.put(function.name(), own);
            relevance.put(function.name(), new Relevance(own));
            freeValues.put(function.name(), FreeValues.of(function.body()));
            stops.put(function.name(), Stops.of(function.body(), own));
        }
        allStops = Stops.union(stops.values());
    }

    Memories memories() {
        return memories;
    }

    Function function(String name) {
        return Objects.requireNonNull(functions.get(name));
    }

    Definitions definitions(Function function) {
        return Objects.requireNonNull(definitions.get(function.name()));
    }

    Relevance relevance(Function function) {
        return Objects.requireNonNull(relevance.get(function.name()));
    }

    FreeValues freeValues(Function function) {
        return Objects.requireNonNull(freeValues.get(function.name()));
    }

    Stops stops(Function function) {
        return Objects.requireNonNull(stops.get(function.name()));
    }

    /** The stops of the whole program, for what functions share. */
    Stops stops() {
        return allStops;
    }
}
