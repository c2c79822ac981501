package org.gatesmith.host.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gatesmith.hls.design.Resources;

/**
 * Programmable elements that synthesis found a design to need.
 *
 * @param total of the whole design
 * @param modules that were synthesised by themselves, those that take most first
 * @param yosys version of the program that says so
 */
public record Synthesis(Resources total, List<Module> modules, String yosys) {

    public Synthesis {
        modules = List.copyOf(modules);
    }

    /**
     * A module.
     *
     * @param instances how often the design has it
     * @param each what one instance takes, without the other modules in it
     */
    public record Module(String name, long instances, Resources each) {

        Resources all() {
            return each.times(instances);
        }
    }

    /** Puts parts together, given the cells of each. */
    static Synthesis of(String top, Map<String, Cells> parts, String yosys) {
        Map<String, Long> instances = new TreeMap<>();
        count(top, 1, parts, instances);
        List<Module> modules = new ArrayList<>();
        parts.forEach((name, cells) -> {
            long count = instances.getOrDefault(name, 0L);
            if (count > 0) {
                modules.add(new Module(Part.title(name), count, cells.resources()));
            }
        });
        modules.sort(
                Comparator.comparingLong((Module module) -> -module.all().lut()).thenComparing(Module::name));
        Resources total = modules.stream().map(Module::all).reduce(Resources.NONE, Resources::plus);
        return new Synthesis(total, modules, yosys);
    }

    private static void count(String module, long times, Map<String, Cells> parts, Map<String, Long> instances) {
        instances.merge(module, times, Long::sum);
        Objects.requireNonNull(parts.get(module), module).counts().forEach((type, count) -> {
            if (parts.containsKey(type)) {
                count(type, times * count, parts, instances);
            }
        });
    }
}
