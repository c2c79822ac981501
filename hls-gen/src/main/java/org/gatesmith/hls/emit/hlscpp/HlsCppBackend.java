package org.gatesmith.hls.emit.hlscpp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.LineBreaks;
import org.gatesmith.hls.emit.Templates;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/** Writes a kernel as HLS C++ for Vitis: header, source, test bench, and {@code java_semantics.h} where it is needed. */
public final class HlsCppBackend {

    private static final String FOLDER = "org/gatesmith/hls/emit/hlscpp/";

    private final Templates templates = Templates.ofC(FOLDER);

    /**
     * The source files of a kernel.
     *
     * @param program a verified program whose first function is the kernel
     * @param signature the kernel's parameters, in the order of the function's
     */
    public EmittedSources emit(Program program, KernelSignature signature, HlsOptions options) {
        KernelFile kernel = new KernelFile(program, signature, options);
        Map<String, Object> model = kernel.model();
        Map<String, String> files = new LinkedHashMap<>();
        String name = signature.name();
        files.put(name + ".h", LineBreaks.wrapped(templates.render("kernel.h.vm", model)));
        String source = LineBreaks.wrapped(templates.render("kernel.cpp.vm", model));
        files.put(name + ".cpp", source);
        files.put(
                name + "_tb.cpp",
                LineBreaks.wrapped(templates.render("testbench.cpp.vm", new TestBench(signature, options).model())));
        if (source.contains(SupportHeader.NAME)) {
            files.put(SupportHeader.NAME, SupportHeader.text());
        }
        return new EmittedSources(files);
    }
}
