package org.gatesmith.host.csim;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** The program around a simulated kernel: it names the parameters to the server in {@code gatesmith_server.h}. */
final class CsimMain {

    static final String FILE = "csim_main.cpp";

    private CsimMain() {}

    static String text(KernelSignature signature) {
        List<Parameter> parameters = signature.parameters();
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(i -> argument(parameters.get(i), i))
                .collect(Collectors.joining(", "));
        String descriptions = parameters.stream().map(CsimMain::description).collect(Collectors.joining(", "));
        return """
                #include "%1$s.h"
                #include "gatesmith_server.h"

                static void call(const gatesmith::Arguments& arguments) {
                    (void)arguments;
                    %1$s(%2$s);
                }

                int main() {
                    return gatesmith::serve("%1$s", {%3$s}, call);
                }
                """.formatted(signature.name(), arguments, descriptions);
    }

    private static String argument(Parameter parameter, int index) {
        return switch (parameter) {
            case Parameter.Array array -> "arguments.array<" + elementType(array.type()) + ">(" + index + ")";
            case Parameter.Scalar scalar -> "arguments.scalar<" + scalarType(scalar.type()) + ">(" + index + ")";
        };
    }

    private static String description(Parameter parameter) {
        String quoted = "(\"" + parameter.name() + "\")";
        return switch (parameter) {
            case Parameter.Array array ->
                "gatesmith::"
                        + switch (array.direction()) {
                            case IN -> "input";
                            case OUT -> "output";
                            case INOUT -> "inout";
                        }
                        + "<" + elementType(array.type()) + ">" + quoted;
            case Parameter.Scalar scalar -> "gatesmith::scalar<" + scalarType(scalar.type()) + ">" + quoted;
        };
    }

    /** Types of the elements of memory ports in emitted kernels; a truth value takes a byte. */
    private static String elementType(JavaType type) {
        return type == JavaType.BOOLEAN ? "ap_uint<8>" : scalarType(type);
    }

    private static String scalarType(JavaType type) {
        return switch (type) {
            case BOOLEAN -> "bool";
            case BYTE -> "ap_int<8>";
            case SHORT -> "ap_int<16>";
            case CHAR -> "ap_uint<16>";
            case INT -> "int";
            case LONG -> "int64_t";
            case FLOAT -> "float";
            case DOUBLE -> "double";
        };
    }
}
