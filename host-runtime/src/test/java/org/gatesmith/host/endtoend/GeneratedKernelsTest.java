package org.gatesmith.host.endtoend;

import static org.gatesmith.host.endtoend.GeneratedKernels.agree;
import static org.gatesmith.host.endtoend.GeneratedKernels.count;

import java.util.concurrent.TimeUnit;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random kernels compute the same bits in the interpreter after every pass, in C simulation and on OpenCL. */
@Timeout(value = 12, unit = TimeUnit.HOURS) // thousands of them are a night's work
class GeneratedKernelsTest {

    @Test
    void generatedKernelsAgreeAfterEveryPass() {
        agree(count(150), (kernel, calls, expected) -> {
            GeneratedKernels.compare("front end", Place.interpreting(kernel.accepted()), calls, expected);
            GeneratedKernels.afterEveryPass(Pipeline.standard(), kernel.accepted(), calls, expected);
        });
    }

    @Test
    void generatedKernelsAgreeInCSimulation() {
        agree(count(10), (kernel, calls, expected) -> GeneratedKernels.onDevice("csim", kernel, calls, expected));
    }

    @Test
    void generatedKernelsAgreeOnOpenCl() throws Exception {
        OpenCl.assumeInstalled();
        agree(count(10), (kernel, calls, expected) -> GeneratedKernels.onDevice("opencl", kernel, calls, expected));
    }
}
