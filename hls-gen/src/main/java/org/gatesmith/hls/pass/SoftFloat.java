package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;

/**
 * Computes with floating-point numbers in integers. Every {@code f32} becomes the {@code i32} of its bits, every {@code f64} the
 * {@code i64}, in parameters, ports, arrays, FIFOs and tables too: a host that hands over a {@code float} hands over the same
 * bits as before. Arithmetic becomes calls of integer functions that are added to the program; each is one hardware unit.
 * Comparisons, minima and maxima are so small that they are inlined.
 *
 * <p>An operator that returns NaN returns the canonical one, {@code 0x7fc00000} or {@code 0x7ff8000000000000L}.
 */
public final class SoftFloat implements Pass {

    @Override
    public String id() {
        return "soft-float";
    }

    @Override
    public String summary() {
        return "Computes with the bits of floating-point numbers, by integer functions that it adds to the program.";
    }

    @Override
    public Program run(Program program) throws DiagnosticException {
        List<Diagnostic> errors = new ArrayList<>();
        Map<String, Function> library = library(program);
        List<Function> functions = new ArrayList<>();
        for (Function function : program.functions()) {
            functions.add(new FloatLowering(library, errors).transform(function));
        }
        if (!errors.isEmpty()) {
            throw new DiagnosticException(errors);
        }
        library.values().stream()
                .filter(function -> function.inlining() == Function.Inlining.KEEP)
                .forEach(functions::add);
        return ReachableParts.of(
                new Program(program.tables().stream().map(IntegerForm::of).toList(), functions));
    }

    /** The library by its own names, its functions named so that they do not clash with those of the program. */
    private static Map<String, Function> library(Program program) {
        Set<String> taken = new HashSet<>();
        program.functions().forEach(function -> taken.add(function.name()));
        Map<String, Function> library = new LinkedHashMap<>();
        for (Function function : SoftFloatLibrary.functions().functions()) {
            String name = function.name();
            for (int i = 2; !taken.add(name); i++) {
                name = function.name() + "_" + i;
            }
            library.put(
                    function.name(),
                    new Function(name, function.body(), function.style(), function.inlining(), function.span()));
        }
        return library;
    }
}
