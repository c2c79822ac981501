package org.gatesmith.hls.emit.hlscpp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;

/** Emits programs that have no Java source: the signature is made up from the kernel function. */
public final class KernelText {

    private static final HlsOptions OPTIONS = new HlsOptions("u280", Map.of(), Map.of(), "Gatesmith");
    private static final HlsCppBackend BACKEND = new HlsCppBackend();

    private KernelText() {}

    static EmittedSources emit(Program program, String name) {
        return BACKEND.emit(program, signature(program, name), OPTIONS);
    }

    public static KernelSignature signature(Program program, String name) {
        Function top = program.top();
        MemoryUse use = MemoryUse.of(program);
        List<Parameter> parameters = top.parameters().stream()
                .map(value -> parameter(top, use, value))
                .toList();
        return new KernelSignature(name, "org.example.Kernels", top.name(), parameters, Tolerance.EXACT, "");
    }

    private static Parameter parameter(Function top, MemoryUse use, Value value) {
        String name = String.valueOf(value.name());
        if (value.type() instanceof PortType port) {
            Direction direction =
                    !use.writes(top, value) ? Direction.IN : use.reads(top, value) ? Direction.INOUT : Direction.OUT;
            return new Parameter.Array(
                    name, javaType(port.element()), null, direction, List.of(new Formula.Number(64)), "gmem_" + name);
        }
        return new Parameter.Scalar(name, javaType(value.scalarType()), null);
    }

    private static JavaType javaType(ScalarType type) {
        return Arrays.stream(JavaType.values())
                .filter(candidate -> candidate.irType().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
