package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Notes when the stages work, in memory that does not grow with the number of tiles. */
final class TimelineRecorder {

    private final long begin = System.nanoTime();
    private final int shift;
    private final Map<StreamStage, Bars> stages = new EnumMap<>(StreamStage.class);
    private long end = begin;
    private long loaded;
    private long toDevice;
    private long fromDevice;
    private long stored;

    /**
     * @param tiles of the problem
     * @param limit bars per stage, at most
     */
    TimelineRecorder(long tiles, int limit) {
        int bits = 0;
        while (tiles >> bits > limit) {
            bits++;
        }
        this.shift = bits;
        int bars = Math.toIntExact((tiles >> bits) + 1);
        for (StreamStage stage : StreamStage.values()) {
            stages.put(stage, new Bars(bars));
        }
    }

    /** Begin, end and working time per bar; a bar that begins at -1 is none. */
    private static final class Bars {

        private final long[] starts;
        private final long[] ends;
        private final long[] busy;

        Bars(int count) {
            starts = new long[count];
            ends = new long[count];
            busy = new long[count];
            java.util.Arrays.fill(starts, -1);
        }

        void add(int bar, long start, long end) {
            starts[bar] = starts[bar] < 0 ? start : Math.min(starts[bar], start);
            ends[bar] = Math.max(ends[bar], end);
            busy[bar] += end - start;
        }
    }

    /** Now, for {@link #worked}. */
    long now() {
        return System.nanoTime();
    }

    /** A stage has worked on a tile from {@code start} until now; several times per tile if need be. */
    void worked(StreamStage stage, long tile, long start) {
        long now = System.nanoTime();
        synchronized (this) {
            bars(stage).add((int) (tile >> shift), start - begin, now - begin);
            end = Math.max(end, now);
        }
    }

    private Bars bars(StreamStage stage) {
        return java.util.Objects.requireNonNull(stages.get(stage));
    }

    synchronized void loaded(long bytes) {
        loaded += bytes;
    }

    synchronized void toDevice(long bytes) {
        toDevice += bytes;
    }

    synchronized void fromDevice(long bytes) {
        fromDevice += bytes;
    }

    synchronized void stored(long bytes) {
        stored += bytes;
    }

    /** Bytes that crossed the link, either way. */
    synchronized long moved() {
        return toDevice + fromDevice;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * What was noted.
     *
     * @param tiles of the problem
     */
    synchronized StageTimeline timeline(long tiles) {
        List<StageTimeline.Bar> all = new ArrayList<>();
        Map<StreamStage, Duration> busy = new EnumMap<>(StreamStage.class);
        for (StreamStage stage : StreamStage.values()) {
            Bars bars = bars(stage);
            long sum = 0;
            for (int i = 0; i < bars.starts.length; i++) {
                if (bars.starts[i] >= 0) {
                    long first = (long) i << shift;
                    long last = Math.min(tiles, (i + 1L) << shift) - 1;
                    all.add(new StageTimeline.Bar(stage, first, last, bars.starts[i], bars.ends[i], bars.busy[i]));
                    sum += bars.busy[i];
                }
            }
            busy.put(stage, Duration.ofNanos(sum));
        }
        return new StageTimeline(
                all,
                1L << shift,
                busy,
                Duration.ofNanos(end - begin),
                new StageTimeline.Bytes(loaded, toDevice, fromDevice, stored));
    }
}
