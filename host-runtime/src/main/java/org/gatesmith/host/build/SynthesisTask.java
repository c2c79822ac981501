package org.gatesmith.host.build;

import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.design.ModuleDesign;

/**
 * What to synthesise.
 *
 * @param folder of the files
 * @param files Verilog files, from the folder on
 * @param top the module that everything is in
 * @param kept modules that stay as they are, once for all instances: pipelined operators, of which a kernel may have hundreds
 */
public record SynthesisTask(Path folder, List<String> files, String top, List<String> kept) {

    public SynthesisTask {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
    }

    /**
     * A kernel.
     *
     * @param written files that were written to the folder, others than Verilog included
     */
    public static SynthesisTask of(VerilogKernel kernel, Path folder, List<String> written) {
        String top = kernel.rtl().top();
        List<String> operators = kernel.design().modules().stream()
                .filter(ModuleDesign.Core.class::isInstance)
                .map(module -> top + "_" + module.function().name())
                .filter(module -> kernel.rtl().files().containsKey(module + ".v"))
                .toList();
        return new SynthesisTask(
                folder, written.stream().filter(file -> file.endsWith(".v")).toList(), top, operators);
    }

    /** The commands for Yosys. */
    String script() {
        String keep = kept.isEmpty() ? "" : "setattr -mod -set keep_hierarchy 1 " + String.join(" ", kept) + "; ";
        return "read_verilog " + String.join(" ", files) + "; " + keep
                + "synth_xilinx -family xcup -flatten -noiopad -top " + top + "; stat";
    }
}
