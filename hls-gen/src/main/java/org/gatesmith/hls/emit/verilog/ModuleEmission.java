package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.emit.NameScope;
import org.gatesmith.hls.emit.verilog.OperatorPool.CoreInterface;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.rtl.PipelinedOperator;

/** Emits the modules of a design, those that others use first. */
final class ModuleEmission {

    private final Design design;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, ModuleInterface> interfaces = new HashMap<>();
    private final Map<String, CoreInterface> cores = new HashMap<>();
    private final List<ModuleView> modules = new ArrayList<>();

    ModuleEmission(Design design) {
        this.design = design;
        NameScope scope = NameScope.ofFile(ReservedWords.ALL);
        String kernel = scope.declare(design.signature().name());
        for (ModuleDesign module : design.modules()) {
            String name = module == design.top() ? "body" : module.function().name();
            names.put(module.function().name(), scope.declare(kernel + "_" + name));
        }
        for (ModuleDesign module : design.modules().reversed()) {
            emit(module);
        }
    }

    /** The kernel's own function first. */
    List<ModuleView> modules() {
        return modules.reversed();
    }

    ModuleInterface top() {
        return Objects.requireNonNull(interfaces.get(design.top().function().name()));
    }

    /** The cores that have stages. */
    List<PipelinedOperator> operators() {
        return cores.values().stream()
                .filter(core -> core.latency() > 0)
                .sorted(Comparator.comparing(CoreInterface::module))
                .map(this::operator)
                .toList();
    }

    private PipelinedOperator operator(CoreInterface core) {
        String head = core.module() + " ";
        long instances = modules.stream()
                .flatMap(module -> module.units().stream())
                .filter(unit ->
                        unit instanceof ModuleView.Part part && part.head().startsWith(head))
                .count();
        return new PipelinedOperator(
                core.module(),
                core.latency(),
                core.inputs().stream()
                        .map(input -> new PipelinedOperator.Port(input.name(), input.width()))
                        .toList(),
                core.outputs().stream()
                        .map(output -> new PipelinedOperator.Port(output.pin(), output.width()))
                        .toList(),
                Math.toIntExact(instances));
    }

    private void emit(ModuleDesign module) {
        Function function = module.function();
        Netlist netlist = new Netlist(Objects.requireNonNull(names.get(function.name())));
        ModuleParts parts = new ModuleParts(netlist, module, design.program(), interfaces);
        switch (module) {
            case ModuleDesign.Core core -> cores.put(function.name(), new CoreModule(parts, core, cores).emit());
            case ModuleDesign.Sequential sequential ->
                interfaces.put(function.name(), new SequentialModule(parts, sequential, cores).emit());
            case ModuleDesign.Dataflow dataflow -> interfaces.put(function.name(), dataflow(parts, dataflow));
        }
        netlist.complete();
        modules.add(ModuleLayout.of(netlist, comment(module)));
    }

    private static ModuleInterface dataflow(ModuleParts parts, ModuleDesign.Dataflow design) {
        ProcessNumbers numbers = new ProcessNumbers(parts, design.function());
        return design.overlaps()
                ? new OverlappingModule(parts, design, numbers).emit()
                : new DataflowModule(parts, design, numbers).emit();
    }

    private List<String> comment(ModuleDesign module) {
        String place = module.function().span().line();
        return List.of(module.function().name() + (place.isEmpty() ? "" : ", " + place));
    }
}
