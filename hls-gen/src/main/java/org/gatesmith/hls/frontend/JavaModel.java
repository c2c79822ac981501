package org.gatesmith.hls.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.gatesmith.hls.diag.SourceLines;
import org.gatesmith.hls.diag.Span;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Java sources, parsed and attributed by javac. */
final class JavaModel {

    private final JavacTask task;
    private final Trees trees;
    private final List<CompilationUnitTree> units;
    private final SourceNames names;
    private final Map<CompilationUnitTree, SourceText> texts = new IdentityHashMap<>();
    private final Map<CompilationUnitTree, SourceLines> lines = new IdentityHashMap<>();
    private final Map<CompilationUnitTree, CodeText> codes = new IdentityHashMap<>();
    private final Map<Element, TreePath> declarations = new HashMap<>();

    private JavaModel(JavacTask task, Trees trees, List<CompilationUnitTree> units, SourceNames names) {
        this.task = task;
        this.trees = trees;
        this.units = units;
        this.names = names;
    }

    /** Parses without attributing; syntax errors are diagnostics. */
    static JavaModel parsed(List<SourceText> sources) throws DiagnosticException {
        return read(sources, List.of(), false);
    }

    /** Parses and attributes the sources and all that they refer to below the source roots. */
    static JavaModel attributed(List<SourceText> sources, List<Path> sourceRoots) throws DiagnosticException {
        JavaModel model = read(sources, sourceRoots, true);
        model.findDeclarations();
        return model;
    }

    private static JavaModel read(List<SourceText> sources, List<Path> sourceRoots, boolean attribute)
            throws DiagnosticException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StandardJavaFileManager files = fileManager(compiler, sourceRoots);
        JavacTask task = (JavacTask)
                compiler.getTask(null, files, messages, List.of("-proc:none", "-Xlint:none"), null, sources);
        SourceNames names = new SourceNames(sources, sourceRoots);
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
        List<Diagnostic> errors = JavacMessages.errors(messages.getDiagnostics(), names::displayName);
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

    private void findDeclarations() {
        for (CompilationUnitTree unit : units) {
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
                    add(getCurrentPath());
                    return super.visitClass(type, null);
                }

                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                    add(getCurrentPath());
                    return super.visitMethod(method, null);
                }

                @Override
                public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
                    if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                        add(getCurrentPath());
                    }
                    return super.visitVariable(variable, null);
                }
            }.scan(unit, null);
        }
    }

    private void add(TreePath path) {
        Element element = trees.getElement(path);
        if (element != null) {
            declarations.put(element, path);
        }
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

    /** Whether the user named the file; others are libraries to it. */
    boolean isGiven(CompilationUnitTree unit) {
        return names.given(unit.getSourceFile()) != null;
    }

    /** The place of a declaration in the sources, or null if only its class file is at hand. */
    @Nullable
    TreePath path(Element element) {
        return declarations.get(element);
    }

    /** Names of the files that were read, in order, as spans carry them. */
    List<String> files() {
        return units.stream().map(unit -> text(unit).displayName()).toList();
    }

    /** The text of a file by the name that spans carry. */
    Map<String, String> texts() {
        Map<String, String> found = new LinkedHashMap<>();
        for (CompilationUnitTree unit : units) {
            found.put(text(unit).displayName(), text(unit).text());
        }
        return found;
    }

    SourceText text(CompilationUnitTree unit) {
        return texts.computeIfAbsent(unit, this::read);
    }

    private SourceText read(CompilationUnitTree unit) {
        JavaFileObject file = unit.getSourceFile();
        SourceText given = names.given(file);
        if (given != null) {
            return given;
        }
        try {
            return new SourceText(
                    names.binaryPath(file),
                    names.displayName(file),
                    file.getCharContent(true).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start(CompilationUnitTree unit, Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }

    int end(CompilationUnitTree unit, Tree tree) {
        return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    /** The text of an expression or statement, the name of a declaration. */
    Span span(CompilationUnitTree unit, Tree tree) {
        return switch (tree) {
            case VariableTree variable ->
                nameSpan(unit, variable, variable.getModifiers(), variable.getType(), variable.getName());
            case MethodTree method ->
                nameSpan(unit, method, method.getModifiers(), method.getReturnType(), method.getName());
            case ClassTree type -> nameSpan(unit, type, type.getModifiers(), null, type.getSimpleName());
            default -> wholeSpan(unit, tree);
        };
    }

    /** All text of a declaration, its modifiers included. */
    Span wholeSpan(CompilationUnitTree unit, Tree tree) {
        int start = start(unit, tree);
        return start < 0 ? Span.NONE : span(unit, start, Math.max(start, end(unit, tree)));
    }

    private Span nameSpan(
            CompilationUnitTree unit, Tree declaration, Tree modifiers, @Nullable Tree type, CharSequence name) {
        int start = start(unit, declaration);
        int end = end(unit, declaration);
        if (start < 0 || name.isEmpty()) {
            return wholeSpan(unit, declaration);
        }
        int from = Math.max(start, Math.max(end(unit, modifiers), type == null ? start : end(unit, type)));
        int found = code(unit).find(name, from);
        return found >= 0 && found < end ? span(unit, found, found + name.length()) : wholeSpan(unit, declaration);
    }

    CodeText code(CompilationUnitTree unit) {
        return codes.computeIfAbsent(unit, u -> CodeText.of(text(u).text()));
    }

    private Span span(CompilationUnitTree unit, int start, int end) {
        return lines.computeIfAbsent(unit, u -> SourceLines.of(text(u).text()))
                .span(text(unit).displayName(), start, end);
    }
}
