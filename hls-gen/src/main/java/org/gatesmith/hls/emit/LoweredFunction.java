package org.gatesmith.hls.emit;

import java.util.List;
import org.gatesmith.hls.ir.Function;

/**
 * A function ready to be laid out.
 *
 * @param parameterNames C names of the parameters
 * @param resultNames C names of the reference parameters that take the results, if there are several
 * @param unusedParameters names of parameters that the body never reads
 */
public record LoweredFunction(
        Function function,
        List<String> parameterNames,
        List<String> resultNames,
        List<String> unusedParameters,
        List<Statement> body) {

    public LoweredFunction {
        parameterNames = List.copyOf(parameterNames);
        resultNames = List.copyOf(resultNames);
        unusedParameters = List.copyOf(unusedParameters);
        body = List.copyOf(body);
    }
}
