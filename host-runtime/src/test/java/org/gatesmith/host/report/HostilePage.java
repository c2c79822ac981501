package org.gatesmith.host.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gatesmith.host.report.Roofline.BandwidthRoof;
import org.gatesmith.host.report.Roofline.ComputeRoof;
import org.gatesmith.host.report.Roofline.Origin;
import org.gatesmith.host.report.Roofline.Path;
import org.gatesmith.host.report.Roofline.Point;
import org.gatesmith.host.report.WidthRow.Profile;
import org.gatesmith.host.report.WidthRow.Sign;
import org.gatesmith.host.report.WidthRow.Width;

/** A page whose every text would be markup, script and template code if it were not escaped; no two are alike. */
final class HostilePage {

    private final List<String> texts = new ArrayList<>();

    /** The texts on the page, as they should be shown. */
    List<String> texts() {
        return texts.stream().map(text -> text.replace('\u0001', '\ufffd')).toList();
    }

    private String text() {
        String text = "\"'><script>alert(" + texts.size()
                + ")</script><img src=x onerror=alert(1)>&amp;$view.heading()#end]]>\u0001";
        texts.add(text);
        return text;
    }

    RunPage page() {
        String roof = text();
        String bank = text();
        return RunPage.of(
                        new Heading(text(), text(), text()),
                        new Verdict(Verdict.Outcome.FAILED, text(), List.of(text())))
                .facts(List.of(new Fact(text(), text(), text())))
                .timeline(new Timeline(List.of(new StageBar(Stage.RUN, 0, 0, 1)), List.of()))
                .transfers(new Transfers(
                        List.of(new OperandBytes(text(), 1, 1, 1, OptionalDouble.of(1), text())),
                        Optional.of(new Transfers.Bound(Transfers.Limit.KERNEL, text()))))
                .roofline(new Roofline(
                        text(),
                        List.of(new ComputeRoof(text(), 1e9)),
                        List.of(new BandwidthRoof(roof, Path.MEMORY, 1e9)),
                        List.of(new Point(text(), Origin.MEASURED, 1, 1e8, roof))))
                .loops(new LoopTable(
                        List.of(new LoopTable.Row(
                                text(),
                                0,
                                Optional.of(new SourceLine(text(), 1, text())),
                                List.of(text()),
                                OptionalLong.of(1),
                                OptionalLong.of(1),
                                OptionalLong.of(2),
                                OptionalLong.of(1),
                                text())),
                        OptionalLong.of(1)))
                .hardware(new Hardware(
                        1,
                        2,
                        1,
                        300,
                        List.of(text()),
                        List.of(new Hardware.Loop(
                                text(),
                                Optional.of(new SourceLine(text(), 1, "")),
                                1,
                                1,
                                OptionalDouble.of(2),
                                1,
                                2,
                                1,
                                1)),
                        List.of(new Hardware.Wait(text(), text(), Optional.empty(), 1)),
                        List.of(new Hardware.Port(text(), text(), text(), 512, 1, 1, 1, 1, OptionalDouble.of(1), bank)),
                        List.of(new Hardware.Bank(bank, 1, 1, 1, 1, 1)),
                        List.of(new Hardware.Resource(text(), 1, List.of(new Hardware.Region(text(), 1))))))
                .schedule(List.of(new LoopSchedule(
                        text(),
                        Optional.of(new SourceLine(text(), 1, "")),
                        1,
                        2,
                        1,
                        List.of(new LoopSchedule.Row(
                                text(),
                                LoopSchedule.Kind.LOGIC,
                                1,
                                Optional.of(new SourceLine(text(), 1, text())),
                                List.of(new LoopSchedule.Span(0, 1)))))))
                .memory(new MemoryMap(
                        List.of(new MemoryMap.Port(text(), text(), text(), 512, bank, 1, 1, 1)),
                        List.of(new MemoryMap.Bank(bank, 1, 2))))
                .widths(List.of(new WidthRow(
                        text(),
                        text(),
                        text(),
                        32,
                        Optional.of(new Width(Sign.SIGNED, 8)),
                        Optional.of(
                                new Profile(text(), text(), Optional.of(new Width(Sign.SIGNED, 4)), text(), 1, 1)))))
                .outputs(List.of(new OutputCheck(
                        text(),
                        text(),
                        List.of(4L),
                        4,
                        1,
                        text(),
                        List.of(new OutputCheck.WrongElement(
                                List.of(1L), text(), text(), text(), text(), OptionalLong.of(1))),
                        Optional.of(ErrorMap.of(1, 4, 1, 4, new long[] {0, 1, 0, 0})),
                        text())))
                .pictures(List.of(new Picture(text(), text(), SamplePages.picture())))
                .provenance(List.of(new Provenance(text(), List.of(new Provenance.Entry(text(), text())))))
                .build();
    }
}
