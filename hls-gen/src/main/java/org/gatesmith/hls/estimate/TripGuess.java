package org.gatesmith.hls.estimate;

import org.gatesmith.hls.diag.Span;

/**
 * Iterations that a prediction took for a loop with a condition whose number data decide.
 *
 * @param label of the loop, as schedule files name it
 * @param iterations of each entry
 */
public record TripGuess(String label, Span span, long iterations) {

    /** In words, with what tells better. */
    public String text() {
        String place = span.isKnown() ? " (" + span.line() + ")" : "";
        return "data decide how often loop '" + label + "'" + place + " runs: it was counted with " + iterations
                + (iterations == 1 ? " iteration" : " iterations") + " each time; in a schedule file \"loops\": {\""
                + label
                + "\": {\"tripCount\": {\"min\": …, \"max\": …, \"typical\": …}}} tells better";
    }
}
