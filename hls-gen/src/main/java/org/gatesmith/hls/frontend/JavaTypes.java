package org.gatesmith.hls.frontend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.gatesmith.hls.signature.JavaType;

/** Questions about Java types, with the type variables of a generic method resolved. */
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

    TypeMirror resolve(TypeMirror type) {
        if (type.getKind() == TypeKind.TYPEVAR) {
            return typeArguments.getOrDefault(types.asElement(type), type);
        }
        return type;
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

    /** The record class that a type names. */
    Optional<TypeElement> record(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared
                        && declared.asElement().getKind() == ElementKind.RECORD
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    /** Types of a record's components as seen through {@code type}. */
    List<TypeMirror> componentTypes(TypeMirror type) {
        DeclaredType declared = (DeclaredType) resolve(type);
        return ((TypeElement) declared.asElement())
                .getRecordComponents().stream()
                        .map(RecordComponentElement::getAccessor)
                        .map(accessor -> ((javax.lang.model.type.ExecutableType) types.asMemberOf(declared, accessor))
                                .getReturnType())
                        .map(this::resolve)
                        .toList();
    }

    /** Element type of the FIFO class that a type names. */
    Optional<JavaType> fifo(TypeMirror type) {
        return resolve(type) instanceof DeclaredType declared
                ? fifoClass(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString())
                : Optional.empty();
    }

    private static Optional<JavaType> fifoClass(String name) {
        return name.startsWith(API_PACKAGE)
                ? Optional.ofNullable(FIFO_TYPES.get(name.substring(API_PACKAGE.length())))
                : Optional.empty();
    }

    boolean isArray(TypeMirror type) {
        return resolve(type).getKind() == TypeKind.ARRAY;
    }

    /** Element type of an array of any rank. */
    TypeMirror innermost(TypeMirror type) {
        TypeMirror resolved = resolve(type);
        return resolved instanceof ArrayType array ? innermost(array.getComponentType()) : resolved;
    }

    /** Number types of the leaves of a number or record; empty if something else is inside. */
    Optional<List<JavaType>> leaves(TypeMirror type) {
        Optional<JavaType> scalar = scalar(type);
        if (scalar.isPresent()) {
            return Optional.of(List.of(scalar.get()));
        }
        if (record(type).isEmpty()) {
            return Optional.empty();
        }
        List<Optional<List<JavaType>>> components =
                componentTypes(type).stream().map(this::leaves).toList();
        return components.stream().allMatch(Optional::isPresent)
                ? Optional.of(components.stream()
                        .flatMap(c -> c.orElseThrow().stream())
                        .toList())
                : Optional.empty();
    }
}
