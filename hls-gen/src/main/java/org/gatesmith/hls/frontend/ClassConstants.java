package org.gatesmith.hls.frontend;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.JavaType;
import org.jspecify.annotations.Nullable;

/** Constants and tables, with the values that Java itself gave them when it initialised their class. */
final class ClassConstants {

    private final Lowering program;
    private final LoadedClasses classes;
    private final Map<VariableElement, List<Table>> tables = new LinkedHashMap<>();

    ClassConstants(Lowering program, LoadedClasses classes) {
        this.program = program;
        this.classes = classes;
    }

    /** The tables that were read. */
    List<Table> tables() {
        return tables.values().stream().flatMap(List::stream).toList();
    }

    RValue read(VariableElement field, MethodContext context, Tree tree) {
        checkAnnotations(field, context);
        if (context.types.leaves(context.types.innermost(field.asType())).isEmpty()) {
            throw unsupported(field, context, tree);
        }
        if (field.getConstantValue() != null) {
            return number(field.getConstantValue(), field.asType(), context, tree);
        }
        if (context.types.isArray(field.asType())) {
            return table(field, context, tree);
        }
        return structured(value(field, context, tree), field, field.asType(), context, tree);
    }

    private LoweringError unsupported(VariableElement field, MethodContext context, Tree tree) {
        return context.types.isFunction(field.asType())
                ? context.error(
                        Rule.LAMBDA,
                        tree,
                        "the function in field " + field.getSimpleName() + " is not known by its source",
                        "refer to a static method where the function is passed")
                : context.unsupported(context.types.innermost(field.asType()), tree);
    }

    private void checkAnnotations(VariableElement field, MethodContext context) {
        TreePath path = program.model().path(field);
        if (path != null) {
            VariableRole role = context.types.isArray(field.asType()) ? VariableRole.TABLE : VariableRole.CONSTANT;
            new VariableChecks(program.reporter(), path.getCompilationUnit(), context.types)
                    .check(field, path.getLeaf(), role);
        }
    }

    private RValue structured(
            @Nullable Object value, VariableElement field, TypeMirror type, MethodContext context, Tree tree) {
        Optional<DeclaredType> record = context.types.record(type);
        if (value == null || record.isPresent() != value instanceof Record) {
            throw isNull(field, context, tree);
        }
        if (record.isEmpty()) {
            return number(value, type, context, tree);
        }
        List<TypeMirror> types = context.types.componentTypes(type);
        List<RValue> components = new ArrayList<>();
        List<Object> values = componentValues(value);
        for (int i = 0; i < types.size(); i++) {
            components.add(structured(values.get(i), field, types.get(i), context, tree));
        }
        return new RValue.Struct(record.get(), components);
    }

    /** A constant with a value that javac or the JVM knows. */
    RValue number(Object value, TypeMirror type, MethodContext context, Tree tree) {
        JavaType javaType = context.scalarType(tree, type);
        return context.expressions.scalarOf(literal(value), javaType, context.span(tree));
    }

    private static Literal literal(Object value) {
        return switch (value) {
            case Boolean b -> Literal.Int.of(b ? 1 : 0);
            case Character c -> Literal.Int.of(c);
            case Float f -> Literal.F32.of(f);
            case Double d -> Literal.F64.of(d);
            case Number n -> Literal.Int.of(n.longValue());
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    /** The field's value in the initialised class. */
    private @Nullable Object value(VariableElement field, MethodContext context, Tree tree) {
        TypeElement owner = JavaModel.owner(field);
        String className = program.model().elements().getBinaryName(owner).toString();
        try {
            Field reflected = classes.initialised(className)
                    .getDeclaredField(field.getSimpleName().toString());
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (ClassLoadingFailure e) {
            throw context.error(
                    Rule.CLASS_INITIALISER, tree, e.reason(), "run the class on the JVM to see the whole stack trace");
        } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException e) {
            throw context.error(
                    Rule.CLASS_INITIALISER,
                    tree,
                    "the value of " + field.getSimpleName() + " in class " + className + " cannot be read",
                    "copy the value to a constant of the kernel's class");
        }
    }

    private static LoweringError isNull(VariableElement field, MethodContext context, Tree tree) {
        return context.error(
                Rule.UNINITIALISED_CONSTANT,
                tree,
                "constant " + field.getSimpleName() + " is null or has null inside",
                "give it a value");
    }

    /** Components as they are stored, whatever accessors of the record's own return. */
    private static List<@Nullable Object> componentValues(Object record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                Field field = record.getClass().getDeclaredField(component.getName());
                field.setAccessible(true);
                values.add(field.get(record));
            } catch (NoSuchFieldException | IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    private RValue table(VariableElement field, MethodContext context, Tree tree) {
        TypeMirror element = context.types.innermost(field.asType());
        List<JavaType> leaves = context.types
                .leaves(element)
                .orElseThrow(() -> context.error(
                        Rule.UNSUPPORTED_TYPE, tree, "a table of " + element + " has no hardware equivalent", null));
        List<Table> read = tables.get(field);
        if (read == null) {
            read = create(field, leaves, context, tree);
            tables.put(field, read);
        }
        Span span = context.span(tree);
        List<Value> memories = new ArrayList<>();
        for (Table table : read) {
            Value memory = Value.named(table.type(), field.getSimpleName().toString());
            context.builder.append(new Op.TableRef(memory, table.name(), span));
            memories.add(memory);
        }
        return new RValue.ArrayView(element, memories, List.of(), null, null);
    }

    private List<Table> create(VariableElement field, List<JavaType> leaves, MethodContext context, Tree tree) {
        Object array = value(field, context, tree);
        if (array == null) {
            throw isNull(field, context, tree);
        }
        List<Integer> extents = extents(array, field, context, tree);
        List<List<Literal>> columns = new ArrayList<>();
        leaves.forEach(_ -> columns.add(new ArrayList<>()));
        if (!collect(array, columns)) {
            throw isNull(field, context, tree);
        }
        ArrayDirectives directives = LocalAnnotations.arrayDirectives(field);
        List<String> names = new ArrayList<>();
        context.arrays.addLeafNames(names, field.getSimpleName().toString(), context.types.innermost(field.asType()));
        List<Table> created = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            String name = program.freshTableName(names.get(i));
            created.add(new Table(name, new ArrayType(leaves.get(i).irType(), extents), columns.get(i), directives));
        }
        return created;
    }

    private List<Integer> extents(Object array, VariableElement field, MethodContext context, Tree tree) {
        List<Integer> extents = new ArrayList<>();
        Object level = array;
        int rank = context.types.rank(field.asType());
        while (level != null && extents.size() < rank) {
            extents.add(Array.getLength(level));
            if (Array.getLength(level) == 0) {
                break;
            }
            level = Array.get(level, 0);
        }
        if (extents.size() < rank || extents.contains(0) || !isRectangular(array, extents, 0)) {
            throw context.error(
                    Rule.UNINITIALISED_CONSTANT,
                    tree,
                    "table " + field.getSimpleName() + " is empty, ragged or has a null row",
                    "give every row the same number of elements");
        }
        return extents;
    }

    private static boolean isRectangular(@Nullable Object array, List<Integer> extents, int dimension) {
        if (dimension == extents.size()) {
            return true;
        }
        if (array == null || Array.getLength(array) != extents.get(dimension)) {
            return false;
        }
        for (int i = 0; i < extents.get(dimension); i++) {
            if (!isRectangular(Array.get(array, i), extents, dimension + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the numbers of an array to the columns, one column per leaf; whether there is no null among them. */
    private static boolean collect(@Nullable Object value, List<List<Literal>> columns) {
        if (value != null && value.getClass().isArray()) {
            boolean complete = true;
            for (int i = 0; i < Array.getLength(value); i++) {
                complete &= collect(Array.get(value, i), columns);
            }
            return complete;
        }
        List<Literal> leaves = new ArrayList<>();
        if (!collectLeaves(value, leaves)) {
            return false;
        }
        for (int i = 0; i < leaves.size(); i++) {
            columns.get(i).add(leaves.get(i));
        }
        return true;
    }

    private static boolean collectLeaves(@Nullable Object value, List<Literal> leaves) {
        if (value instanceof Record) {
            return componentValues(value).stream().allMatch(component -> collectLeaves(component, leaves));
        }
        if (value != null) {
            leaves.add(literal(value));
        }
        return value != null;
    }
}
