package org.gatesmith.hls.scheduler;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.operators.Operators;

/**
 * What a lowered program takes at the least, however it is scheduled. It is found by counting, in a fraction of the time that
 * scheduling takes, so that what is far too large for a board can be refused at once.
 *
 * @param resources no estimate of a schedule is below; without what joins the kernel to board memory and the host
 * @param places what operators and arrays take of that, by their places in the source
 * @param operations that would have to be scheduled
 */
record LeastSize(Resources resources, Map<Span, Resources> places, long operations) {

    static final LeastSize NONE = new LeastSize(Resources.NONE, Map.of(), 0);

    LeastSize {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    static LeastSize of(Program program, Operators operators, LazyAnalysis analysis) {
        Map<String, LeastSize> sizes = new HashMap<>();
        Map<String, ModuleDesign.Core> cores = new HashMap<>();
        for (Function function : program.functions().reversed()) {
            ModuleContext context = new ModuleContext(
                    function,
                    operators,
                    MemoryBinder.bind(program, function, operators),
                    cores,
                    /* boardReadLatency= */ 1,
                    analysis);
            UnsharedParts parts = new UnsharedParts(context, sizes);
            LeastSize size = ModuleScheduler.isCore(program, function) ? parts.core() : parts.module();
            sizes.put(function.name(), size);
            if (ModuleScheduler.isCore(program, function)) {
                cores.put(function.name(), parts.core(size));
            }
        }
        return sizes.getOrDefault(program.top().name(), NONE);
    }
}
