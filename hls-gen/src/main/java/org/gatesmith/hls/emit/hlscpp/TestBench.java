package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.emit.NameScope;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;

/** View model of the test bench. */
final class TestBench {

    /** Names that the test bench uses itself. */
    private static final Set<String> OWN = Set.of("argc", "argv", "wrong", "tb");

    private final KernelSignature signature;
    private final HlsOptions options;
    private final NameScope names;
    private final Map<String, String> variables = new HashMap<>();

    /**
     * A scalar argument.
     *
     * @param name as on the command line
     * @param parsedType type that its text is read as
     * @param initial value if none is given, empty if there is none
     */
    public record ScalarView(String name, String variable, String parsedType, String initial) {}

    /**
     * An array argument.
     *
     * @param raw type of an element in a file
     * @param element type of an element in the kernel
     * @param size C expression of the number of elements
     * @param sizeVariable variable that holds it
     */
    public record ArrayView(
            String name,
            String variable,
            String rawVariable,
            String expectedVariable,
            String raw,
            String element,
            String size,
            String sizeVariable,
            boolean isRead,
            boolean isWritten) {}

    /**
     * A type that arguments are read as.
     *
     * @param call the call that reads {@code text} and sets {@code end}
     */
    public record ParsedType(String type, String call) {
        static ParsedType of(JavaType type) {
            return switch (type) {
                case FLOAT -> new ParsedType("float", "std::strtof(text.c_str(), &end)");
                case DOUBLE -> new ParsedType("double", "std::strtod(text.c_str(), &end)");
                default -> new ParsedType("long long", "std::strtoll(text.c_str(), &end, 10)");
            };
        }
    }

    TestBench(KernelSignature signature, HlsOptions options) {
        this.signature = signature;
        this.options = options;
        Set<String> reserved = new HashSet<>(ReservedWords.ALL);
        reserved.addAll(OWN);
        reserved.add(signature.name());
        this.names = NameScope.ofFile(reserved);
        signature.parameters().forEach(p -> variables.put(p.name(), names.declare(p.name())));
    }

    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("kernel", signature.name());
        model.put("scalars", signature.scalars().map(this::scalar).toList());
        model.put("arrays", signature.arrays().map(this::array).toList());
        model.put("arguments", String.join(", ", arguments()));
        model.put("parsedTypes", parsedTypes());
        model.put("floats", outputTypes());
        model.put("bounds", bounds(signature.tolerance()));
        return model;
    }

    /** Largest permitted errors, over the expected value's {@code size}; any one will do. */
    private static List<String> bounds(Tolerance tolerance) {
        List<String> bounds = new ArrayList<>();
        if (tolerance.ulp() > 0) {
            bounds.add(tolerance.ulp() + " * (std::nextafter(size, INFINITY) - size)");
        }
        if (tolerance.relative() > 0) {
            bounds.add(tolerance.relative() + " * size");
        }
        if (tolerance.absolute() > 0) {
            bounds.add(Double.toString(tolerance.absolute()));
        }
        return bounds;
    }

    private List<String> outputTypes() {
        return signature
                .arrays()
                .filter(array -> array.direction().isWritten() && array.type().isFloatingPoint())
                .map(array -> HlsTypes.name(HlsTypes.of(array.type().irType())))
                .distinct()
                .sorted()
                .toList();
    }

    private ScalarView scalar(Parameter.Scalar scalar) {
        Long size = options.sizes().get(scalar.name());
        String parsed = ParsedType.of(scalar.type()).type();
        return new ScalarView(scalar.name(), variable(scalar), parsed, size == null ? "" : Long.toString(size));
    }

    private List<ParsedType> parsedTypes() {
        return signature
                .scalars()
                .map(scalar -> ParsedType.of(scalar.type()))
                .distinct()
                .toList();
    }

    private String variable(Parameter parameter) {
        return variables.getOrDefault(parameter.name(), parameter.name());
    }

    private ArrayView array(Parameter.Array array) {
        String variable = variable(array);
        return new ArrayView(
                array.name(),
                variable,
                names.declare(variable + "_file"),
                names.declare(variable + "_expected"),
                raw(array.type()),
                HlsTypes.name(HlsTypes.ofPortElement(array.type().irType())),
                size(array),
                names.declare(variable + "_size"),
                array.direction().isRead(),
                array.direction().isWritten());
    }

    /** Elements in a file are Java's; a truth value is a byte. */
    private static String raw(JavaType type) {
        return switch (type) {
            case BOOLEAN -> "uint8_t";
            case BYTE -> "int8_t";
            case SHORT -> "int16_t";
            case CHAR -> "uint16_t";
            case INT -> "int";
            case LONG -> "int64_t";
            case FLOAT -> "float";
            case DOUBLE -> "double";
        };
    }

    /** The scalars are read as 64-bit numbers, so products of extents do not overflow. */
    private String size(Parameter.Array array) {
        return array.shape().isEmpty()
                ? "1"
                : array.shape().stream()
                        .map(extent -> FormulaText.factor(extent, variables))
                        .collect(Collectors.joining(" * "));
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : signature.parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Parameter.Array array -> variable(array) + ".data()";
                        case Parameter.Scalar scalar -> converted(scalar);
                    });
        }
        return arguments;
    }

    private String converted(Parameter.Scalar scalar) {
        String type = HlsTypes.name(HlsTypes.of(scalar.type().irType()));
        return scalar.type().irType() instanceof FloatType ? variable(scalar) : type + "(" + variable(scalar) + ")";
    }
}
