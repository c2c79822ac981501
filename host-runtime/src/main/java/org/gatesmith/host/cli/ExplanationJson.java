package org.gatesmith.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatesmith.api.StorageKind;
import org.gatesmith.board.Board;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.DiagnosticReport;
import org.gatesmith.hls.estimate.OperationText;
import org.gatesmith.hls.explain.BoardRequest;
import org.gatesmith.hls.explain.Change;
import org.gatesmith.hls.explain.Explanation;
import org.gatesmith.hls.explain.Remedy;
import org.gatesmith.hls.ir.ArrayDirectives.Split;
import org.gatesmith.hls.ir.Op;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An explanation for programs. */
record ExplanationJson(Explanation explanation, RemedyEffects effects, ThrottleText fifos, Board board) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String text() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kernel", explanation.scheduled().design().signature().name());
        root.put("board", board.name());
        root.put("megahertz", explanation.scheduled().design().clock().megahertz());
        root.put("size", effects.call().values());
        root.put("cycles", effects.prediction().cycles());
        root.put("resources", ResourceText.json(explanation.scheduled().size()));
        root.put("loops", explanation.slow().stream().map(this::json).toList());
        root.put(
                "sequentialLoops",
                explanation.oneByOne().stream().map(this::json).toList());
        root.put(
                "diagnostics",
                DiagnosticReport.of(explanation.scheduled().diagnostics()).diagnostics());
        root.put(
                "ports",
                explanation.requests().stream().map(ExplanationJson::json).toList());
        root.put("fifoWaits", fifos.json());
        return MAPPER.writeValueAsString(root);
    }

    private Map<String, Object> json(Explanation.SlowLoop slow) {
        Unit.PipelinedLoop unit = slow.unit();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("loop", unit.loop().label());
        node.put("place", unit.loop().span().line());
        node.put("requestedInterval", unit.bounds().requested());
        node.put("interval", unit.interval());
        node.put("smallestInterval", slow.smallest());
        node.put(
                "limits",
                unit.bounds().limits().stream().map(ExplanationJson::json).toList());
        node.put("remedies", slow.remedies().stream().map(this::json).toList());
        return node;
    }

    private Map<String, Object> json(Explanation.SequentialLoop sequential) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("loop", sequential.loop().label());
        node.put("place", sequential.loop().span().line());
        node.put("remedies", List.of(json(sequential.remedy())));
        return node;
    }

    private static Map<String, Object> json(IntervalBounds.Limit limit) {
        Map<String, Object> node = new LinkedHashMap<>();
        switch (limit) {
            case IntervalBounds.Recurrence recurrence -> {
                node.put("kind", "recurrence");
                node.put("interval", recurrence.interval());
                node.put("latency", recurrence.latency());
                node.put("distance", recurrence.distance());
                node.put(
                        "operations",
                        recurrence.legs().stream().map(ExplanationJson::leg).toList());
            }
            case IntervalBounds.Contention contention -> {
                node.put("kind", "ports");
                node.put("interval", contention.interval());
                node.put("memory", OperationText.name(contention.memory()));
                node.put("ports", contention.ports());
                node.put("together", contention.together());
                node.put(
                        "accesses",
                        contention.accesses().stream()
                                .map(ExplanationJson::operation)
                                .toList());
            }
        }
        return node;
    }

    /** The latencies and waits of all legs are the latency of the recurrence. */
    private static Map<String, Object> leg(IntervalBounds.Leg leg) {
        Map<String, Object> node = operation(leg.op());
        node.put("latency", leg.latency());
        node.put("wait", leg.rest());
        node.put("waitsFor", leg.reason().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static Map<String, Object> operation(Op op) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("operation", OperationText.of(op));
        node.put("place", op.span().line());
        return node;
    }

    private Map<String, Object> json(Remedy remedy) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("interval", remedy.interval());
        node.put("changes", remedy.changes().stream().map(ExplanationJson::json).toList());
        node.put("cycles", effects.prediction(remedy).cycles());
        node.put("resources", ResourceText.json(remedy.scheduled().size()));
        return node;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> node = new LinkedHashMap<>();
        switch (change) {
            case Change.Layout layout -> {
                node.put("array", layout.array());
                if (layout.edit().partitions() instanceof List<Split> splits) {
                    node.put("partition", json(splits));
                }
                if (layout.edit().reshapes() instanceof List<Split> splits) {
                    node.put("reshape", json(splits));
                }
                if (layout.edit().storage() instanceof StorageKind storage) {
                    node.put("storage", storage.name().toLowerCase(Locale.ROOT));
                }
            }
            case Change.Independence independence -> {
                node.put("parallel", independence.loop());
                node.put("assumed", independence.evidence().reason());
            }
            case Change.Pipelining pipelining -> node.put("pipeline", pipelining.loop());
            case Change.SlowerClock clock -> node.put("megahertz", clock.megahertz());
        }
        return node;
    }

    private static List<Map<String, Object>> json(List<Split> splits) {
        return splits.stream().map(ExplanationJson::json).toList();
    }

    /** As schedule files have it. */
    private static Map<String, Object> json(Split split) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("dim", split.dimension());
        node.put("kind", split.kind().name().toLowerCase(Locale.ROOT));
        if (split.factor() != 0) {
            node.put("factor", split.factor());
        }
        return node;
    }

    private static Map<String, Object> json(BoardRequest request) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("port", OperationText.name(request.port()));
        node.put("access", request.isWrite() ? "store" : "load");
        node.put("elements", request.accesses().size());
        node.put(
                "places",
                request.accesses().stream()
                        .map(access -> access.inner().span().line())
                        .distinct()
                        .toList());
        node.put("loop", request.loop().orElse(""));
        node.put("burst", BoardMemoryText.isBurst(request));
        node.put("pattern", BoardMemoryText.service(request));
        node.put("vitisBurst", request.vendor().burst().isPresent());
        node.put("vitisPattern", BoardMemoryText.vendor(request.vendor()));
        return node;
    }
}
