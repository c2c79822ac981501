package org.gatesmith.hls.frontend;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * A method lowered for one kind of arguments: array extents, passed functions, type arguments, and, for a recursive method, the
 * constants among the arguments.
 */
record FunctionInstance(String name, List<ScalarType> resultTypes, JavaTypes types) {

    /** A call that needs an instance. */
    record Request(
            ExecutableElement method,
            TreePath path,
            RValue.@Nullable Struct self,
            List<RValue> arguments,
            Map<Element, TypeMirror> typeArguments) {}

    /** What distinguishes the instances of one method. */
    record Key(ExecutableElement method, List<Object> argumentForms, List<String> typeArguments) {}

    /** The operands that an argument becomes in an IR call. */
    static List<Value> operands(RValue argument) {
        return switch (argument) {
            case RValue.ArrayView array -> {
                List<Value> operands = new ArrayList<>(array.memories());
                operands.addAll(array.prefix());
                yield operands;
            }
            case RValue.Channel channel -> List.of(channel.fifo());
            default -> argument.leaves();
        };
    }

    /** What an argument contributes to the {@link Key}. */
    static Object form(RValue argument) {
        return switch (argument) {
            case RValue.ArrayView array ->
                List.of(
                        array.memories().stream()
                                .map(Value::type)
                                .map(Type::toString)
                                .toList(),
                        array.prefix().size(),
                        String.valueOf(array.contract()));
            case RValue.MethodRef reference -> reference.method();
            case RValue.Lambda lambda ->
                List.of(lambda.tree(), lambda.home().types.typeArguments().toString());
            case RValue.Struct struct ->
                List.of(
                        struct.element(),
                        struct.leaves().stream().map(Value::type).toList());
            case RValue.Scalar scalar -> scalar.type();
            case RValue.Channel channel -> channel.type();
            case RValue.Nothing _ -> "";
        };
    }
}
