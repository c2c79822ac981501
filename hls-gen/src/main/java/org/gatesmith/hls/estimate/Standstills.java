package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.List;

/** Cycles in which something stands still. */
final class Standstills {

    /** Apart from each other, in order. */
    private final List<Span> spans = new ArrayList<>();

    private record Span(long from, long to) {}

    /** The first cycle from a given one on that is not one of them. */
    long free(long cycle) {
        long free = cycle;
        for (Span span : spans) {
            if (span.from() > free) {
                break;
            }
            free = Math.max(free, span.to());
        }
        return free;
    }

    /** When someone who moves in every other cycle, from a given one on, has moved so many times. */
    long after(long cycle, int moves) {
        long at = cycle;
        long left = moves;
        for (Span span : spans) {
            if (left == 0 || span.from() >= at + left) {
                break;
            }
            if (span.to() > at) {
                left -= Math.max(0, span.from() - at);
                at = span.to();
            }
        }
        return at + left;
    }

    /** Adds the cycles from one up to another, without that. */
    void add(long from, long to) {
        if (from >= to) {
            return;
        }
        long first = from;
        long last = to;
        int place = 0;
        while (place < spans.size() && spans.get(place).from() <= last) {
            Span span = spans.get(place);
            if (span.to() < first) {
                place++;
            } else {
                first = Math.min(first, span.from());
                last = Math.max(last, span.to());
                spans.remove(place);
            }
        }
        spans.add(place, new Span(first, last));
    }

    /** Forgets those before a cycle. */
    void forget(long before) {
        while (!spans.isEmpty() && spans.getFirst().to() <= before) {
            spans.removeFirst();
        }
    }
}
