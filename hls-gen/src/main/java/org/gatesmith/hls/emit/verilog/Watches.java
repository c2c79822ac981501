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

    private record Key(Watch.Kind kind, String text) {}

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
            return kind == Watch.Kind.PROGRESS || kind == Watch.Kind.CYCLES;
        }

        int width() {
            return isCounter() ? COUNTER_BITS : term().width();
        }
    }

    Watches(Netlist netlist) {
        this.netlist = netlist;
    }

    /** Something waits in cycles with the condition; these are counted too. */
    void waits(Term condition, String text, int line) {
        add(Watch.Kind.WAITS, condition, text, line);
        add(Watch.Kind.CYCLES, condition, text, line);
    }

    /** Something is done once in every cycle with the condition. */
    void progress(Term condition, String text, int line) {
        add(Watch.Kind.PROGRESS, condition, text, line);
    }

    /** Something goes on in cycles with the condition. */
    void cycles(Term condition, String text, int line) {
        add(Watch.Kind.CYCLES, condition, text, line);
    }

    /** A number that goes up and down. */
    void level(Term number, String text, int line) {
        add(Watch.Kind.LEVEL, number, text, line);
    }

    private void add(Watch.Kind kind, Term term, String text, int line) {
        shown.computeIfAbsent(
                        new Key(kind, text), _ -> new Shown(netlist.fresh("watch"), kind, new ArrayList<>(), line))
                .terms()
                .add(term);
    }

    /** What an instance shows. */
    void addAll(String instance, List<Watch> watches) {
        watches.forEach(watch -> inner.add(
                new Watch(instance + "." + watch.path(), watch.width(), watch.kind(), watch.text(), watch.line())));
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
                        entry.getKey().text(),
                        entry.getValue().line()));
        return Stream.concat(own, inner.stream()).toList();
    }
}
