package org.gatesmith.hls.emit.verilog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.Templates;

/** Writes a scheduled kernel as Verilog-2005, one file per module. */
public final class VerilogBackend {

    private static final String FOLDER = "org/gatesmith/hls/emit/verilog/";

    private final Templates templates = new Templates(FOLDER, "statements.vm");

    /**
     * The modules of the kernel's functions, without a top module: the first one shows memory ports as channels.
     *
     * @param design of integers only
     */
    public VerilogModules modules(Design design, VerilogOptions options) {
        ModuleEmission emission = new ModuleEmission(design, options);
        Map<String, String> files = new LinkedHashMap<>();
        for (ModuleView module : emission.modules()) {
            files.put(module.name() + ".v", templates.render("module.v.vm", Map.of("module", module)));
        }
        return new VerilogModules(new EmittedSources(files), LibraryModules.usedBy(files.values()), emission.top());
    }
}
