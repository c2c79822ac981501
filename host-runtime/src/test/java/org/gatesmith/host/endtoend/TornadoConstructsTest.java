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
import org.junit.jupiter.params.provider.ValueSource;

/** What TornadoVM compiles wrongly or not at all is written so that it equals the JVM, at the edges of the types as well. */
@EnabledIfEnvironmentVariable(
        named = "TORNADOVM_HOME",
        matches = ".+",
        disabledReason = "TORNADOVM_HOME names no TornadoVM; docs/tornadovm.md says how to install it")
class TornadoConstructsTest {

    @ParameterizedTest
    @ValueSource(strings = {"tornado_ints", "tornado_longs", "tornado_flow"})
    void tornadoEqualsTheJvm(String name) throws Exception {
        String source = "../hls-gen/src/test/resources/tornado/Constructs.java#" + name;
        KernelLocator.Located located = KernelLocator.locate(source);
        CompiledKernel kernel = KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), Map.of(), Schedule.EMPTY, Pipeline.standard()));
        try (Device tornado = TornadoDevice.open(kernel);
                Device jvm = new JvmDevice(kernel)) {
            for (Contents contents : new Contents[] {Contents.EXTREME, Contents.SPREAD}) {
                KernelCall call = KernelCall.random(kernel.signature(), "n=96", 1, contents);
                Map<String, Elements> expected = Place.on(jvm).run(call);
                Place.assertEqual("tornado", call, expected, Place.on(tornado).run(call));
            }
        }
    }
}
