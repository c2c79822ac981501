package org.gatesmith.hls.operators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Part;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operators of a device family, as its data file lists them.
 *
 * @param parts regular expressions of the parts that it is for
 * @param sources what the keys of the sources stand for
 * @param curves combinational operators over their width in bits
 * @param multiplexer over the number of inputs; LUTs for each bit
 * @param ports readers and writers of board memory, and control registers
 * @param control what starts a block or pipeline and lets it wait
 * @param dataflow what stands between processes
 * @param floats the vendor's floating-point operators, which estimates of the vendor's implementation use
 */
public record OperatorLibrary(
        String name,
        List<String> parts,
        String note,
        Map<String, String> sources,
        Map<String, WidthCurve> curves,
        Multiplexer multiplexer,
        Multipliers multiplier,
        Memories memories,
        PortArea ports,
        Control control,
        DataflowArea dataflow,
        List<FloatOperator> floats) {

    /** Libraries that come with Gatesmith. */
    private static final List<OperatorLibrary> ALL = List.of(read("ultrascale-plus.json"));

    public OperatorLibrary {
        parts = List.copyOf(parts);
        sources = Map.copyOf(sources);
        curves = Map.copyOf(curves);
        floats = List.copyOf(floats);
    }

    /** Choice of one of several inputs. */
    record Multiplexer(String source, String note, List<List<Double>> points) {

        private WidthCurve curve() {
            return new WidthCurve(source, points);
        }

        double nanoseconds(long inputs) {
            return curve().nanoseconds((double) Math.min(inputs, 1 << 12));
        }

        /** About one LUT for four inputs of a bit. */
        long luts(long inputs, int width) {
            return width * Math.ceilDiv(inputs, 4);
        }
    }

    /**
     * Integer multipliers that take DSP blocks.
     *
     * @param widestInLuts operands up to this width are multiplied in LUTs, unless an addition follows
     * @param classes by the number of blocks
     */
    record Multipliers(String source, String note, int widestInLuts, List<MultiplierClass> classes) {

        MultiplierClass of(long blocks) {
            return classes.stream()
                    .filter(size -> blocks <= size.blocks())
                    .findFirst()
                    .orElse(classes.getLast());
        }
    }

    /**
     * Multipliers of up to so many DSP blocks.
     *
     * @param combinational delay without registers, in nanoseconds
     * @param pipelines latency in cycles, and delay between registers
     */
    record MultiplierClass(long blocks, double combinational, long lut, List<List<Double>> pipelines) {}

    /**
     * Access to memories and channels, in nanoseconds.
     *
     * @param blockRead read latency of block RAM, and when data are there
     * @param lutRead LUT RAM of up to 64 words
     * @param setup of addresses and data at a memory
     * @param fifoRead from the clock edge to the word at the head of a FIFO
     * @param fifoFlag from the clock edge to a FIFO's flags
     * @param request from an index to the port's request channel
     * @param response from the clock edge to what a port answers
     */
    record Memories(
            String source,
            String note,
            List<List<Double>> blockRead,
            double lutRead,
            double setup,
            double fifoRead,
            double fifoFlag,
            double request,
            double response) {}

    /**
     * The controller of a block or pipeline, without its registers.
     *
     * @param lutPerWait for each access that may have to wait
     */
    record Control(String source, String note, long lut, long lutPerWait) {}

    /**
     * A floating-point operator of the vendor's, as its HLS instantiates it.
     *
     * @param nanoseconds clock period for which it has these stages
     * @param stages one more than the latency
     */
    record FloatOperator(
            String operator, int bits, double nanoseconds, int stages, long dsp, long ff, long lut, String source) {}

    /** The library for a part, if there is one. */
    public static Optional<OperatorLibrary> of(Part part) {
        return ALL.stream()
                .filter(library -> library.parts.stream().anyMatch(part.name()::matches))
                .findFirst();
    }

    /** The combinational operator of that name. */
    WidthCurve curve(String operator) {
        return Optional.ofNullable(curves.get(operator))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no operator " + operator));
    }

    /** The variant of a floating-point operator for the longest period that is not above {@code period}. */
    FloatOperator floating(String operator, int bits, double period) {
        List<FloatOperator> variants = floats.stream()
                .filter(variant -> variant.operator().equals(operator) && variant.bits() == bits)
                .sorted(Comparator.comparingDouble(FloatOperator::nanoseconds))
                .toList();
        // 3.33 stands for a third of 10 ns.
        double rounding = 0.005;
        return variants.stream()
                .filter(variant -> variant.nanoseconds() <= period + rounding)
                .reduce((_, last) -> last)
                .or(() -> variants.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException(name + " has no operator f" + operator + bits));
    }

    private static OperatorLibrary read(String resource) {
        try (InputStream stream = OperatorLibrary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return JsonMapper.shared().readValue(stream, OperatorLibrary.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
