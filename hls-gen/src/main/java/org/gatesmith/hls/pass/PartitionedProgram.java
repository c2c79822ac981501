package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/**
 * Rewrites the functions of a program, callers first. A function that is called with arrays in banks gets a variant for each
 * combination of layouts that it is called with.
 */
final class PartitionedProgram {

    /**
     * Choices among banks, over all accesses: each is a comparison, a guarded access and a gate. A device with a million LUTs has no room
     * for as many, and ten times as many take the compiler's memory.
     */
    static final long MAX_CHOICES = 500_000;

    private final Program program;
    private final List<Diagnostic> problems;
    private long choices;
    private final LazyAnalysis analysis;
    private final Set<String> cores;
    private final Set<String> names;
    /** For each function the names of its variants, by the layouts of the parameters; none for what is in one piece. */
    private final Map<String, Map<List<Optional<BankLayout>>, String>> variants = new LinkedHashMap<>();

    PartitionedProgram(Program program, List<Diagnostic> problems) {
        this.program = program;
        this.problems = problems;
        this.analysis = new LazyAnalysis(program);
        this.cores = Cores.of(program);
        this.names =
                new HashSet<>(program.functions().stream().map(Function::name).collect(Collectors.toSet()));
    }

    Program build() {
        boolean isAffected = program.functions().stream()
                .anyMatch(function -> isAffected(function.body(), cores.contains(function.name())));
        if (!isAffected) {
            return program;
        }
        Function top = program.top();
        variant(top.name(), Collections.nCopies(top.parameters().size(), Optional.empty()));
        List<Function> functions = new ArrayList<>();
        for (Function function : program.functions()) {
            boolean isOneOfSeveral = false;
            for (Map.Entry<List<Optional<BankLayout>>, String> variant :
                    variants.getOrDefault(function.name(), Map.of()).entrySet()) {
                Function banked = new Banking(this, function, cores.contains(function.name()), problems)
                        .transform(variant.getKey(), variant.getValue());
                functions.add(isOneOfSeveral ? FreshCopy.of(banked) : banked);
                isOneOfSeveral = true;
            }
        }
        return new Program(program.tables(), functions);
    }

    /** Takes note of an access that chooses among banks; returns whether there are not too many choices. */
    boolean permits(long banks) {
        choices += banks;
        return choices <= MAX_CHOICES;
    }

    /** What is known of indices; found out when somebody asks. */
    MemoryAnalysis analysis() {
        return analysis.get();
    }

    /** Whether a function creates an array that is to be split. */
    private static boolean isAffected(Region region, boolean pipelined) {
        return region.ops().stream()
                .anyMatch(op -> op instanceof Op.AllocArray alloc
                        ? Banking.layout(alloc, pipelined).isPresent()
                        : op.regions().stream()
                                .anyMatch(inner -> isAffected(inner, pipelined || Cores.isPipelined(op))));
    }

    /** The name of the function for these layouts of its parameters. */
    String variant(String function, List<Optional<BankLayout>> layouts) {
        Map<List<Optional<BankLayout>>, String> known =
                variants.computeIfAbsent(function, name -> new LinkedHashMap<>());
        return known.computeIfAbsent(layouts, _ -> known.isEmpty() ? function : unusedName(function));
    }

    private String unusedName(String function) {
        int number = 2;
        while (!names.add(function + "_" + number)) {
            number++;
        }
        return function + "_" + number;
    }
}
