package org.gatesmith.hls.frontend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.signature.KernelSignature;

/** The kernel as Java itself runs it: compiled with the chosen constants, contracts checked, dataflow processes concurrent. */
public final class KernelMethod {

    private final Method method;

    private KernelMethod(Method method) {
        this.method = method;
    }

    static KernelMethod of(KernelSignature signature, Class<?> type) {
        Method found = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isKernel(method, signature.name()))
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        return new KernelMethod(found);
    }

    private static boolean isKernel(Method method, String name) {
        Kernel kernel = method.getAnnotation(Kernel.class);
        return kernel != null && kernel.value().equals(name);
    }

    /**
     * Runs the kernel.
     *
     * @param arguments one per parameter: primitive arrays for ports, boxed numbers for scalars
     * @throws InvocationTargetException with the kernel's own exception as its cause
     */
    public void invoke(Object... arguments) throws InvocationTargetException {
        try {
            method.invoke(null, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
