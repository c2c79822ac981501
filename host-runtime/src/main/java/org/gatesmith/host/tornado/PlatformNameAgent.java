package org.gatesmith.host.tornado;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that gives TornadoVM's virtual device the name of a platform. TornadoVM writes OpenCL for an FPGA only if the name
 * speaks of one, and its virtual platform returns the name of its own class; the agent replaces that one method when the class is
 * loaded. It runs in the child JVM, alone in a jar.
 */
public final class PlatformNameAgent {

    private static final String PLATFORM = "uk/ac/manchester/tornado/drivers/opencl/virtual/VirtualOCLPlatform";

    private PlatformNameAgent() {}

    /**
     * Called by the JVM.
     *
     * @param name the platform's name
     */
    public static void premain(String name, Instrumentation instrumentation) {
        instrumentation.addTransformer(new Renaming(name));
    }

    /** Replaces the method when its class is loaded. */
    record Renaming(String name) implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String type,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            return PLATFORM.equals(type) ? named(bytes, name) : null;
        }
    }

    /** The class with a method {@code getName} that returns a constant. */
    static byte[] named(byte[] bytes, String name) {
        ClassModel model = ClassFile.of().parse(bytes);
        return ClassFile.of()
                .transformClass(
                        model, ClassTransform.transformingMethods(PlatformNameAgent::isName, (builder, element) -> {
                            if (element instanceof CodeModel) {
                                builder.withCode(code -> code.loadConstant(name).areturn());
                            } else {
                                builder.with(element);
                            }
                        }));
    }

    private static boolean isName(MethodModel method) {
        return method.methodName().equalsString("getName");
    }
}
