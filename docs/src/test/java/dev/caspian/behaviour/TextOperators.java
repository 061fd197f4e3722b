package dev.caspian.behaviour;

import dev.caspian.query.Aggregate;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FieldValue;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
import dev.caspian.query.Json;
import dev.caspian.query.JsonField;
import dev.caspian.query.JsonPath;
import dev.caspian.query.Order;
import dev.caspian.query.TypedField;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds all that can be made of a field with a text, by reflection, so that a new operator is found too. */
final class TextOperators {

    /**
     * What a method of a field, or of what it makes, makes of a text.
     *
     * @param hasCase whether it is a condition that can disregard case
     */
    record Operator(String name, boolean hasCase, Function<String, Object> made) {

        Object with(String text) {
            return made.apply(text);
        }
    }

    private static final Set<Class<?>> QUERIED =
            Set.of(Condition.class, FieldAssignment.class, Having.class, Order.class, GroupOrder.class);

    /** What no query is made of: values of records, and names. */
    private static final Set<Class<?>> NOT_QUERIED = Set.of(
            FieldValue.class, String.class, boolean.class, int.class, List.class, TypedField.class, JsonField.class);

    private final TypedField<?, ?> field;
    private final List<Operator> found = new ArrayList<>();

    private TextOperators(TypedField<?, ?> field) {
        this.field = field;
    }

    static List<Operator> of(TypedField<?, ?> field) {
        TextOperators operators = new TextOperators(field);
        operators.add(field.toString(), field.getClass(), text -> field);
        return operators.found;
    }

    private void add(String name, Class<?> type, Function<String, Object> owner) {
        for (Method method : type.getMethods()) {
            boolean isOfApi = method.getDeclaringClass().getPackage() == TypedField.class.getPackage()
                    && !method.isBridge()
                    && !Modifier.isStatic(method.getModifiers())
                    && !Set.of("fromDatabase", "equals", "hashCode", "function", "field")
                            .contains(method.getName());
            if (isOfApi) {
                add(name + "." + call(method), method, text -> invoke(method, owner.apply(text), text));
            }
        }
    }

    private void add(String name, Method method, Function<String, Object> made) {
        Class<?> type = method.getReturnType();
        if (type == JsonPath.class || Aggregate.class.isAssignableFrom(type)) {
            add(name, type, made);
        }
        if (Aggregate.class.isAssignableFrom(type)
                || QUERIED.stream().anyMatch(queried -> queried.isAssignableFrom(type))) {
            found.add(new Operator(name, Condition.Text.class.isAssignableFrom(type), made));
        } else if (type != JsonPath.class && !NOT_QUERIED.contains(type)) {
            throw new IllegalStateException("Nobody says what is done with the result of " + method);
        }
    }

    private static String call(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
    }

    private Object invoke(Method method, Object owner, String text) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, text))
                .toArray();
        try {
            method.trySetAccessible();
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Class<?> type, String text) {
        Object value = field instanceof JsonField ? Json.of(text) : text;
        if (type == Object.class || type == Comparable.class) {
            return value;
        } else if (type == String.class) {
            return text;
        } else if (type == Json.class) {
            return Json.of(text);
        } else if (type == TypedField.class) {
            return field;
        } else if (type == Collection.class || type == List.class) {
            return List.of(value, value);
        } else if (type == Number.class || type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return true;
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, argument(type.getComponentType(), text));
            return array;
        }
        throw new IllegalStateException("Nobody says which text becomes a " + type);
    }
}
