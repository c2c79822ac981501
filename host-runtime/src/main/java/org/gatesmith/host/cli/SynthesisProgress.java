package org.gatesmith.host.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A line on the terminal that tells which pass of synthesis runs; nothing where nobody can read it. */
final class SynthesisProgress implements Consumer<String>, AutoCloseable {

    /** Clears the line from the cursor on (ECMA-48, erase in line). */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean visible;
    private final Instant start = Instant.now();

    private SynthesisProgress(PrintWriter out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    @SuppressWarnings("SystemConsoleNull") // null again from JDK 25 on where there is no terminal
    static SynthesisProgress onTerminal(PrintWriter out) {
        Console console = System.console();
        return new SynthesisProgress(out, console != null && console.isTerminal());
    }

    @Override
    public void accept(String pass) {
        if (visible) {
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            out.print(CLEAR + "synthesis: " + pass + ", " + seconds + " s");
            out.flush();
        }
    }

    @Override
    public void close() {
        if (visible) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
