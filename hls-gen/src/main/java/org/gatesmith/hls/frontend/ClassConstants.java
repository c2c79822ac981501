package org.gatesmith.hls.frontend;

import com.sun.source.tree.Tree;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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

/** Constants and tables, with the values that Java itself gave them when it initialised their class. */
final class ClassConstants {

    private final Lowering program;
    private final ClassLoader classes;
    private final Map<VariableElement, List<Table>> tables = new LinkedHashMap<>();

    ClassConstants(Lowering program, ClassLoader classes) {
        this.program = program;
        this.classes = classes;
    }

    /** The tables that were read. */
    List<Table> tables() {
        return tables.values().stream().flatMap(List::stream).toList();
    }

    RValue read(VariableElement field, MethodContext context, Tree tree) {
        if (field.getConstantValue() != null
                && context.types.scalar(field.asType()).isPresent()) {
            return number(field.getConstantValue(), field.asType(), context, tree);
        }
        if (context.types.isArray(field.asType())) {
            return table(field, context, tree);
        }
        Object value = value(field, context, tree);
        return structured(value, field.asType(), context, tree);
    }

    private RValue structured(Object value, TypeMirror type, MethodContext context, Tree tree) {
        if (context.types.record(type).isPresent()) {
            List<TypeMirror> types = context.types.componentTypes(type);
            List<RValue> components = new ArrayList<>();
            List<Object> values = componentValues(value);
            for (int i = 0; i < types.size(); i++) {
                components.add(structured(values.get(i), types.get(i), context, tree));
            }
            return new RValue.Struct(context.types.record(type).get(), components);
        }
        return number(value, type, context, tree);
    }

    private RValue number(Object value, TypeMirror type, MethodContext context, Tree tree) {
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
    private Object value(VariableElement field, MethodContext context, Tree tree) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        String className = program.model().elements().getBinaryName(owner).toString();
        Object value;
        try {
            Class<?> type = Class.forName(className, true, classes);
            Field reflected = type.getDeclaredField(field.getSimpleName().toString());
            reflected.setAccessible(true);
            value = reflected.get(null);
        } catch (ExceptionInInitializerError e) {
            throw context.error(
                    Rule.CLASS_INITIALISER,
                    tree,
                    "class " + className + " fails while it is initialised: " + e.getCause(),
                    "run the class on the JVM to see the whole stack trace");
        } catch (ReflectiveOperationException | LinkageError e) {
            throw context.error(
                    Rule.CLASS_INITIALISER, tree, "class " + className + " cannot be loaded: " + e.getMessage(), null);
        }
        if (value == null) {
            throw context.error(
                    Rule.UNINITIALISED_CONSTANT,
                    tree,
                    "constant " + field.getSimpleName() + " is null",
                    "give it a value");
        }
        return value;
    }

    private static List<Object> componentValues(Object record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
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
        List<Integer> extents = extents(array, field, context, tree);
        List<List<Literal>> columns = new ArrayList<>();
        leaves.forEach(_ -> columns.add(new ArrayList<>()));
        collect(array, columns);
        ArrayDirectives directives = LocalAnnotations.arrayDirectives(field);
        List<Table> created = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            String base = field.getSimpleName().toString();
            String name = program.freshTableName(leaves.size() == 1 ? base : base + "_" + i);
            created.add(new Table(name, new ArrayType(leaves.get(i).irType(), extents), columns.get(i), directives));
        }
        return created;
    }

    private List<Integer> extents(Object array, VariableElement field, MethodContext context, Tree tree) {
        List<Integer> extents = new ArrayList<>();
        Object level = array;
        while (level != null && level.getClass().isArray()) {
            extents.add(Array.getLength(level));
            if (Array.getLength(level) == 0) {
                break;
            }
            level = Array.get(level, 0);
        }
        if (extents.contains(0) || !isRectangular(array, extents, 0)) {
            throw context.error(
                    Rule.UNINITIALISED_CONSTANT,
                    tree,
                    "table " + field.getSimpleName() + " is empty, ragged or has a null row",
                    "give every row the same number of elements");
        }
        return extents;
    }

    private static boolean isRectangular(Object array, List<Integer> extents, int dimension) {
        if (dimension == extents.size()) {
            return array != null;
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

    private static void collect(Object value, List<List<Literal>> columns) {
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), columns);
            }
            return;
        }
        List<Literal> leaves = new ArrayList<>();
        collectLeaves(value, leaves);
        for (int i = 0; i < leaves.size(); i++) {
            columns.get(i).add(leaves.get(i));
        }
    }

    private static void collectLeaves(Object value, List<Literal> leaves) {
        if (value instanceof Record) {
            componentValues(value).forEach(component -> collectLeaves(component, leaves));
        } else {
            leaves.add(literal(value));
        }
    }
}
