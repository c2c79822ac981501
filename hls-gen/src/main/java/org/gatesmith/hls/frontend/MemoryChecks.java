package org.gatesmith.hls.frontend;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Checks how a program uses its ports, its tables, and the memories between its processes. */
final class MemoryChecks {

    private final Program program;
    private final MemoryUses uses;
    private final Reporter reporter;

    MemoryChecks(Program program, Reporter reporter) {
        this.program = program;
        this.uses = new MemoryUses(program);
        this.reporter = reporter;
    }

    /** @param places where the kernel's parameters are declared, in order */
    void check(KernelSignature signature, List<Span> places) {
        checkDirections(signature, places);
        for (Function function : program.functions()) {
            checkTables(function.body());
            if (function.style() == Function.Style.DATAFLOW) {
                new ProcessChecks(uses, reporter).check(function);
            }
        }
    }

    private void checkDirections(KernelSignature signature, List<Span> places) {
        Map<Value, List<MemoryUses.Use>> found = uses.in(program.top().body());
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Array array) {
                Value port = program.top().parameters().get(i);
                checkDirection(array, found.getOrDefault(port, List.of()), places.get(i));
            }
        }
    }

    /** The elements of static arrays become a ROM. */
    private void checkTables(Region region) {
        Map<Value, List<MemoryUses.Use>> found = uses.in(region);
        for (Op op : region.ops()) {
            if (op instanceof Op.TableRef table) {
                found.getOrDefault(table.result(), List.of()).stream()
                        .filter(MemoryUses.Use::isWrite)
                        .forEach(use -> report(
                                Rule.MUTABLE_STATIC,
                                use.span(),
                                "the table '" + table.result().name() + "' is written here, but it is a constant",
                                "copy it into a local array first"));
            }
            op.regions().forEach(this::checkTables);
        }
    }

    private void checkDirection(Parameter.Array array, List<MemoryUses.Use> accesses, Span place) {
        for (MemoryUses.Use use : accesses) {
            if (use.isWrite() && array.direction() == Direction.IN) {
                report(
                        Rule.WRITE_TO_INPUT,
                        use.span(),
                        "'" + array.name() + "' is marked @In and is written here",
                        "mark it @InOut, or @Out if it is never read");
            }
            if (!use.isWrite() && array.direction() == Direction.OUT) {
                report(
                        Rule.READ_OF_OUTPUT,
                        use.span(),
                        "'" + array.name() + "' is marked @Out and is read here",
                        "mark it @InOut");
            }
        }
        if (accesses.isEmpty()) {
            report(
                    Rule.UNUSED_PORT,
                    place,
                    "parameter '" + array.name() + "' is never used",
                    "remove it, or read or write it");
        }
    }

    private void report(Rule rule, Span span, String message, String fix) {
        reporter.report(Diagnostic.of(rule, span, message, fix));
    }
}
