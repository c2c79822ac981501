package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatesmith.board.Figures;
import org.gatesmith.hls.explain.FifoThrottle;

/**
 * FIFOs that are too short, in words.
 *
 * @param throttle none if no FIFO is
 */
record ThrottleText(Optional<FifoThrottle> throttle, PredictedCall call) {

    List<String> lines() {
        return throttle.map(this::lines).orElse(List.of());
    }

    private List<String> lines(FifoThrottle found) {
        List<String> lines = new ArrayList<>();
        lines.add("processes wait for room in FIFOs: " + call.text() + " takes "
                + Figures.grouped(found.cycles()) + " cycles, and " + Figures.grouped(found.deeper())
                + " with FIFOs that are deep enough");
        for (FifoThrottle.Depth depth : found.depths()) {
            lines.add("  " + depth.fifo() + " (" + depth.place().line() + ") holds " + depth.now()
                    + (depth.now() == 1 ? " word, " : " words, ") + depth.enough() + " are enough");
        }
        lines.add("  with this in the schedule file: "
                + found.depths().stream()
                        .map(depth -> "\"" + depth.fifo() + "\": {\"depth\": " + depth.enough() + "}")
                        .collect(Collectors.joining(", ", "\"fifos\": {", "}")));
        return lines;
    }

    /** Nothing where no FIFO is too short. */
    Map<String, Object> json() {
        Map<String, Object> node = new LinkedHashMap<>();
        throttle.ifPresent(found -> {
            node.put("size", call.values());
            node.put("cycles", found.cycles());
            node.put("cyclesWithDepths", found.deeper());
            Map<String, Object> depths = new LinkedHashMap<>();
            found.depths().forEach(depth -> depths.put(depth.fifo(), Map.of("depth", depth.enough())));
            node.put("fifos", depths);
        });
        return node;
    }
}
