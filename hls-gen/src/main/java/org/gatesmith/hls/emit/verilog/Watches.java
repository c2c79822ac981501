package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.rtl.Watch;

/** What a module shows to a simulator: what waits, how full FIFOs are, how far loops have come. No part of the hardware. */
final class Watches {

    private static final int COUNTER_BITS = 64;

    private final Netlist netlist;
    private final Map<Key, Shown> shown = new LinkedHashMap<>();
    private final List<Watch> inner = new ArrayList<>();

    private record Key(Watch.Kind kind, String subject, String cause) {}

    /**
     * A signal that is shown.
     *
     * @param terms for a level the number itself, otherwise conditions of which any counts
     */
    record Shown(String name, Watch.Kind kind, List<Term> terms, int line) {

        Term term() {
            return kind == Watch.Kind.LEVEL ? terms.getFirst() : Terms.or(terms);
        }

        boolean isCounter() {
            return switch (kind) {
                case WAITS, LEVEL -> false;
                case PROGRESS, ENTRIES, BUSY, CYCLES -> true;
            };
        }

        int width() {
            return isCounter() ? COUNTER_BITS : term().width();
        }
    }

    Watches(Netlist netlist) {
        this.netlist = netlist;
    }

    /** The subject waits for the cause in cycles with the condition; these are counted too. */
    void waits(Term condition, String subject, String cause, int line) {
        add(Watch.Kind.WAITS, condition, subject, cause, line);
        add(Watch.Kind.CYCLES, condition, subject, cause, line);
    }

    /**
     * What a loop does.
     *
     * @param starts in which cycles it is started
     * @param begins in which cycles an iteration begins
     * @param runs in which cycles it is at work
     */
    void loop(Term starts, Term begins, Term runs, String subject, int line) {
        add(Watch.Kind.ENTRIES, starts, subject, "", line);
        add(Watch.Kind.PROGRESS, begins, subject, "", line);
        add(Watch.Kind.BUSY, runs, subject, "", line);
    }

    /** How full a FIFO is. */
    void level(Term number, String subject) {
        add(Watch.Kind.LEVEL, number, subject, "", 0);
    }

    private void add(Watch.Kind kind, Term term, String subject, String cause, int line) {
        shown.computeIfAbsent(
                        new Key(kind, subject, cause),
                        _ -> new Shown(netlist.fresh("watch"), kind, new ArrayList<>(), line))
                .terms()
                .add(term);
    }

    /** What an instance shows. */
    void addAll(String instance, List<Watch> watches) {
        watches.forEach(watch -> inner.add(watch.within(instance)));
    }

    List<Shown> own() {
        return List.copyOf(shown.values());
    }

    /** Everything, by path from this module on. */
    List<Watch> all() {
        Stream<Watch> own = shown.entrySet().stream()
                .map(entry -> new Watch(
                        entry.getValue().name(),
                        entry.getValue().width(),
                        entry.getKey().kind(),
                        entry.getKey().subject(),
                        entry.getKey().cause(),
                        entry.getValue().line()));
        return Stream.concat(own, inner.stream()).toList();
    }
}
