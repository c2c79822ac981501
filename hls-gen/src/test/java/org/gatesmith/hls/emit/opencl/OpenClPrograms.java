package org.gatesmith.hls.emit.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.emit.hlscpp.KernelText;
import org.gatesmith.hls.ir.IrText;
import org.gatesmith.hls.ir.IrVerifier;
import org.gatesmith.hls.ir.Program;

/** Programs in text form, and what the back end writes for them. */
final class OpenClPrograms {

    private static final OpenClOptions OPTIONS = new OpenClOptions("u280", Map.of(), "Gatesmith");

    private OpenClPrograms() {}

    static Program parsed(String text) {
        Program program = IrText.parse(text);
        assertThat(IrVerifier.verify(program)).isEmpty();
        return program;
    }

    static OpenClKernel emitted(Program program, String name) throws NotOpenClException {
        return new OpenClBackend().emit(program, KernelText.signature(program, name), OPTIONS);
    }

    static Optional<OpenClPipes> pipes(Program program, String name) throws NotOpenClException {
        return new OpenClBackend().emitPipes(program, KernelText.signature(program, name), OPTIONS);
    }
}
