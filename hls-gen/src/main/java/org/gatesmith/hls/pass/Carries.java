package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Loops that carry fewer values. */
final class Carries {

    private Carries() {}

    /** The loop with only the carried values at the given positions. */
    static Op.For keeping(Op.For loop, BitSet kept) {
        List<Value> parameters = new ArrayList<>();
        parameters.add(loop.counter());
        parameters.addAll(chosen(loop.carried(), kept));
        return new Op.For(
                chosen(loop.results(), kept),
                loop.label(),
                loop.lower(),
                loop.relation(),
                loop.bound(),
                loop.step(),
                chosen(loop.initial(), kept),
                new Region(parameters, loop.body().ops(), chosen(loop.body().yields(), kept)),
                loop.directives(),
                loop.span());
    }

    /** The loop with only the carried and the forwarded values at the given positions. */
    static Op.While keeping(Op.While loop, BitSet carried, BitSet forwarded) {
        List<Value> yields = new ArrayList<>();
        yields.add(loop.condition());
        yields.addAll(chosen(loop.forwarded(), forwarded));
        return new Op.While(
                chosen(loop.results(), forwarded),
                loop.label(),
                chosen(loop.initial(), carried),
                new Region(
                        chosen(loop.before().parameters(), carried),
                        loop.before().ops(),
                        yields),
                new Region(
                        chosen(loop.body().parameters(), forwarded),
                        loop.body().ops(),
                        chosen(loop.body().yields(), carried)),
                loop.directives(),
                loop.span());
    }

    /** The values at the given positions. */
    static List<Value> chosen(List<Value> values, BitSet kept) {
        return kept.stream().mapToObj(values::get).toList();
    }
}
