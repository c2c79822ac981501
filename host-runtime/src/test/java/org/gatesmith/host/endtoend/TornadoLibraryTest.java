package org.gatesmith.host.endtoend;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.tornado.TornadoDevice;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TornadoVM computes what the JVM does, for every kernel of the library; those with FIFOs in their sequential form. */
@EnabledIfEnvironmentVariable(
        named = "TORNADOVM_HOME",
        matches = ".+",
        disabledReason = "TORNADOVM_HOME names no TornadoVM; docs/tornadovm.md says how to install it")
class TornadoLibraryTest {

    /** Sizes of every kernel that are tried, from the front of its list. */
    private static final int CALLS = Integer.getInteger("gatesmith.tornado.calls", 4);

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#all")
    void tornadoEqualsTheJvm(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        try (Device tornado = TornadoDevice.open(compiled);
                Device jvm = new JvmDevice(compiled)) {
            List<String> sizes = kernel.sizes();
            for (int i = 0; i < CALLS; i++) {
                String size = sizes.get((sizes.size() - 1 - i * 3 % sizes.size() + sizes.size()) % sizes.size());
                Contents contents = i % 2 == 0 ? Contents.SPREAD : Contents.EXTREME;
                KernelCall call = KernelCall.random(compiled.signature(), size, i, contents);
                Map<String, Elements> expected = Place.on(jvm).run(call);
                Place.assertEqual("tornado", call, expected, Place.on(tornado).run(call));
            }
        }
    }
}
