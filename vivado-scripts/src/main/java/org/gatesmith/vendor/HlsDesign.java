package org.gatesmith.vendor;

import java.util.List;

/**
 * A kernel as the vendor's tools see it: HLS C++ files and the shape of its interface. File names are relative to the
 * folder that the scripts are written into.
 *
 * @param kernelName name of the kernel in the device binary
 * @param topFunction name of the C++ function; equal to {@code kernelName} for a kernel declared {@code extern "C"}
 * @param sources C++ files to synthesise
 * @param headers headers that the sources include
 * @param testBench C++ files and data files of the test bench
 * @param testBenchArguments arguments of the test bench's {@code main}
 * @param ports AXI masters
 * @param scalars scalar arguments, passed through the control port
 * @param clockMegahertz clock the kernel is to run at
 * @param cFlags compiler flags for sources and test bench
 */
public record HlsDesign(
        String kernelName,
        String topFunction,
        List<String> sources,
        List<String> headers,
        List<String> testBench,
        List<String> testBenchArguments,
        List<MemoryPort> ports,
        List<String> scalars,
        double clockMegahertz,
        List<String> cFlags) {

    public HlsDesign {
        Names.requireIdentifier(kernelName);
        Names.requireIdentifier(topFunction);
        sources = List.copyOf(sources);
        headers = List.copyOf(headers);
        testBench = List.copyOf(testBench);
        testBenchArguments = List.copyOf(testBenchArguments);
        ports = List.copyOf(ports);
        scalars = List.copyOf(scalars);
        cFlags = List.copyOf(cFlags);
        List.of(sources, headers, testBench).forEach(files -> files.forEach(Names::requireFile));
        testBenchArguments.forEach(Names::requireWord);
        scalars.forEach(Names::requireIdentifier);
        cFlags.forEach(Names::requireWord);
        if (!(clockMegahertz > 0)) {
            throw new IllegalArgumentException("a clock of " + clockMegahertz + " MHz");
        }
    }

    /** Name of the one instance of the kernel in the device binary: the name {@code v++} gives by itself. */
    public String computeUnit() {
        return kernelName + "_1";
    }
}
