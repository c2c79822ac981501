package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.report.ErrorMap;
import org.gatesmith.host.report.OutputCheck;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.ErrorPattern;
import org.gatesmith.host.stream.OutputComparison;
import org.gatesmith.host.stream.TileMismatch;

/** What the comparison of each output found. */
final class PageOutputs {

    private PageOutputs() {}

    static List<OutputCheck> of(RunReport report) {
        List<OutputCheck> checks = new ArrayList<>();
        for (Parameter.Array array :
                report.subject().kernel().signature().arrays().toList()) {
            OutputComparison output = report.stream().outputs().get(array.name());
            if (output != null) {
                checks.add(check(report, array, output));
            }
        }
        return checks;
    }

    private static OutputCheck check(RunReport report, Parameter.Array array, OutputComparison output) {
        Comparison comparison = output.comparison();
        ErrorPattern errors = output.errors();
        return new OutputCheck(
                array.name(),
                array.type().keyword(),
                report.size().shape(array),
                comparison.elements(),
                comparison.mismatches(),
                tolerance(report.subject().kernel().signature().tolerance(), comparison),
                output.first().stream().map(wrong -> wrong(wrong, report)).toList(),
                comparison.passed() || errors.cells().isEmpty() ? Optional.empty() : Optional.of(map(errors)),
                errors.sentence());
    }

    private static String tolerance(Tolerance tolerance, Comparison comparison) {
        return tolerance.isExact()
                ? "bit for bit"
                : String.format(
                        Locale.ROOT,
                        "tolerance; largest error %.3g ulp, %.3g relative, %.3g absolute",
                        comparison.maxUlp(),
                        comparison.maxRelative(),
                        comparison.maxAbsolute());
    }

    private static OutputCheck.WrongElement wrong(TileMismatch wrong, RunReport report) {
        Mismatch mismatch = wrong.mismatch();
        return new OutputCheck.WrongElement(
                mismatch.position(),
                mismatch.expectedText(),
                mismatch.expectedHex(),
                mismatch.actualText(),
                mismatch.actualHex(),
                report.plan().tiles() > 1 ? OptionalLong.of(wrong.tile()) : OptionalLong.empty());
    }

    private static ErrorMap map(ErrorPattern errors) {
        return ErrorMap.of(
                errors.rows(),
                errors.columns(),
                errors.cellRows(),
                errors.cellColumns(),
                errors.cells().stream().mapToLong(Long::longValue).toArray());
    }
}
