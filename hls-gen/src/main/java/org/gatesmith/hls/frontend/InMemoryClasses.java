package org.gatesmith.hls.frontend;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.diag.DiagnosticException;

/** Compiles sources to classes that never touch the disk, and loads them in preference to those on the class path. */
final class InMemoryClasses extends ClassLoader {

    private final Map<String, byte[]> classFiles;

    private InMemoryClasses(Map<String, byte[]> classFiles) {
        super(Kernel.class.getClassLoader());
        this.classFiles = classFiles;
    }

    /** Compiles a closed set of sources; debugging information is kept so that failures name the user's lines. */
    static InMemoryClasses compile(List<SourceText> sources) throws DiagnosticException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();
        StandardJavaFileManager files = JavaModel.fileManager(compiler, List.of());
        JavaFileManager memory = new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                outputs.put(className, bytes);
                return new ClassOutput(className, bytes);
            }
        };
        boolean success = compiler.getTask(
                        null, memory, messages, List.of("-proc:none", "-Xlint:none", "-g"), null, sources)
                .call();
        if (!success) {
            throw new DiagnosticException(
                    JavacMessages.errors(messages.getDiagnostics(), new SourceNames(sources, List.of())::displayName));
        }
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        outputs.forEach((name, bytes) -> classFiles.put(name, bytes.toByteArray()));
        return new InMemoryClasses(classFiles);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static final class ClassOutput extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes;

        ClassOutput(String className, ByteArrayOutputStream bytes) {
            super(URI.create("class:///" + className.replace('.', '/')), Kind.CLASS);
            this.bytes = bytes;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
