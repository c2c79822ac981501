package org.gatesmith.vendor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;

/** The {@code v++} link configuration: the bank plan, the region and the clock. */
final class LinkConfig {
    static final String NAME = "link.cfg";

    private LinkConfig() {}

    /**
     * One connection as the template lays it out.
     *
     * @param bundle bundle of the port
     * @param bank bank it goes to
     * @param comment what goes through it
     */
    public record Connection(String bundle, String bank, String comment) {}

    static ScriptFile of(HlsDesign design, Board board, Dialect dialect, BankPlan plan, ReleaseFit.LinkTarget target) {
        List<Connection> connections =
                plan.bindings().stream().map(LinkConfig::connection).toList();
        Map<String, Object> model = Map.of(
                "kernel", design.kernelName(),
                "board", board.displayName(),
                "platform", target.platform(),
                "foreign",
                        target.release().equals(dialect.release())
                                ? ""
                                : target.release().toString(),
                "release", dialect.release().toString(),
                "computeUnit", plan.computeUnit(),
                "slr", plan.slr().orElse(""),
                "bindings", connections,
                "clockKey", dialect.link().clockKey(),
                "hertz", ClockPeriod.hertz(design.clockMegahertz()));
        return new ScriptFile(NAME, Templates.render("link.cfg.vm", model), ScriptFile.Mode.PLAIN);
    }

    private static Connection connection(BankBinding binding) {
        MemoryPort port = binding.port();
        String comment =
                String.join(", ", port.arguments()) + " (" + port.direction().words() + ", " + port.dataBits()
                        + " bit); " + binding.memory().kind().words() + ", at most "
                        + gigabytes(binding.memory().bytesPerSecondPerBank()) + " GB/s";
        return new Connection(port.bundle(), binding.bank().name(), comment);
    }

    static String gigabytes(long bytesPerSecond) {
        return BigDecimal.valueOf(bytesPerSecond)
                .movePointLeft(9)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
