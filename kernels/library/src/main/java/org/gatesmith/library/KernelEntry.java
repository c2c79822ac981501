package org.gatesmith.library;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gatesmith.api.Kernel;

/**
 * One kernel of the library.
 *
 * @param kernel the static method annotated with {@link Kernel}
 * @param summary one sentence for lists
 * @param reference static method of the same parameters that computes the same result in another, straightforward way
 */
public record KernelEntry(Method kernel, String summary, Method reference) {

    /**
     * The kernel that a class holds. Its reference model is the method of the same name and parameters in {@code model}.
     *
     * @throws IllegalArgumentException the class does not hold exactly one kernel, or the model lacks the method
     */
    static KernelEntry of(Class<?> type, Class<?> model, String summary) {
        List<Method> kernels = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Kernel.class))
                .toList();
        if (kernels.size() != 1) {
            throw new IllegalArgumentException(type.getName() + " holds " + kernels.size() + " kernels instead of 1");
        }
        return new KernelEntry(kernels.getFirst(), summary, referenceOf(kernels.getFirst(), model));
    }

    private static Method referenceOf(Method kernel, Class<?> model) {
        try {
            return model.getMethod(kernel.getName(), kernel.getParameterTypes());
        } catch (NoSuchMethodException missing) {
            throw new IllegalArgumentException(
                    model.getName() + " has no method with the signature of " + kernel, missing);
        }
    }

    /** Name of the hardware kernel, as in {@link Kernel#value()}. */
    public String name() {
        return Objects.requireNonNull(kernel.getAnnotation(Kernel.class)).value();
    }

    /** Class that holds the kernel. */
    public Class<?> type() {
        return kernel.getDeclaringClass();
    }

    /** Path of the kernel's Java source among the resources of this module, for {@link ClassLoader#getResource}. */
    public String source() {
        return type().getName().replace('.', '/') + ".java";
    }
}
