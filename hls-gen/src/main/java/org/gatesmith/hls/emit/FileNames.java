package org.gatesmith.hls.emit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;

/** C names of the functions and tables of a file. The kernel keeps its name, by which the host finds it. */
public final class FileNames {

    private final NameScope scope;
    private final String kernel;
    private final Set<String> library;
    private final Map<String, String> functions = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    /**
     * Names everything that has a name in the file.
     *
     * @param kernel the hardware kernel's name, for the program's first function
     * @param reserved words that mean something everywhere
     * @param library functions of included libraries, which only another function would clash with
     */
    public FileNames(Program program, String kernel, Set<String> reserved, Set<String> library) {
        this.scope = NameScope.ofFile(reserved);
        this.kernel = scope.declare(kernel);
        this.library = library;
        functions.put(program.top().name(), this.kernel);
        for (Table table : program.tables()) {
            tables.put(table.name(), declare(table.name()));
        }
        for (Function function :
                program.functions().subList(1, program.functions().size())) {
            functions.put(function.name(), declare(function.name()));
        }
    }

    private String declare(String name) {
        return scope.declare(library.contains(name) ? kernel + "_" + name : name);
    }

    NameScope scope() {
        return scope;
    }

    /** C name of a function of the program. */
    public String function(String name) {
        return Objects.requireNonNull(functions.get(name));
    }

    /** C name of a table of the program. */
    public String table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }
}
