package org.gatesmith.hls.range;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the parts of a program that are reached from several places: the contents of memories and the results of
 * functions.
 *
 * @param contents by memory
 * @param results by function
 */
record Summaries(Map<Value, IntRange> contents, Map<String, List<IntRange>> results) {

    /** Nothing was ever written or returned. */
    static Summaries nothing() {
        return new Summaries(new IdentityHashMap<>(), new HashMap<>());
    }

    IntRange contents(Value memory) {
        return contents.getOrDefault(memory, IntRange.NONE);
    }

    IntRange result(Function function, int index) {
        List<IntRange> known = results.get(function.name());
        return known == null ? IntRange.NONE : known.get(index);
    }

    /** Combines two sets of integers. */
    @FunctionalInterface
    interface Combination {
        IntRange of(IntRange mine, IntRange other);
    }

    Summaries combine(Summaries other, Combination combination) {
        Map<Value, IntRange> newContents = new IdentityHashMap<>();
        other.contents.forEach((memory, range) -> newContents.put(memory, combination.of(contents(memory), range)));
        Map<String, List<IntRange>> newResults = new HashMap<>();
        other.results.forEach(
                (function, ranges) -> newResults.put(function, combined(results.get(function), ranges, combination)));
        return new Summaries(newContents, newResults);
    }

    private static List<IntRange> combined(
            @Nullable List<IntRange> mine, List<IntRange> other, Combination combination) {
        return IntStream.range(0, other.size())
                .mapToObj(i -> combination.of(mine == null ? IntRange.NONE : mine.get(i), other.get(i)))
                .toList();
    }

    /** Whether everything that {@code next} says is already said here. */
    boolean covers(Summaries next) {
        boolean memories = next.contents.entrySet().stream()
                .allMatch(entry -> entry.getValue().isWithin(contents(entry.getKey())));
        return memories
                && next.results.entrySet().stream().allMatch(entry -> coversResults(entry.getKey(), entry.getValue()));
    }

    private boolean coversResults(String function, List<IntRange> ranges) {
        List<IntRange> mine = results.get(function);
        for (int i = 0; i < ranges.size(); i++) {
            if (!ranges.get(i).isWithin(mine == null ? IntRange.NONE : mine.get(i))) {
                return false;
            }
        }
        return true;
    }
}
