package org.gatesmith.hls.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.gatesmith.api.Kernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Java sources, parsed and attributed by javac. */
final class JavaModel {

    private final JavacTask task;
    private final Trees trees;
    private final List<CompilationUnitTree> units;
    private final Map<String, String> displayNames;

    private JavaModel(JavacTask task, Trees trees, List<CompilationUnitTree> units, Map<String, String> displayNames) {
        this.task = task;
        this.trees = trees;
        this.units = units;
        this.displayNames = displayNames;
    }

    /** Parses without attributing; syntax errors are diagnostics. */
    static JavaModel parsed(List<SourceText> sources) throws DiagnosticException {
        return read(sources, List.of(), false);
    }

    /** Parses and attributes the sources and all that they refer to below the source roots. */
    static JavaModel attributed(List<SourceText> sources, List<Path> sourceRoots) throws DiagnosticException {
        return read(sources, sourceRoots, true);
    }

    private static JavaModel read(List<SourceText> sources, List<Path> sourceRoots, boolean attribute)
            throws DiagnosticException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StandardJavaFileManager files = fileManager(compiler, sourceRoots);
        JavacTask task = (JavacTask)
                compiler.getTask(null, files, messages, List.of("-proc:none", "-Xlint:none"), null, sources);
        Map<String, String> names = new LinkedHashMap<>();
        sources.forEach(source -> names.put(source.toUri().toString(), source.displayName()));
        List<CompilationUnitTree> units = new ArrayList<>();
        task.addTaskListener(new TaskListener() {
            @Override
            public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.PARSE && event.getCompilationUnit() != null) {
                    units.add(event.getCompilationUnit());
                }
            }
        });
        try {
            task.parse();
            if (attribute) {
                task.analyze();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Diagnostic> errors = JavacMessages.errors(messages.getDiagnostics(), names);
        if (!errors.isEmpty()) {
            throw new DiagnosticException(errors);
        }
        return new JavaModel(task, Trees.instance(task), units, names);
    }

    static StandardJavaFileManager fileManager(JavaCompiler compiler, List<Path> sourceRoots) {
        StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(home(Kernel.class), home(NullMarked.class)));
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sourceRoots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The jar file or folder that a class was loaded from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class that declares a method or field. */
    static TypeElement owner(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    Trees trees() {
        return trees;
    }

    Types types() {
        return task.getTypes();
    }

    Elements elements() {
        return task.getElements();
    }

    /** Every source file that was read, in order. */
    List<CompilationUnitTree> units() {
        return units;
    }

    /** The place of a declaration in the sources, or null if only its class file is at hand. */
    @Nullable
    TreePath path(Element element) {
        return trees.getPath(element);
    }

    String displayName(CompilationUnitTree unit) {
        return displayNames.getOrDefault(
                unit.getSourceFile().toUri().toString(), unit.getSourceFile().getName());
    }

    /** The text of a file by the name that spans carry. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (CompilationUnitTree unit : units) {
            texts.put(displayName(unit), text(unit));
        }
        return texts;
    }

    static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Span span(CompilationUnitTree unit, Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        long end = trees.getSourcePositions().getEndPosition(unit, tree);
        return span(unit, start, Math.max(start, end));
    }

    private Span span(CompilationUnitTree unit, long start, long end) {
        if (start < 0) {
            return Span.NONE;
        }
        var lines = unit.getLineMap();
        return new Span(
                displayName(unit),
                (int) lines.getLineNumber(start),
                (int) lines.getColumnNumber(start),
                (int) lines.getLineNumber(end),
                (int) lines.getColumnNumber(end));
    }

    Diagnostic diagnostic(Rule rule, CompilationUnitTree unit, Tree tree, String message, @Nullable String fix) {
        return Diagnostic.of(rule, span(unit, tree), message, fix);
    }
}
