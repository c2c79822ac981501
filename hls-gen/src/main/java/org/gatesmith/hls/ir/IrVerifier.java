package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Checks that a program keeps the rules of the IR, so that passes, back ends and the interpreter may rely on them. */
public final class IrVerifier {

    private final Program program;
    private final List<Violation> violations = new ArrayList<>();

    private IrVerifier(Program program) {
        this.program = program;
    }

    /** Every violation, in the order of the text; empty for a valid program. */
    public static List<Violation> verify(Program program) {
        IrVerifier verifier = new IrVerifier(program);
        verifier.verify();
        return List.copyOf(verifier.violations);
    }

    private void verify() {
        if (program.functions().isEmpty()) {
            report("a program needs a function");
        }
        distinct("table", program.tables().stream().map(Table::name).toList());
        distinct("function", program.functions().stream().map(Function::name).toList());
        program.tables().forEach(this::verify);
        Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Function function : program.functions()) {
            new FunctionVerifier(program, function, defined, violations).verify();
        }
        CallGraph.of(program).recursion().ifPresent(this::report);
        if (violations.isEmpty()) {
            MemoryUse use = MemoryUse.of(program);
            program.functions().forEach(function -> new MemoryRules(use, function, violations).verify());
        }
    }

    private void distinct(String kind, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                report("two " + kind + "s are named " + name);
            }
        }
    }

    private void verify(Table table) {
        for (int i = 0; i < table.elements().size(); i++) {
            Literal element = table.elements().get(i);
            if (!TypeRules.isOfType(element, table.type().element())) {
                report("element " + i + " of table " + table.name() + ", " + LiteralText.print(element)
                        + ", is not a value of its type " + table.type().element());
            }
        }
        TypeRules.splits(table.type(), table.directives())
                .forEach(reason -> report("table " + table.name() + ": " + reason));
    }

    private void report(String reason) {
        violations.add(new Violation("", "", reason));
    }
}
