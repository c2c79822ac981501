package org.gatesmith.hls.floating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatesmith.hls.interp.Argument;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled functions on the interpreter against Java's own operators: so many widths, so many chances to be too narrow. */
class CompiledSoftFloatTest {

    private static final int SPECIAL_OPERANDS = 4000;
    private static final int RANDOM_OPERANDS = 4000;

    static List<SoftOperator> operators() {
        return SoftOperator.all();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void theCompiledFunctionComputesWhatJavaDoes(SoftOperator operator) throws FaultException {
        Function function = operator.compiled();
        Interpreter interpreter = Interpreter.of(new Program(List.of(), List.of(function)));
        Random random = new Random(1);
        long[] special = operator.operands().special();
        long[] operands = new long[operator.arity()];
        for (int i = 0; i < SPECIAL_OPERANDS; i++) {
            Arrays.setAll(operands, _ -> special[random.nextInt(special.length)]);
            check(interpreter, function, operator, operands);
        }
        for (int i = 0; i < RANDOM_OPERANDS; i++) {
            operator.operands().fill(operands, random);
            check(interpreter, function, operator, operands);
        }
    }

    private static void check(Interpreter interpreter, Function function, SoftOperator operator, long[] operands)
            throws FaultException {
        List<Value> parameters = function.parameters();
        Map<String, Argument> arguments = new HashMap<>();
        for (int i = 0; i < operands.length; i++) {
            Value parameter = parameters.get(i);
            BigInteger bits = parameter.intType().wrap(BigInteger.valueOf(operands[i]));
            arguments.put(parameter.name(), Argument.of(bits.longValueExact()));
        }
        Literal.Int result = (Literal.Int) interpreter.run(arguments).getFirst();
        long[] all = Arrays.copyOf(operands, 3);
        assertThat(result.value().longValueExact())
                .as("%s of %s", operator, Arrays.toString(operands))
                .isEqualTo(operator.java().apply(all[0], all[1], all[2]));
    }
}
