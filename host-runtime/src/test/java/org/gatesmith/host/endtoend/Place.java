package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.PortMemory;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.WholeCall;

/** Where a kernel's call is carried out. */
interface Place {

    /** Longest time for one call. */
    Duration LIMIT = Duration.ofSeconds(60);

    /** What the arrays hold after the call, by name. */
    Map<String, Elements> run(KernelCall call) throws Exception;

    /** A device. */
    static Place on(Device device) {
        return call -> {
            Map<String, Elements> arrays = call.copies();
            new WholeCall(call.signature(), arrays, call.size().scalars()).on(device, LIMIT);
            return arrays;
        };
    }

    /** The interpreter of the intermediate representation. */
    static Place interpreting(Program program) {
        Interpreter interpreter = Interpreter.of(program);
        return call -> {
            Map<String, Elements> after = call.copies();
            Map<String, org.gatesmith.hls.interp.Argument> arguments = new LinkedHashMap<>();
            for (Parameter parameter : call.signature().parameters()) {
                arguments.put(
                        parameter.name(),
                        switch (parameter) {
                            case Parameter.Array array ->
                                org.gatesmith.hls.interp.Argument.of(
                                        PortMemory.of(after.get(array.name()).segment(), array.type()));
                            case Parameter.Scalar scalar ->
                                new org.gatesmith.hls.interp.Argument.Scalar(
                                        call.size().bits(scalar));
                        });
            }
            interpreter.run(arguments);
            return after;
        };
    }

    /** A static Java method with the kernel's parameters. */
    static Place calling(Method method) {
        return call -> {
            List<Object> arguments = new ArrayList<>();
            for (Parameter parameter : call.signature().parameters()) {
                arguments.add(
                        switch (parameter) {
                            case Parameter.Array array ->
                                call.before().get(array.name()).toArray();
                            case Parameter.Scalar scalar ->
                                new Argument.Number(scalar.type(), call.size().bits(scalar)).boxed();
                        });
            }
            method.invoke(null, arguments.toArray());
            Map<String, Elements> after = call.copies();
            List<Parameter> parameters = call.signature().parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i) instanceof Parameter.Array array) {
                    after.get(array.name()).copyFrom(arguments.get(i));
                }
            }
            return after;
        };
    }

    /** Fails unless this place leaves every array as another one did, bit for bit; inputs count as well. */
    static void assertEqual(
            String place, KernelCall call, Map<String, Elements> expected, Map<String, Elements> actual) {
        call.signature().arrays().forEach(array -> {
            Comparison comparison = ArrayComparison.of(
                    expected.get(array.name()),
                    actual.get(array.name()),
                    call.size().shape(array),
                    call.signature().tolerance(),
                    3);
            assertThat(comparison.first())
                    .as("%s: %s, %s on %s", call.signature().name(), call.origin(), array.name(), place)
                    .isEmpty();
        });
    }
}
