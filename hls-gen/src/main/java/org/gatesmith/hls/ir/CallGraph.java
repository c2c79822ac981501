package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which function calls which. */
final class CallGraph {

    private final Map<String, Set<String>> callees = new LinkedHashMap<>();
    private final Set<String> finished = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    static CallGraph of(Program program) {
        CallGraph graph = new CallGraph();
        for (Function function : program.functions()) {
            graph.addCalls(function.body(), graph.callees.computeIfAbsent(function.name(), n -> new LinkedHashSet<>()));
        }
        return graph;
    }

    private void addCalls(Region region, Set<String> called) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Call call) {
                called.add(call.callee());
            }
            op.regions().forEach(inner -> addCalls(inner, called));
        }
    }

    /** A sentence that names the functions of a circle of calls, if there is one. */
    Optional<String> recursion() {
        return callees.keySet().stream()
                .map(this::circleFrom)
                .flatMap(Optional::stream)
                .findFirst()
                .map(circle -> "recursion: " + String.join(" calls ", circle));
    }

    private Optional<List<String>> circleFrom(String function) {
        int met = path.indexOf(function);
        if (met >= 0) {
            List<String> circle = new ArrayList<>(path.subList(met, path.size()));
            circle.add(function);
            return Optional.of(circle);
        }
        if (!finished.add(function)) {
            return Optional.empty();
        }
        path.add(function);
        for (String callee : callees.getOrDefault(function, Set.of())) {
            Optional<List<String>> circle = circleFrom(callee);
            if (circle.isPresent()) {
                return circle;
            }
        }
        path.removeLast();
        return Optional.empty();
    }
}
