package org.gatesmith.host.run;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gatesmith.host.stream.StreamOptions.OnMismatch;
import org.gatesmith.host.stream.Verification;

/**
 * How a problem is run; what no one chose is as in {@link #DEFAULT}.
 *
 * @param seed of random inputs, and of the choice of a sample to verify
 * @param timeLimit longest time that one call of the kernel may take
 * @param verification which results to compare
 * @param expectedFrom what to compare them with
 * @param tiles extents per tile, by scalar, that are not left to the planner
 * @param depth tiles under way between two stages, if not left to the planner
 * @param hostBytes most that the ring of buffers may take of the host's memory, if not left to the planner
 * @param onMismatch whether a wrong result ends the run
 * @param profiling of the tiles that are verified
 */
public record RunOptions(
        long seed,
        Duration timeLimit,
        Verification verification,
        ExpectedFrom expectedFrom,
        Map<String, Long> tiles,
        OptionalInt depth,
        OptionalLong hostBytes,
        OnMismatch onMismatch,
        Profiling profiling) {

    /** Seed 1, ten minutes per call, everything compared with the JVM, tiles as the planner likes. */
    public static final RunOptions DEFAULT = new RunOptions(
            1,
            Duration.ofMinutes(10),
            new Verification.All(),
            ExpectedFrom.JVM,
            Map.of(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            OnMismatch.CONTINUE,
            Profiling.OFF);

    public RunOptions {
        tiles = Map.copyOf(tiles);
    }

    public RunOptions withSeed(long chosen) {
        return new RunOptions(
                chosen, timeLimit, verification, expectedFrom, tiles, depth, hostBytes, onMismatch, profiling);
    }

    public RunOptions withTimeLimit(Duration limit) {
        return new RunOptions(seed, limit, verification, expectedFrom, tiles, depth, hostBytes, onMismatch, profiling);
    }

    /** With another choice of what is compared, and with what. */
    public RunOptions withVerification(Verification chosen, ExpectedFrom from) {
        return new RunOptions(seed, timeLimit, chosen, from, tiles, depth, hostBytes, onMismatch, profiling);
    }

    /** With sizes of tiles, by scalar, that the planner keeps. */
    public RunOptions withTiles(Map<String, Long> fixed) {
        return new RunOptions(
                seed, timeLimit, verification, expectedFrom, fixed, depth, hostBytes, onMismatch, profiling);
    }

    /** With a depth that the planner keeps; empty leaves it the choice. */
    public RunOptions withDepth(OptionalInt fixed) {
        return new RunOptions(
                seed, timeLimit, verification, expectedFrom, tiles, fixed, hostBytes, onMismatch, profiling);
    }

    /** With a share of the host's memory; empty leaves it to the planner. */
    public RunOptions withHostBytes(OptionalLong bytes) {
        return new RunOptions(seed, timeLimit, verification, expectedFrom, tiles, depth, bytes, onMismatch, profiling);
    }

    public RunOptions with(OnMismatch reaction) {
        return new RunOptions(
                seed, timeLimit, verification, expectedFrom, tiles, depth, hostBytes, reaction, profiling);
    }

    public RunOptions with(Profiling chosen) {
        return new RunOptions(seed, timeLimit, verification, expectedFrom, tiles, depth, hostBytes, onMismatch, chosen);
    }
}
