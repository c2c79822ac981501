package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** A line on the terminal that says what a command is at when that takes long, and for how long already. */
final class WaitingLine implements AutoCloseable {

    /** What is done sooner needs no line. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final String work;
    private final Instant start = Instant.now();
    private final Thread clock;
    private String reached = "";
    private boolean shown;
    private boolean closed;

    private WaitingLine(PrintWriter out, String work) {
        this.out = out;
        this.work = work;
        this.clock = Terminal.everySecond(() -> after(Duration.between(start, Instant.now())));
    }

    /**
     * A line on the terminal behind a writer until it is closed; silent if there is no terminal.
     *
     * @param work such as "scheduling gemm_i8"
     */
    static WaitingLine onTerminal(PrintWriter out, String work) {
        WaitingLine line = new WaitingLine(out, work);
        if (Terminal.isThere()) {
            line.clock.start();
        }
        return line;
    }

    /** A line on a writer that changes only when it is told to. */
    static WaitingLine on(PrintWriter out, String work) {
        return new WaitingLine(out, work);
    }

    /** How far the work has come; the line says so from its next change on. */
    synchronized void reached(String words) {
        reached = ": " + words;
    }

    /** Shows the line, if the work has taken long. */
    synchronized void after(Duration elapsed) {
        if (closed || elapsed.compareTo(PATIENCE) < 0) {
            return;
        }
        out.print(Terminal.CLEAR + "gatesmith: " + work + ", " + elapsed.toSeconds() + " s" + reached);
        out.flush();
        shown = true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.interrupt();
        if (shown) {
            out.print(Terminal.CLEAR);
            out.flush();
        }
    }
}
