package org.gatesmith.host.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatesmith check}. */
@Command(name = "check", description = "Compiles a kernel and shows its interface, or what is wrong with it.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Override
    public Integer call() throws Exception {
        CompiledKernel kernel = kernelOptions.compile();
        new Messages(spec.commandLine().getErr()).print(kernel.warnings(), kernel.sources());
        spec.commandLine().getOut().println(text(kernel));
        return 0;
    }

    private static String text(CompiledKernel kernel) {
        KernelSignature signature = kernel.signature();
        StringBuilder text = new StringBuilder(signature.name() + ": no errors");
        if (!signature.summary().isEmpty()) {
            text.append("\n  ").append(signature.summary());
        }
        signature.parameters().forEach(parameter -> text.append("\n  ").append(line(parameter)));
        if (!kernel.tunables().isEmpty()) {
            text.append("\n  tunables: ")
                    .append(kernel.tunables().entrySet().stream()
                            .map(tunable -> tunable.getKey() + "=" + tunable.getValue())
                            .collect(Collectors.joining(" ")));
        }
        return text.toString();
    }

    private static String line(Parameter parameter) {
        String range = parameter.range() == null ? "" : " in " + parameter.range();
        return switch (parameter) {
            case Parameter.Scalar scalar -> scalar.type().keyword() + " " + scalar.name() + range;
            case Parameter.Array array ->
                array.direction().name().toLowerCase(Locale.ROOT)
                        + " " + array.type().keyword() + " " + array.name()
                        + array.shape().stream().map(Formula::text).collect(Collectors.joining("][", "[", "]"))
                        + range + " through " + array.bundle();
        };
    }
}
