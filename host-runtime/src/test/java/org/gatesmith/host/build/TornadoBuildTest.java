package org.gatesmith.host.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.endtoend.OpenCl;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.tornado.FpgaKernel;
import org.gatesmith.host.tornado.TornadoDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build says of the OpenCL C that TornadoVM wrote: that a compiler took it, rejected it, or that there is none. */
class TornadoBuildTest {

    private static final String EMPTY_KERNEL = "__kernel void vector_add(__global long *context) {\n}\n";

    @TempDir
    private Path folder;

    private CompiledKernel kernel;

    @BeforeEach
    void compile() throws Exception {
        kernel = KernelCompiler.compile(
                CompileRequest.of(KernelLocator.locate("vector_add").source(), null));
    }

    private String check(String text, Map<String, String> environment) throws Exception {
        FpgaKernel written = new FpgaKernel(TornadoDevice.task(kernel), text);
        return TornadoBuild.check(written, kernel.signature(), environment, folder);
    }

    @Test
    void aTextThatCompilesIsSaidToWithTheDevice() throws Exception {
        OpenCl.assumeInstalled();

        assertThat(check(EMPTY_KERNEL, Map.of()))
                .startsWith("vector_add.cl compiles on ")
                .endsWith("; to run it there and compare: gatesmith run --on tornado-fpga");
    }

    @Test
    void aTextThatDoesNotCompileEndsTheBuildWithTheCompilersWordsAndTheFile() throws Exception {
        OpenCl.assumeInstalled();

        assertThatThrownBy(() -> check(EMPTY_KERNEL + "}\n", Map.of()))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(DeviceFault.COMPILATION))
                .hasMessageContainingAll(
                        "the OpenCL compiler rejects the emitted code",
                        "extraneous closing brace",
                        "the file is " + folder.resolve("vector_add.cl"));
    }

    @Test
    void withoutADriverTheMissingCheckIsSaid() throws Exception {
        assertThat(check(EMPTY_KERNEL, Map.of("OCL_ICD_VENDORS", folder.toString())))
                .startsWith("vector_add.cl was not checked by an OpenCL compiler: ")
                .contains("apt-get install pocl-opencl-icd");
    }
}
