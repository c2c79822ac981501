package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.LoopSchedule;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;

/**
 * The schedule of a loop as attributes: {@code xcl_pipeline_loop}, {@code opencl_unroll_hint}, {@code xcl_loop_tripcount}
 * (UG1393, "OpenCL Attributes"; the unroll hint also OpenCL C 2.0, 6.11.5).
 */
final class LoopAttributes {

    private LoopAttributes() {}

    static List<Statement> of(Op loop) {
        LoopDirectives directives = LoopSchedule.directives(loop);
        List<Statement> attributes = new ArrayList<>();
        if (directives.isPipelined()) {
            attributes.add(new Statement.Attribute("xcl_pipeline_loop(" + directives.pipelineInterval() + ")"));
        }
        if (directives.isCompletelyUnrolled()) {
            attributes.add(new Statement.Attribute("opencl_unroll_hint"));
        } else if (directives.unrollFactor() > 1) {
            attributes.add(new Statement.Attribute("opencl_unroll_hint(" + directives.unrollFactor() + ")"));
        }
        LoopDirectives.TripCount trips = directives.tripCount();
        if (trips != null) {
            attributes.add(new Statement.Attribute(
                    "xcl_loop_tripcount(" + trips.min() + ", " + trips.max() + ", " + trips.typical() + ")"));
        }
        return attributes;
    }
}
