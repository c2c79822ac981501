package org.gatesmith.host.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.hls.dependence.PortAccess;
import org.gatesmith.hls.estimate.OperationText;
import org.gatesmith.hls.explain.BoardRequest;
import org.gatesmith.hls.explain.BoardRequest.Cause;
import org.gatesmith.hls.explain.BoardRequest.Gap;
import org.gatesmith.hls.explain.BoardRequest.Inference;
import org.gatesmith.hls.explain.BoardRequest.Service;

/** What becomes of accesses to board memory, in words. */
record BoardMemoryText(List<BoardRequest> requests) {

    private static final String INDENT = "  ";

    private static final String WHILE_FIFOS_GO_ON =
            ", as long as no FIFO makes the loop wait: a burst ends where it does";

    /** Of a Java array. */
    private static final BigInteger MOST_ELEMENTS = BigInteger.valueOf(Integer.MAX_VALUE);

    /** A line for each request, and another one where Vitis HLS does otherwise. */
    List<String> lines() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (BoardRequest request : requests) {
            String vendor = isBurst(request) == request.vendor().burst().isPresent()
                    ? ""
                    : System.lineSeparator() + INDENT.repeat(2) + "Vitis HLS: " + vendor(request.vendor());
            counts.merge(INDENT + what(request) + where(request) + ": " + service(request) + vendor, 1, Integer::sum);
        }
        return new ArrayList<>(counts.keySet());
    }

    /** Whether beats travel together. */
    static boolean isBurst(BoardRequest request) {
        return request.service() instanceof Service.Bursts;
    }

    private static String what(BoardRequest request) {
        String places = request.accesses().stream()
                .map(access -> access.inner().span().line())
                .distinct()
                .collect(Collectors.joining(", "));
        int elements = request.accesses().size();
        return (request.isWrite() ? "store " : "load ") + OperationText.name(request.port())
                + (elements == 1 ? "" : ", " + elements + " elements")
                + (request.isConditional() ? " if" : "") + " (" + places + ")";
    }

    private static String where(BoardRequest request) {
        return request.loop().map(loop -> " in loop " + loop).orElse("");
    }

    /** What the hardware does. */
    static String service(BoardRequest request) {
        String gaps = request.isConditional() ? "; left out where its condition fails" : "";
        return switch (request.service()) {
            case Service.Bursts bursts ->
                "bursts of up to " + bursts.beats() + " beats of " + bursts.beatBytes() + " bytes"
                        + elements(request.pattern()) + (bursts.awaitsFifo() ? WHILE_FIFOS_GO_ON : "") + gaps;
            case Service.Beats beats ->
                "no burst: " + gap(beats.gap()) + "; each beat of " + beats.beatBytes() + " bytes is "
                        + once(request, beats) + elements(request.pattern()) + gaps;
            case Service.Alone alone -> "no burst: " + cause(request, alone.cause()) + gaps;
        };
    }

    private static String gap(Gap gap) {
        return switch (gap) {
            case Gap.SameElement _ -> "every iteration reads the same element";
            case Gap.Held _ -> "several iterations read the same element before the next one";
            case Gap.OneBeat _ -> "the loop stays within a beat";
            case Gap.Falling _ -> "addresses fall";
            case Gap.OneByOne _ -> "the loop is not pipelined, so that requests come one by one";
            case Gap.Waiting _ -> "the loop waits for what it reads between one beat and the next";
            case Gap.Later(var cycles) -> "the next beat follows after " + cycles + " cycles, not in the next";
        };
    }

    private static String once(BoardRequest request, Service.Beats beats) {
        if (beats.gap() instanceof Gap.Held) {
            return beats.isAhead() ? "read once, ahead" : "read once, when it is needed";
        }
        String served = beats.iterations() == 0
                ? "for all iterations"
                : beats.iterations() == 1 ? "for one iteration" : "for " + beats.iterations() + " iterations";
        String when = beats.isAhead() ? ", ahead" : ", when it is needed";
        return (request.isWrite() ? "written once " : "read once ") + served + (request.isWrite() ? "" : when);
    }

    private static String elements(PortAccess.Pattern pattern) {
        return pattern instanceof PortAccess.Burst burst ? elements(burst) : "";
    }

    /** How many in a row, as far as that is known. */
    private static String elements(PortAccess.Burst burst) {
        List<String> known = new ArrayList<>();
        if (burst.length().isPresent()) {
            known.add(burst.length().get() + " elements in a row");
        } else {
            burst.longest()
                    .filter(elements -> elements.compareTo(MOST_ELEMENTS) < 0)
                    .ifPresent(elements -> known.add("up to " + elements + " elements in a row"));
        }
        if (burst.alignment().compareTo(BigInteger.ONE) > 0) {
            known.add("from a multiple of " + burst.alignment());
        }
        return known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
    }

    private static String cause(BoardRequest request, Cause cause) {
        boolean write = request.isWrite();
        return switch (cause) {
            case Cause.Stride(var elements) ->
                elements == 0
                        ? "every iteration writes the same element"
                        : (request.pattern() instanceof PortAccess.Held
                                        ? "from one element to the next"
                                        : "from one iteration to the next")
                                + " it goes " + elements + " elements, to another beat";
            case Cause.Unknown(var reason, var place) ->
                reason.map(words -> words + ExplanationText.because(place) + "; ")
                                .orElse("")
                        + (write
                                ? "what lies next to the write before joins it"
                                : "a beat is read unless it is the one read last");
            case Cause.Turns(var number) ->
                number + " requests of an iteration take turns at the "
                        + (write ? "writer" : "reader, and each reads its beat anew");
            case Cause.Forgotten _ -> "memory may have been written since, so each iteration reads its beat anew";
            case Cause.Settled _ -> "the loop also reads the array, and waits for that until each write is in memory";
            case Cause.Late(var cycles, var pause) ->
                "writes are " + cycles + " cycles apart or more, and a burst ends when none comes for " + pause;
            case Cause.Once _ -> "it is in no loop";
        };
    }

    /** What the vendor's compiler does. */
    static String vendor(Inference inference) {
        return inference
                .burst()
                .map(burst -> "a burst" + elements(burst))
                .orElseGet(() -> "no burst: " + inference.reason() + ExplanationText.because(inference.place()));
    }
}
