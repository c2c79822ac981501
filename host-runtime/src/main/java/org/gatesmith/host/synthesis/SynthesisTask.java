package org.gatesmith.host.synthesis;

import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.VerilogKernel;

/**
 * What to synthesise.
 *
 * @param folder of the files
 * @param files Verilog files, from the folder on
 * @param top the module that everything is in
 */
public record SynthesisTask(Path folder, List<String> files, String top) {

    public SynthesisTask {
        files = List.copyOf(files);
    }

    /**
     * A kernel.
     *
     * @param written files that were written to the folder, others than Verilog included
     */
    public static SynthesisTask of(VerilogKernel kernel, Path folder, List<String> written) {
        return new SynthesisTask(
                folder,
                written.stream().filter(file -> file.endsWith(".v")).toList(),
                kernel.rtl().top());
    }
}
