package org.gatesmith.hls.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.gatesmith.hls.signature.JavaType;

/** Questions about Java types, with the type variables of a generic method or record resolved. */
record JavaTypes(Types types, Map<Element, TypeMirror> typeArguments) {

    private static final String API_PACKAGE = "org.gatesmith.api.";
    private static final Map<String, JavaType> FIFO_TYPES = Map.of(
            "BooleanFifo", JavaType.BOOLEAN,
            "ByteFifo", JavaType.BYTE,
            "ShortFifo", JavaType.SHORT,
            "CharFifo", JavaType.CHAR,
            "IntFifo", JavaType.INT,
            "LongFifo", JavaType.LONG,
            "FloatFifo", JavaType.FLOAT,
            "DoubleFifo", JavaType.DOUBLE);

    /** Records inside records beyond this depth are taken for a record that holds itself. */
    private static final int DEEPEST_RECORD = 16;

    /** The type with every type variable replaced by what it stands for here. */
    TypeMirror resolve(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> types.getArrayType(resolve(array.getComponentType()));
            case DeclaredType declared
            when !declared.getTypeArguments().isEmpty() ->
                types.getDeclaredType(
                        (TypeElement) declared.asElement(),
                        declared.getTypeArguments().stream().map(this::resolve).toArray(TypeMirror[]::new));
            default ->
                type.getKind() == TypeKind.TYPEVAR ? typeArguments.getOrDefault(types.asElement(type), type) : type;
        };
    }

    /** These types with further type variables known. */
    JavaTypes with(Map<Element, TypeMirror> more) {
        Map<Element, TypeMirror> all = new HashMap<>(typeArguments);
        all.putAll(more);
        return new JavaTypes(types, all);
    }

    /** What the type parameters of a generic type stand for in {@code type}. */
    static Map<Element, TypeMirror> argumentsOf(DeclaredType type) {
        var parameters = ((TypeElement) type.asElement()).getTypeParameters();
        Map<Element, TypeMirror> arguments = new HashMap<>();
        for (int i = 0; i < type.getTypeArguments().size(); i++) {
            arguments.put(parameters.get(i), type.getTypeArguments().get(i));
        }
        return arguments;
    }

    /** Finds what the type variables in {@code declared} stand for when {@code actual} takes its place. */
    void match(TypeMirror declared, TypeMirror actual, Map<Element, TypeMirror> found) {
        if (declared.getKind() == TypeKind.TYPEVAR) {
            found.putIfAbsent(types.asElement(declared), boxed(actual));
        } else if (declared instanceof ArrayType from && actual instanceof ArrayType to) {
            match(from.getComponentType(), to.getComponentType(), found);
        } else if (declared instanceof DeclaredType from && actual instanceof DeclaredType to) {
            int count = Math.min(
                    from.getTypeArguments().size(), to.getTypeArguments().size());
            for (int i = 0; i < count; i++) {
                match(from.getTypeArguments().get(i), to.getTypeArguments().get(i), found);
            }
        }
    }

    TypeMirror primitive(JavaType type) {
        return types.getPrimitiveType(TypeKind.valueOf(type.name()));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** The number type that a primitive or boxed type stands for. */
    Optional<JavaType> scalar(TypeMirror unresolved) {
        TypeMirror type = resolve(unresolved);
        return switch (type.getKind()) {
            case BOOLEAN -> Optional.of(JavaType.BOOLEAN);
            case BYTE -> Optional.of(JavaType.BYTE);
            case SHORT -> Optional.of(JavaType.SHORT);
            case CHAR -> Optional.of(JavaType.CHAR);
            case INT -> Optional.of(JavaType.INT);
            case LONG -> Optional.of(JavaType.LONG);
            case FLOAT -> Optional.of(JavaType.FLOAT);
            case DOUBLE -> Optional.of(JavaType.DOUBLE);
            case DECLARED -> unboxed(type);
            default -> Optional.empty();
        };
    }

    private Optional<JavaType> unboxed(TypeMirror type) {
        try {
            return scalar(types.unboxedType(type));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The record that a type names, type arguments resolved. */
    Optional<DeclaredType> record(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared
                        && declared.asElement().getKind() == ElementKind.RECORD
                ? Optional.of(declared)
                : Optional.empty();
    }

    /** Types of a record's components as seen through {@code type}. */
    List<TypeMirror> componentTypes(TypeMirror type) {
        DeclaredType declared = (DeclaredType) resolve(type);
        return ((TypeElement) declared.asElement())
                .getRecordComponents().stream()
                        .map(RecordComponentElement::getAccessor)
                        .map(accessor -> ((ExecutableType) types.asMemberOf(declared, accessor)).getReturnType())
                        .map(this::resolve)
                        .toList();
    }

    /** Element type of the FIFO class that a type names. */
    Optional<JavaType> fifo(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared ? fifoClass(qualifiedName(declared)) : Optional.empty();
    }

    private static Optional<JavaType> fifoClass(String name) {
        return name.startsWith(API_PACKAGE)
                ? Optional.ofNullable(FIFO_TYPES.get(name.substring(API_PACKAGE.length())))
                : Optional.empty();
    }

    private static String qualifiedName(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    boolean isString(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared
                && List.of("java.lang.String", "java.lang.StringBuilder", "java.lang.CharSequence")
                        .contains(qualifiedName(declared));
    }

    boolean isArray(TypeMirror type) {
        return resolve(type).getKind() == TypeKind.ARRAY;
    }

    /** Whether values of the type can only be functions: method references and lambdas. */
    boolean isFunction(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.INTERFACE;
    }

    /** Element type of an array of any rank. */
    TypeMirror innermost(TypeMirror type) {
        TypeMirror resolved = resolve(type);
        return resolved instanceof ArrayType array ? innermost(array.getComponentType()) : resolved;
    }

    /** Number of indices that lead to an element; 0 for what is no array. */
    int rank(TypeMirror type) {
        return resolve(type) instanceof ArrayType array ? 1 + rank(array.getComponentType()) : 0;
    }

    /** Number types of the leaves of a number or record; empty if something else is inside. */
    Optional<List<JavaType>> leaves(TypeMirror type) {
        List<JavaType> leaves = new ArrayList<>();
        return addLeaves(type, leaves, DEEPEST_RECORD) ? Optional.of(leaves) : Optional.empty();
    }

    private boolean addLeaves(TypeMirror type, List<JavaType> leaves, int depth) {
        Optional<JavaType> scalar = scalar(type);
        scalar.ifPresent(leaves::add);
        if (scalar.isPresent()) {
            return true;
        }
        return depth > 0
                && record(type).isPresent()
                && componentTypes(type).stream().allMatch(component -> addLeaves(component, leaves, depth - 1));
    }

    /** Whether hardware can hold a value of the type: a number, a record or array of numbers, a FIFO, or a function. */
    boolean isHardware(TypeMirror type) {
        return leaves(innermost(type)).isPresent() || fifo(type).isPresent() || isFunction(type);
    }
}
