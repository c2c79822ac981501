package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.folder.ContentHash;
import org.gatesmith.host.report.Provenance;
import org.gatesmith.host.report.chart.Quantities;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.Verification;

/** What someone needs to make the same run again. */
final class PageProvenance {

    private PageProvenance() {}

    static List<Provenance> of(RunReport report) {
        List<Provenance.Entry> inputs = new ArrayList<>();
        report.inputs().forEach((name, origin) -> inputs.add(new Provenance.Entry(name, origin)));
        List<Provenance.Entry> options = new ArrayList<>();
        options.add(new Provenance.Entry("seed", Long.toString(report.options().seed())));
        options.add(new Provenance.Entry(
                "verified",
                switch (report.options().verification()) {
                    case Verification.All _ -> "all";
                    case Verification.None _ -> "none";
                    case Verification.Sample sample -> "a sample of " + Quantities.percent(sample.share());
                }));
        options.add(new Provenance.Entry("compared with", report.expectedBy()));
        report.plan()
                .loops()
                .forEach(
                        loop -> options.add(new Provenance.Entry("tile " + loop.scalar(), Long.toString(loop.step()))));
        options.add(new Provenance.Entry("depth", Integer.toString(report.plan().depth())));
        report.subject()
                .kernel()
                .tunables()
                .forEach((name, value) -> options.add(new Provenance.Entry(name, Long.toString(value))));
        List<Provenance.Entry> tools = new ArrayList<>();
        report.tools().forEach((name, version) -> tools.add(new Provenance.Entry(name, version)));
        List<Provenance.Entry> sources = new ArrayList<>();
        for (Map.Entry<String, String> source :
                report.subject().kernel().sources().entrySet()) {
            String file = source.getKey().substring(source.getKey().lastIndexOf('/') + 1);
            sources.add(
                    new Provenance.Entry(file, ContentHash.of(source.getValue()).sha256()));
        }
        return List.of(
                new Provenance("inputs", inputs),
                new Provenance("options", options),
                new Provenance("tools", tools),
                new Provenance("sources, SHA-256", sources));
    }
}
