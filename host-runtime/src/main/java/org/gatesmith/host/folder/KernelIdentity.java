package org.gatesmith.host.folder;

import java.util.Objects;

/**
 * Which kernel it was.
 *
 * @param name of the hardware kernel
 * @param className binary name of the Java class
 * @param method name of the Java method
 */
public record KernelIdentity(String name, String className, String method) {

    public KernelIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
    }
}
