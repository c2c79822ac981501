package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.report.Verdict;
import org.gatesmith.host.report.chart.Quantities;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.StreamFailure;
import org.gatesmith.host.stream.StreamResult;

/** Whether the results are right, and the run whole. */
final class PageVerdict {

    private PageVerdict() {}

    static Verdict of(RunReport report) {
        return new Verdict(
                switch (report.verdict()) {
                    case EQUAL -> Verdict.Outcome.PASSED;
                    case DIFFERENT -> Verdict.Outcome.FAILED;
                    case UNVERIFIED -> Verdict.Outcome.UNCHECKED;
                    case INCOMPLETE -> Verdict.Outcome.INCOMPLETE;
                },
                sentence(report),
                remarks(report));
    }

    private static String sentence(RunReport report) {
        long compared = report.outputs().values().stream()
                .mapToLong(Comparison::elements)
                .sum();
        long wrong = report.outputs().values().stream()
                .mapToLong(Comparison::mismatches)
                .sum();
        StreamResult stream = report.stream();
        return switch (report.verdict()) {
            case EQUAL -> Quantities.count(compared, "element") + " equal to " + expected(report) + exactness(report);
            case DIFFERENT ->
                PageText.count(wrong) + " of " + PageText.count(compared) + " elements differ from " + expected(report);
            case UNVERIFIED -> "complete, but nothing was compared";
            case INCOMPLETE ->
                PageText.count(stream.finished()) + " of " + PageText.count(stream.groups())
                        + " groups of tiles are finished"
                        + (stream.ending() == StreamResult.Ending.CANCELLED ? "; the run was interrupted" : "");
        };
    }

    private static String expected(RunReport report) {
        return report.expectedBy().equals("jvm") ? "the JVM's" : "those of the " + report.expectedBy();
    }

    private static String exactness(RunReport report) {
        return report.subject().kernel().signature().tolerance().isExact()
                ? ", bit for bit"
                : ", within the tolerance that the kernel declares";
    }

    private static List<String> remarks(RunReport report) {
        List<String> remarks = new ArrayList<>();
        StreamResult stream = report.stream();
        stream.failure().map(StreamFailure::describe).ifPresent(remarks::add);
        if (stream.verified() > 0 && stream.verified() + stream.skipped() < stream.finished()) {
            remarks.add("a sample was compared: " + PageText.count(stream.verified()) + " of "
                    + PageText.count(stream.groups()) + " groups of tiles");
        }
        if (stream.skipped() > 0) {
            remarks.add(PageText.count(stream.skipped()) + " groups were finished before the run was resumed;"
                    + " times and figures are those of the rest");
        }
        remarks.addAll(report.notes());
        stream.warnings()
                .forEach((warning, count) -> remarks.add(count == 1 ? warning : warning + " (" + count + " times)"));
        return remarks;
    }
}
