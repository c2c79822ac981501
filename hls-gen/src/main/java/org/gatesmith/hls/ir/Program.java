package org.gatesmith.hls.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One kernel with all that it calls and reads.
 *
 * @param tables constants, by unique name
 * @param functions the kernel first; callees come after their callers
 */
public record Program(List<Table> tables, List<Function> functions) {

    public Program {
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
    }

    /** The kernel. */
    public Function top() {
        return functions.getFirst();
    }

    public Function function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function " + name));
    }

    public Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    /** This program with every function replaced. */
    public Program mapFunctions(UnaryOperator<Function> change) {
        return new Program(tables, functions.stream().map(change).toList());
    }
}
