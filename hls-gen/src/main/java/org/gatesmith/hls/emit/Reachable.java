package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Table;

/** What the kernel uses of its program, in the order in which C declares it. */
public final class Reachable {

    private final Program program;
    private final List<Function> functions = new ArrayList<>();
    private final Set<String> tables = new HashSet<>();

    private Reachable(Program program) {
        this.program = program;
        reach(program.top());
    }

    public static Reachable of(Program program) {
        return new Reachable(program);
    }

    /** Every function after those that it calls; the kernel is the last. */
    public List<Function> functions() {
        return functions;
    }

    /** Every function but the kernel. */
    public List<Function> helpers() {
        return functions.subList(0, functions.size() - 1);
    }

    /** The tables that some function reads. */
    public List<Table> tables() {
        return program.tables().stream()
                .filter(table -> tables.contains(table.name()))
                .toList();
    }

    private void reach(Function function) {
        if (!functions.contains(function)) {
            walk(function.body());
            functions.add(function);
        }
    }

    private void walk(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Call call -> reach(program.function(call.callee()));
                case Op.TableRef reference -> tables.add(reference.table());
                default -> op.regions().forEach(this::walk);
            }
        }
    }
}
