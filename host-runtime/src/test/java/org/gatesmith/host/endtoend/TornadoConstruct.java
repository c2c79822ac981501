package org.gatesmith.host.endtoend;

import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.host.kernel.KernelLocator;

/**
 * A kernel full of what TornadoVM compiles wrongly or not at all.
 *
 * @param file in the test resources of the compiler, without its ending
 */
record TornadoConstruct(String file, String name) {

    static Stream<TornadoConstruct> all() {
        return Stream.of(
                new TornadoConstruct("IntegerConstructs", "tornado_ints"),
                new TornadoConstruct("IntegerConstructs", "tornado_wraps"),
                new TornadoConstruct("LongConstructs", "tornado_longs"),
                new TornadoConstruct("FlowConstructs", "tornado_flow"),
                new TornadoConstruct("ArrayConstructs", "tornado_arrays"),
                new TornadoConstruct("FloatConstructs", "tornado_floats"),
                new TornadoConstruct("DoubleConstructs", "tornado_doubles"),
                new TornadoConstruct("DoubleConstructs", "tornado_fused"),
                new TornadoConstruct("ApproximateConstructs", "tornado_approximate"),
                new TornadoConstruct("ParallelConstructs", "tornado_two_loops"),
                new TornadoConstruct("ParallelConstructs", "tornado_strided"),
                new TornadoConstruct("ParallelConstructs", "tornado_items"));
    }

    CompiledKernel compiled() throws Exception {
        String source = "../hls-gen/src/test/resources/tornado/" + file + ".java#" + name;
        KernelLocator.Located located = KernelLocator.locate(source);
        return KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), Map.of(), Schedule.EMPTY, Pipeline.standard()));
    }

    @Override
    public String toString() {
        return name;
    }
}
