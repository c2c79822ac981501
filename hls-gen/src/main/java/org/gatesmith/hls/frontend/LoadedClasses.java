package org.gatesmith.hls.frontend;

import java.util.Map;
import org.gatesmith.hls.diag.DiagnosticException;
import org.jspecify.annotations.Nullable;

/** The kernel's classes on the JVM; compiled when they are first needed, as a kernel with errors needs none. */
final class LoadedClasses {

    private final JavaModel model;
    private final Map<String, Integer> fifoDepths;
    private final Reporter reporter;
    private @Nullable ClassLoader loader;

    LoadedClasses(JavaModel model, Map<String, Integer> fifoDepths, Reporter reporter) {
        this.fifoDepths = fifoDepths;
        this.model = model;
        this.reporter = reporter;
    }

    /**
     * The class with its static initialisers executed.
     *
     * @throws ClassLoadingFailure if it cannot be loaded or its initialisers throw
     */
    Class<?> initialised(String binaryName) throws ClassLoadingFailure {
        try {
            return Class.forName(binaryName, true, loader());
        } catch (ExceptionInInitializerError e) {
            throw new ClassLoadingFailure("class " + binaryName + " fails while it is initialised: " + e.getCause(), e);
        } catch (ClassNotFoundException e) {
            throw new ClassLoadingFailure("class " + binaryName + " is not there", e);
        } catch (NoClassDefFoundError e) {
            throw new ClassLoadingFailure("class " + binaryName + " cannot be loaded: " + e.getMessage(), e);
        } catch (Error e) {
            // An initialiser may throw any error, which the JVM passes on as it is.
            throw new ClassLoadingFailure("class " + binaryName + " fails while it is initialised: " + e, e);
        }
    }

    private ClassLoader loader() {
        if (loader == null) {
            try {
                loader = InMemoryClasses.compile(JvmSources.of(model, fifoDepths));
            } catch (DiagnosticException e) {
                e.diagnostics().forEach(reporter::report);
                throw new LoweringError();
            }
        }
        return loader;
    }
}
