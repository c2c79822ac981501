package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.percent;

import java.util.List;
import java.util.Optional;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** What the kernel takes of the device, beside what its platform leaves to kernels. */
final class ResourceSection {

    private ResourceSection() {}

    /** What the template lays out. */
    public record View(List<String> regions, List<Row> rows) {}

    /**
     * An element.
     *
     * @param excess whether there is too little of it
     * @param regions what each region has
     */
    public record Row(
            String name,
            String used,
            String available,
            String share,
            boolean excess,
            Markup bar,
            List<String> regions) {}

    static Optional<Section> of(RunPage page) {
        return page.hardware()
                .filter(hardware -> !hardware.resources().isEmpty())
                .map(hardware -> Section.of("resources", "Resources", view(hardware.resources())));
    }

    private static View view(List<Hardware.Resource> resources) {
        return new View(
                resources.getFirst().regions().stream()
                        .map(Hardware.Region::name)
                        .toList(),
                resources.stream().map(ResourceSection::row).toList());
    }

    private static Row row(Hardware.Resource resource) {
        long available = resource.available();
        boolean excess = resource.used() > available;
        double share = available == 0 ? 0 : (double) resource.used() / available;
        String text = available == 0 ? "–" : percent(share);
        return new Row(
                resource.name(),
                count(resource.used()),
                count(available),
                text,
                excess,
                InlineBar.of(resource.name() + ": " + text + " of the budget", "kernel", share, 1)
                        .svg(),
                resource.regions().stream()
                        .map(region -> count(region.available()))
                        .toList());
    }
}
