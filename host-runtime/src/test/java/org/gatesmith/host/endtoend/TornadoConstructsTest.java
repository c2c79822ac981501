package org.gatesmith.host.endtoend;

import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.tornado.TornadoDevice;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What TornadoVM compiles wrongly or not at all is written so that it equals the JVM, at the edges of the types as well. */
@EnabledIfEnvironmentVariable(
        named = "TORNADOVM_HOME",
        matches = ".+",
        disabledReason = "TORNADOVM_HOME names no TornadoVM; docs/tornadovm.md says how to install it")
class TornadoConstructsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.TornadoConstruct#all")
    void tornadoEqualsTheJvm(TornadoConstruct construct) throws Exception {
        CompiledKernel kernel = construct.compiled();
        try (Device tornado = TornadoDevice.open(kernel);
                Device jvm = new JvmDevice(kernel)) {
            KernelCall call = KernelCall.random(kernel.signature(), "n=999", 1, Contents.EDGES);
            Map<String, Elements> expected = Place.on(jvm).run(call);
            Place.assertEqual("tornado", call, expected, Place.on(tornado).run(call));
        }
    }
}
