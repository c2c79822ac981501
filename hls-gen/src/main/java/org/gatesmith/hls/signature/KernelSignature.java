package org.gatesmith.hls.signature;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kernel as its callers see it.
 *
 * @param name name of the hardware kernel
 * @param className binary name of the Java class
 * @param methodName name of the Java method
 * @param summary first sentence of the method's documentation comment, empty if there is none
 */
public record KernelSignature(
        String name,
        String className,
        String methodName,
        List<Parameter> parameters,
        Tolerance tolerance,
        String summary) {

    public KernelSignature {
        parameters = List.copyOf(parameters);
    }

    public Stream<Parameter.Array> arrays() {
        return parameters.stream().filter(Parameter.Array.class::isInstance).map(Parameter.Array.class::cast);
    }

    public Stream<Parameter.Scalar> scalars() {
        return parameters.stream().filter(Parameter.Scalar.class::isInstance).map(Parameter.Scalar.class::cast);
    }
}
