package org.gatesmith.host.endtoend;

import java.util.Map;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.tornado.TornadoDevice;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What TornadoVM compiles wrongly or not at all is written so that it equals the JVM, at the edges of the types as well. */
@EnabledIfEnvironmentVariable(
        named = "TORNADOVM_HOME",
        matches = ".+",
        disabledReason = "TORNADOVM_HOME names no TornadoVM; docs/tornadovm.md says how to install it")
class TornadoConstructsTest {

    @ParameterizedTest
    @CsvSource({
        "IntegerConstructs, tornado_ints",
        "IntegerConstructs, tornado_wraps",
        "LongConstructs, tornado_longs",
        "FlowConstructs, tornado_flow",
        "ArrayConstructs, tornado_arrays",
        "FloatConstructs, tornado_floats",
        "DoubleConstructs, tornado_doubles",
        "DoubleConstructs, tornado_fused",
        "ApproximateConstructs, tornado_approximate",
        "ParallelConstructs, tornado_two_loops",
        "ParallelConstructs, tornado_strided",
        "ParallelConstructs, tornado_items"
    })
    void tornadoEqualsTheJvm(String file, String name) throws Exception {
        String source = "../hls-gen/src/test/resources/tornado/" + file + ".java#" + name;
        KernelLocator.Located located = KernelLocator.locate(source);
        CompiledKernel kernel = KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), Map.of(), Schedule.EMPTY, Pipeline.standard()));
        try (Device tornado = TornadoDevice.open(kernel);
                Device jvm = new JvmDevice(kernel)) {
            KernelCall call = KernelCall.random(kernel.signature(), "n=999", 1, Contents.EDGES);
            Map<String, Elements> expected = Place.on(jvm).run(call);
            Place.assertEqual("tornado", call, expected, Place.on(tornado).run(call));
        }
    }
}
