package org.gatesmith.hls.interp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;

/** The functions of a program compiled so far and its tables, by name. */
final class Linkage {

    private final Settings settings;
    private final Observer observer;
    private final MemoryUse use;
    private final Map<String, FunctionCode> functions = new HashMap<>();
    private final Map<String, LocalArray> tables = new HashMap<>();

    private Linkage(Program program, Settings settings, Observer observer) {
        this.settings = settings;
        this.observer = observer;
        this.use = MemoryUse.of(program);
        for (Table table : program.tables()) {
            tables.put(table.name(), LocalArray.of(table));
        }
    }

    /** Compiles the functions of a valid program, callees first. */
    static Linkage of(Program program, Settings settings, Observer observer) {
        Linkage linkage = new Linkage(program, settings, observer);
        for (Function function : program.functions().reversed()) {
            linkage.functions.put(function.name(), FunctionCompiler.compile(function, linkage));
        }
        return linkage;
    }

    Settings settings() {
        return settings;
    }

    Observer observer() {
        return observer;
    }

    MemoryUse use() {
        return use;
    }

    FunctionCode function(String name) {
        return Optional.ofNullable(functions.get(name)).orElseThrow();
    }

    LocalArray table(Op.TableRef ref) {
        return Optional.ofNullable(tables.get(ref.table())).orElseThrow();
    }
}
