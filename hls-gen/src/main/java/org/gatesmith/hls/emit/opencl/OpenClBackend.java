package org.gatesmith.hls.emit.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.LineBreaks;
import org.gatesmith.hls.emit.Templates;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/** Writes a kernel as one file of OpenCL C 1.2. */
public final class OpenClBackend {

    private static final Pattern DOUBLE = Pattern.compile("\\bdouble\\b");
    private static final Pattern QUEUE = Pattern.compile("\\bfifo_(u?(?:char|short|int|long)|float|double|wide)\\*");

    private final Templates templates = Templates.ofC("org/gatesmith/hls/emit/opencl/");

    /**
     * The kernel.
     *
     * @param program a verified program whose first function is the kernel
     * @param signature the kernel's parameters, in the order of the function's
     * @throws NotOpenClException the kernel has no form in OpenCL C
     */
    public OpenClKernel emit(Program program, KernelSignature signature, OpenClOptions options)
            throws NotOpenClException {
        OpenClFile file = new OpenClFile(program, signature, options);
        Map<String, Object> model = new HashMap<>(file.model());
        String body = templates.render("body.vm", model);
        List<String> queues = List.copyOf(new TreeSet<>(
                QUEUE.matcher(body).results().map(found -> found.group(1)).toList()));
        List<String> semantics = JavaSemantics.usedBy(body + " " + String.join(" ", queues));
        boolean doubles = DOUBLE.matcher(body + String.join(" ", semantics)).find();
        model.put("doubles", doubles);
        model.put("semantics", semantics);
        model.put("queues", queues);
        String text = LineBreaks.wrapped(templates.render("kernel.cl.vm", model) + body);
        EmittedSources sources = new EmittedSources(Map.of(signature.name() + ".cl", text));
        return new OpenClKernel(signature.name(), sources, file.launch(), file.fifos(), doubles, file.privateBytes());
    }
}
