package org.gatesmith.host.tile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.RandomInputs;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.WholeCall;
import org.gatesmith.host.problem.ProblemSize;

/**
 * One comparison of a kernel's whole run with its tiles, at a small size.
 *
 * @param scalars what the whole run is called with
 * @param steps units per tile of the scalars to cut
 * @param seed of the random contents
 */
record ProbeTrial(KernelSignature signature, Map<String, Long> scalars, Map<String, Long> steps, long seed) {

    /** Small sizes take milliseconds; this ends loops that never do. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    ProbeOutcome on(Device jvm) {
        try {
            ProblemSize size = ProblemSize.of(signature, scalars).inOneCall(signature);
            Map<String, Elements> whole = contents(size);
            Map<String, Elements> tiled = contents(size);
            new WholeCall(signature, whole, scalars).on(jvm, LIMIT);
            return compare(jvm, size, whole, tiled);
        } catch (UsageException | DataException e) {
            return new ProbeOutcome.Failed("could not be tested at " + sizeText() + ": " + e.getMessage());
        } catch (DeviceException e) {
            return new ProbeOutcome.Failed("could not be tested: at the small size " + sizeText()
                    + " the kernel fails with " + e.fault().id() + ", " + e.getMessage()
                    + ". If only random data make it fail, say with @Range on the input which values it gets");
        }
    }

    private ProbeOutcome compare(Device jvm, ProblemSize size, Map<String, Elements> whole, Map<String, Elements> tiled)
            throws DataException {
        try {
            TileNest tiles = TileNest.of(signature, size, loops(), 1);
            new SerialTiles(signature, size, tiled).run(tiles, jvm, LIMIT);
        } catch (DeviceException e) {
            return new ProbeOutcome.Different("makes the kernel fail on a tile (" + sizeText() + " " + tilesText()
                    + "): " + e.fault().id() + ", " + e.getMessage());
        }
        for (Parameter.Array array : signature.arrays().toList()) {
            if (array.direction().isWritten()) {
                Comparison comparison = ArrayComparison.of(
                        of(whole, array), of(tiled, array), size.shape(array), signature.tolerance(), 1);
                if (!comparison.passed()) {
                    return new ProbeOutcome.Different("changes " + array.name()
                            + comparison.first().getFirst().describe() + " (" + sizeText() + " " + tilesText() + ")");
                }
            }
        }
        return new ProbeOutcome.Equal();
    }

    /** The loops at this trial's size, parallel ones first. */
    private List<TileLoop> loops() {
        return steps.entrySet().stream()
                .map(step -> new TileLoop(
                        ShapeAnalysis.dimension(signature, scalars, step.getKey())
                                .orElseThrow(),
                        step.getValue()))
                .sorted(java.util.Comparator.comparing(TileLoop::kind))
                .toList();
    }

    private Map<String, Elements> contents(ProblemSize size) {
        RandomInputs random = new RandomInputs(seed);
        Map<String, Elements> contents = new LinkedHashMap<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            Elements elements = SerialTiles.zeroes(array, size.elements(array));
            if (array.direction() != Direction.OUT && array.type().isFloatingPoint()) {
                random.fillFloats(array.name(), elements, 0, FloatValues.ORDINARY);
            } else if (array.direction() != Direction.OUT) {
                random.fillIntegers(array.name(), elements, 0, array.range());
            }
            contents.put(array.name(), elements);
        }
        return contents;
    }

    private static Elements of(Map<String, Elements> arrays, Parameter.Array array) {
        return Objects.requireNonNull(arrays.get(array.name()));
    }

    private String sizeText() {
        return scalars.entrySet().stream()
                .filter(scalar -> signature
                        .scalars()
                        .anyMatch(s ->
                                s.name().equals(scalar.getKey()) && !s.type().isFloatingPoint()))
                .map(scalar -> scalar.getKey() + "=" + scalar.getValue())
                .collect(Collectors.joining(" "));
    }

    private String tilesText() {
        return "in tiles of "
                + steps.entrySet().stream()
                        .map(step -> step.getKey() + "=" + step.getValue())
                        .collect(Collectors.joining(" "));
    }
}
