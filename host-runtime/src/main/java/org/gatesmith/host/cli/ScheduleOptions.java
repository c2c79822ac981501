package org.gatesmith.host.cli;

import java.util.Locale;
import org.gatesmith.board.Board;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.host.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which clock a kernel is scheduled, and with which operators. */
final class ScheduleOptions {

    @Option(
            names = "--clock",
            paramLabel = "MHZ",
            description = "Clock in MHz; the board's usual kernel clock if not given.")
    private @Nullable Double clock;

    @Option(
            names = "--floats",
            paramLabel = "KIND",
            defaultValue = "vendor",
            description = "What computes with floating-point numbers: vendor, the operators of the vendor's HLS"
                    + " (${DEFAULT-VALUE}), or soft, the integer code that the Verilog holds.")
    private String floats = "vendor";

    double megahertz(Board board) throws UsageException {
        return clock == null ? board.clocks().kernelDefault() : ClockRange.require(clock);
    }

    FloatOperators floats() throws UsageException {
        return switch (floats.toLowerCase(Locale.ROOT)) {
            case "vendor" -> FloatOperators.VENDOR;
            case "soft" -> FloatOperators.SOFT;
            default -> throw new UsageException("--floats " + floats + ": takes vendor or soft");
        };
    }
}
