package org.gatesmith.host.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.host.synthesis.SynthesisProgress;

/** Tells which modules are synthesised: a line for each that is done and, on a terminal, one that changes for those at work. */
final class SynthesisLine implements SynthesisProgress, AutoCloseable {

    /** Clears the line from the cursor on (ECMA-48, erase in line). */
    private static final String CLEAR = "\r\u001b[K";

    /** Some passes take half a minute; the seconds go on all the same. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final boolean visible;
    private final Instant start = Instant.now();
    private final Thread clock;
    private final Map<String, String> working = new LinkedHashMap<>();
    private int parts = 1;
    private int finished;

    private SynthesisLine(PrintWriter out, boolean visible) {
        this.out = out;
        this.visible = visible;
        this.clock = Thread.ofVirtual().unstarted(this::tick);
    }

    @SuppressWarnings("SystemConsoleNull") // null again from JDK 25 on where there is no terminal
    static SynthesisLine to(PrintWriter out) {
        Console console = System.console();
        SynthesisLine line = new SynthesisLine(out, console != null && console.isTerminal());
        if (line.visible) {
            line.clock.start();
        }
        return line;
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK);
                show();
            }
        } catch (InterruptedException _) {
            // synthesis has ended
        }
    }

    @Override
    public synchronized void cut(int count) {
        working.clear();
        parts = count;
    }

    @Override
    public synchronized void works(String module, String pass) {
        working.put(module, pass);
    }

    @Override
    public synchronized void done(String module) {
        working.remove(module);
        finished++;
        clear();
        out.println("gatesmith: synthesised " + finished + " of " + parts + ", " + module + ", after " + seconds());
        out.flush();
    }

    private synchronized void show() {
        clear();
        String passes = working.entrySet().stream()
                .map(work -> work.getKey() + " (" + work.getValue() + ")")
                .collect(Collectors.joining(", "));
        out.print("synthesis: " + finished + " of " + parts + " done, " + seconds() + ": " + passes);
        out.flush();
    }

    private String seconds() {
        return Duration.between(start, Instant.now()).toSeconds() + " s";
    }

    private void clear() {
        if (visible) {
            out.print(CLEAR);
        }
    }

    @Override
    public synchronized void close() {
        clock.interrupt();
        clear();
        out.flush();
    }
}
