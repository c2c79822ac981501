package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.host.synthesis.SynthesisProgress;

/** Tells which modules are synthesised: a line for each that is done and, on a terminal, one that changes for those at work. */
final class SynthesisLine implements SynthesisProgress, AutoCloseable {

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
        // Some passes take half a minute; the seconds go on all the same.
        this.clock = Terminal.everySecond(this::show);
    }

    static SynthesisLine to(PrintWriter out) {
        SynthesisLine line = new SynthesisLine(out, Terminal.isThere());
        if (line.visible) {
            line.clock.start();
        }
        return line;
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
            out.print(Terminal.CLEAR);
        }
    }

    @Override
    public synchronized void close() {
        clock.interrupt();
        clear();
        out.flush();
    }
}
