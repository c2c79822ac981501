package org.gatesmith.hls.emit.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.emit.LineBreaks;
import org.gatesmith.hls.emit.Templates;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
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
        Text text = text(file.model());
        EmittedSources sources = new EmittedSources(Map.of(signature.name() + ".cl", text.all()));
        return new OpenClKernel(
                signature.name(), sources, file.launch(), file.fifos(), text.usesDoubles(), file.privateBytes());
    }

    /**
     * The kernel with its processes as kernels that pipes join, as FPGAs have them.
     *
     * @param program a verified program whose first function is the kernel
     * @param signature the kernel's parameters, in the order of the function's
     * @return empty for a kernel without FIFOs
     * @throws NotOpenClException its processes cannot be kernels of their own
     */
    public Optional<OpenClPipes> emitPipes(Program program, KernelSignature signature, OpenClOptions options)
            throws NotOpenClException {
        if (program.functions().stream().noneMatch(function -> createsFifos(function.body()))) {
            return Optional.empty();
        }
        PipesFile file = new PipesFile(program, signature, options);
        String name = OpenClPipes.fileName(signature.name());
        EmittedSources sources =
                new EmittedSources(Map.of(name, text(file.model()).all()));
        return Optional.of(new OpenClPipes(signature.name(), sources, file.processes(), file.pipes()));
    }

    private static boolean createsFifos(Region region) {
        return region.ops().stream()
                .anyMatch(op ->
                        op instanceof Op.AllocFifo || op.regions().stream().anyMatch(OpenClBackend::createsFifos));
    }

    /** An emitted file. */
    private record Text(String all, boolean usesDoubles) {}

    /** The body comes first, because the head holds what the body uses. */
    private Text text(Map<String, Object> parts) {
        Map<String, Object> model = new HashMap<>(parts);
        model.putIfAbsent("pipes", List.of());
        String body = templates.render("body.vm", model);
        List<String> queues = List.copyOf(new TreeSet<>(
                QUEUE.matcher(body).results().map(found -> found.group(1)).toList()));
        List<String> semantics = JavaSemantics.usedBy(body + " " + String.join(" ", queues));
        boolean doubles = DOUBLE.matcher(body + String.join(" ", semantics)).find();
        model.put("doubles", doubles);
        model.put("semantics", semantics);
        model.put("queues", queues);
        return new Text(LineBreaks.wrapped(templates.render("kernel.cl.vm", model) + body), doubles);
    }
}
