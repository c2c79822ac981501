package org.gatesmith.host.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.report.Heading;
import org.gatesmith.host.report.ReportPage;
import org.gatesmith.host.report.RunPage;
import org.gatesmith.host.run.RunReport;

/** The page of a run. */
public final class RunPages {

    private static final String FILE = "report.html";

    private RunPages() {}

    /** Everything that is known about a run, for its page. */
    public static RunPage of(RunReport report) throws UsageException {
        PlannedWork work = PlannedWork.of(report);
        RunPage.Builder page = RunPage.of(
                        new Heading(
                                report.kernel(),
                                report.device() + " for "
                                        + report.subject().board().board().displayName(),
                                PageText.scalars(report)),
                        PageVerdict.of(report))
                .facts(PageFacts.of(report, work))
                .timeline(PageTimeline.of(report))
                .transfers(PageTransfers.of(report, work))
                .loops(PageLoops.of(report, work))
                .memory(PageMemory.of(report))
                .widths(PageWidths.of(report))
                .outputs(PageOutputs.of(report))
                .pictures(PagePictures.of(report))
                .provenance(PageProvenance.of(report));
        report.hardware().ifPresent(hardware -> {
            Map<String, String> sources = report.subject().kernel().sources();
            page.hardware(PageHardware.of(hardware, sources)).schedule(PageSchedule.of(hardware, sources));
        });
        PageRoofline.of(report, work).ifPresent(page::roofline);
        return page.build();
    }

    /**
     * Writes the page into the run's folder.
     *
     * @return the file
     */
    public static Path write(RunReport report, Path folder) throws UsageException {
        Path file = folder.resolve(FILE);
        try {
            return Files.writeString(file, ReportPage.html(of(report)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("the report " + file + " cannot be written: " + FileTrouble.reason(e));
        }
    }
}
