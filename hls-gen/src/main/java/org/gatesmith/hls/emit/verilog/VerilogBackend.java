package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.emit.HeaderComment;
import org.gatesmith.hls.emit.Templates;
import org.gatesmith.hls.emit.verilog.lib.VerilogLibrary;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.rtl.RtlKernel;

/** Writes a scheduled kernel as Verilog-2005, one file per module. */
public final class VerilogBackend {

    private static final String FOLDER = "org/gatesmith/hls/emit/verilog/";

    private final Templates templates = new Templates(FOLDER, "statements.vm");

    /**
     * The modules of the kernel's functions, without a top module: the first one shows memory ports as channels.
     *
     * @param design of integers only
     */
    VerilogModules modules(Design design) {
        ModuleEmission emission = new ModuleEmission(design);
        return new VerilogModules(files(emission.modules()), emission.top());
    }

    /**
     * The kernel with its top module, as a board's design takes it.
     *
     * @param design of integers only
     */
    public RtlKernel kernel(Design design, VerilogOptions options, AxiOptions axi) {
        ModuleEmission emission = new ModuleEmission(design);
        TopModule top = new TopModule(design.signature(), emission.top(), axi);
        String origin = options.generator() + " for " + options.board();
        List<String> comment = new HeaderComment(design.signature(), origin, options.tunables()).lines();
        List<ModuleView> modules = new ArrayList<>(emission.modules());
        Netlist netlist = top.emit();
        netlist.complete();
        modules.addFirst(ModuleLayout.of(netlist, comment));
        return new RtlKernel(
                netlist.name(),
                files(modules),
                top.registers(),
                top.bundles(),
                netlist.watches().all(),
                emission.operators());
    }

    /** A file for every module, and those of the library that they use. */
    private SortedMap<String, String> files(List<ModuleView> modules) {
        SortedMap<String, String> files = new TreeMap<>();
        for (ModuleView module : modules) {
            files.put(module.name() + ".v", templates.render("module.v.vm", Map.of("module", module)));
        }
        files.putAll(VerilogLibrary.neededBy(List.copyOf(files.values())));
        return files;
    }
}
