package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/**
 * Interfaces of the kernel: arrays in board memory, scalars and control in the register file (UG1399, {@code pragma HLS
 * interface}).
 */
final class InterfacePragmas {

    private InterfacePragmas() {}

    /**
     * One pragma per parameter and two for the control protocol.
     *
     * @param names C names of the parameters
     */
    static List<Statement> of(KernelSignature signature, List<String> names, HlsOptions options) {
        List<Statement> pragmas = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            pragmas.add(interfacePragma(
                    switch (signature.parameters().get(i)) {
                        case Parameter.Array array -> memory(array, name, options);
                        case Parameter.Scalar _ -> "s_axilite port=" + name + " bundle=control";
                    }));
        }
        pragmas.add(interfacePragma("s_axilite port=return bundle=control"));
        pragmas.add(interfacePragma("ap_ctrl_chain port=return"));
        return pragmas;
    }

    private static Statement interfacePragma(String mode) {
        return new Statement.Pragma("HLS interface mode=" + mode);
    }

    private static String memory(Parameter.Array array, String name, HlsOptions options) {
        OptionalLong depth = depth(array, options);
        return "m_axi port=" + name + " offset=slave bundle=" + array.bundle()
                + (depth.isPresent() ? " depth=" + depth.getAsLong() : "");
    }

    /** Elements of the port for the sizes given, if they say. */
    private static OptionalLong depth(Parameter.Array array, HlsOptions options) {
        boolean known = array.shape().stream()
                .allMatch(extent -> options.sizes().keySet().containsAll(extent.names()));
        if (!known) {
            return OptionalLong.empty();
        }
        long elements = array.shape().stream()
                .mapToLong(extent -> extent.evaluate(options.sizes()))
                .reduce(1, Math::multiplyExact);
        return elements > 0 ? OptionalLong.of(elements) : OptionalLong.empty();
    }
}
