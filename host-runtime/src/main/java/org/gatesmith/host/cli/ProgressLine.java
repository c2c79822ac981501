package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.ProgressCount;

/** A line on the terminal that tells how far a run has come; a few times a second, and only where somebody can read it. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long NANOS_BETWEEN = 200_000_000L;

    /** Short runs are over before a line could be read. */
    private static final long NANOS_BEFORE_FIRST = 700_000_000L;

    /** Weight of the newest rate: a jump has died down after some ten updates. */
    private static final double SMOOTHING = 0.2;

    private final PrintWriter out;
    private final boolean visible;
    private long next = NANOS_BEFORE_FIRST;
    private ProgressCount last = new ProgressCount(0, 0, 0, 0, 0, 0, Duration.ZERO);
    private double tilesPerSecond;
    private double bytesPerSecond;
    private boolean shown;

    private ProgressLine(PrintWriter out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    /** A line on the terminal behind a writer; silent if it is none. */
    static ProgressLine onTerminal(PrintWriter out) {
        return new ProgressLine(out, Terminal.isThere());
    }

    /** A line on a writer, terminal or not. */
    static ProgressLine on(PrintWriter out) {
        return new ProgressLine(out, true);
    }

    /** No line. */
    static ProgressLine silent() {
        return new ProgressLine(new PrintWriter(java.io.Writer.nullWriter()), false);
    }

    @Override
    public synchronized void advanced(ProgressCount count) {
        long now = count.elapsed().toNanos();
        if (!visible || count.tiles() < 2 || now < next) {
            return;
        }
        next = now + NANOS_BETWEEN;
        measure(count);
        out.print(Terminal.CLEAR + text(count));
        out.flush();
        shown = true;
    }

    private void measure(ProgressCount count) {
        double seconds = count.elapsed().minus(last.elapsed()).toNanos() / 1e9;
        double weight = shown ? SMOOTHING : 1;
        tilesPerSecond += weight * ((count.run() - last.run()) / seconds - tilesPerSecond);
        bytesPerSecond += weight * ((count.bytes() - last.bytes()) / seconds - bytesPerSecond);
        last = count;
    }

    private String text(ProgressCount count) {
        long done = count.skipped() + count.run();
        return String.format(
                Locale.ROOT,
                "%d of %d tiles (%.0f%%), %s, %s",
                done,
                count.tiles(),
                100.0 * done / count.tiles(),
                rate(bytesPerSecond),
                left(count.left()));
    }

    private String left(long tiles) {
        if (!(tilesPerSecond > 0)) {
            return "time left unknown";
        }
        long seconds = Math.round(tiles / tilesPerSecond);
        return seconds < 60
                ? seconds + " s left"
                : String.format(Locale.ROOT, "%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String rate(double bytesPerSecond) {
        return bytesPerSecond < 1e9
                ? String.format(Locale.ROOT, "%.1f MB/s", bytesPerSecond / 1e6)
                : String.format(Locale.ROOT, "%.2f GB/s", bytesPerSecond / 1e9);
    }

    /** Removes the line, so that what is printed next starts on an empty one. */
    synchronized void clear() {
        if (shown) {
            out.print(Terminal.CLEAR);
            out.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
