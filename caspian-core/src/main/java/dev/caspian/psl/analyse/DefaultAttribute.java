package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.ScalarType;
import dev.caspian.psl.ast.Argument;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.Expression.ArrayLiteral;
import dev.caspian.psl.ast.Expression.Constant;
import dev.caspian.psl.ast.Expression.FunctionCall;
import dev.caspian.psl.ast.Expression.NumberLiteral;
import dev.caspian.psl.ast.Expression.StringLiteral;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.schema.Arity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code @default}: whether its value is of a kind that the field can have. Whether the value itself is right comes later. */
final class DefaultAttribute {

    private static final Set<String> FUNCTIONS =
            Set.of("autoincrement", "cuid", "dbgenerated", "nanoid", "now", "uuid", "ulid", "auto");
    private static final Set<String> NOT_IN_COMPOSITES = Set.of("autoincrement", "auto");

    private final AttributeArguments arguments;
    private final Diagnostics diagnostics;
    private final FieldDeclaration field;
    private final ColumnType type;
    private final boolean composite;

    private DefaultAttribute(FieldDeclaration field, ColumnType type, boolean composite, AttributeArguments arguments) {
        this.field = field;
        this.type = type;
        this.composite = composite;
        this.arguments = arguments;
        this.diagnostics = arguments.diagnostics();
    }

    /** Reads the default of a column. */
    static void resolve(ScalarFieldSymbol field, AttributeArguments arguments) {
        DefaultAttribute attribute = new DefaultAttribute(field.syntax(), field.type(), false, arguments);
        Expression value = arguments.required("value").orElse(null);
        if (value == null) {
            return;
        }
        String map = arguments.name("map");
        if (attribute.accepts(value, map)) {
            field.defaultValue(new DefaultSymbol(arguments.attribute(), value, map));
        }
    }

    /** Reads the default of a field of a composite type. */
    static void resolve(FieldDeclaration field, ColumnType type, AttributeArguments arguments) {
        DefaultAttribute attribute = new DefaultAttribute(field, type, true, arguments);
        Expression value = arguments.required("value").orElse(null);
        if (value == null) {
            return;
        }
        if (arguments.optional("map").isPresent()) {
            attribute.report(AttributeRule.COMPOSITE_DEFAULT_MAP);
        }
        if (isCall(value, "dbgenerated")) {
            attribute.report(AttributeRule.COMPOSITE_DEFAULT_FUNCTION, "dbgenerated");
        } else {
            attribute.accepts(value, null);
        }
    }

    private boolean report(AttributeRule rule, Object... particulars) {
        diagnostics.add(rule.at(arguments.attribute().span(), particulars));
        return false;
    }

    private static boolean isCall(Expression value, String function) {
        return value instanceof FunctionCall call && call.name().equals(function);
    }

    private boolean accepts(Expression value, @Nullable String map) {
        if (value instanceof FunctionCall call && call.name().equals("dbgenerated")) {
            return acceptsDbgenerated(call);
        }
        if (type instanceof ColumnType.Scalar scalar) {
            return value instanceof FunctionCall call
                    ? acceptsFunction(call, scalar.type(), map)
                    : acceptsLiteral(value, scalar.type());
        } else if (type instanceof ColumnType.Enumerated enumerated) {
            return acceptsEnum(value, enumerated.type());
        } else if (type instanceof ColumnType.Composite) {
            return report(AttributeRule.COMPOSITE_DEFAULT, field.name());
        }
        return report(AttributeRule.UNSUPPORTED_DEFAULT);
    }

    private boolean isList() {
        return FieldSymbol.arity(field.wellFormedType()) == Arity.LIST;
    }

    private boolean acceptsEnum(Expression value, EnumSymbol type) {
        if (!isList()) {
            return acceptsEnumValue(value, type);
        }
        // The first wrong element is reported, and no further one.
        return value instanceof ArrayLiteral array
                ? array.elements().stream().allMatch(element -> acceptsEnumValue(element, type))
                : report(AttributeRule.WRONG_ENUM_DEFAULT, value.source());
    }

    private boolean acceptsEnumValue(Expression value, EnumSymbol type) {
        if (!(value instanceof Constant constant)) {
            return report(AttributeRule.WRONG_ENUM_DEFAULT, value.source());
        }
        return type.hasValue(constant.path()) || report(AttributeRule.UNKNOWN_ENUM_VALUE, type, constant.path());
    }

    private boolean acceptsLiteral(Expression value, ScalarType scalar) {
        if (isList()) {
            return value instanceof ArrayLiteral array
                    ? array.elements().stream().allMatch(element -> acceptsSingle(element, scalar))
                    : report(AttributeRule.SINGLE_DEFAULT_FOR_LIST, field.name());
        }
        return value instanceof ArrayLiteral
                ? report(AttributeRule.LIST_DEFAULT_FOR_SINGLE, field.name())
                : acceptsSingle(value, scalar);
    }

    private boolean acceptsSingle(Expression value, ScalarType scalar) {
        boolean fits = switch (scalar) {
            case STRING, JSON, BYTES, DATE_TIME -> value instanceof StringLiteral;
            case INT, BIG_INT, FLOAT -> value instanceof NumberLiteral;
            case DECIMAL -> value instanceof NumberLiteral || value instanceof StringLiteral;
            case BOOLEAN -> value instanceof Constant;
        };
        if (!fits) {
            return report(AttributeRule.WRONG_DEFAULT, scalar.prismaName(), value.source(), hint(value, scalar));
        }
        if (value instanceof Constant constant && !Set.of("true", "false").contains(constant.path())) {
            diagnostics.add(AttributeRule.BOOLEAN_DEFAULT.at(value.span(), constant.path()));
            return false;
        }
        return true;
    }

    private static String hint(Expression value, ScalarType scalar) {
        if (scalar == ScalarType.DATE_TIME && value instanceof Constant) {
            return " For the current time, write `now()`.";
        }
        boolean quotesMissing = value instanceof Constant || value instanceof NumberLiteral;
        return quotesMissing && scalar == ScalarType.STRING ? " Put it in quotes." : "";
    }

    private boolean acceptsFunction(FunctionCall call, ScalarType scalar, @Nullable String map) {
        String name = call.name();
        List<Argument> given = call.arguments().given();
        if (name.equals("autoincrement") && map != null) {
            return report(AttributeRule.NAMED_AUTOINCREMENT);
        } else if (composite && NOT_IN_COMPOSITES.contains(name)) {
            return report(AttributeRule.COMPOSITE_DEFAULT_FUNCTION, name);
        } else if (name.equals("auto")) {
            return takesNothing(name, given);
        } else if (!FUNCTIONS.contains(name)) {
            // The database decides later whether it knows this function.
            return true;
        }
        ScalarType expected = name.equals("now") ? ScalarType.DATE_TIME : ScalarType.STRING;
        boolean fits = name.equals("autoincrement")
                ? scalar == ScalarType.INT || scalar == ScalarType.BIG_INT
                : scalar == expected;
        if (!fits) {
            return report(AttributeRule.WRONG_DEFAULT_FUNCTION, name, scalar.prismaName());
        }
        return switch (name) {
            case "uuid" -> takesNumber(name, given, "4 or 7", value -> value == 4 || value == 7);
            case "cuid" -> takesNumber(name, given, "1 or 2", value -> value == 1 || value == 2);
            case "nanoid" -> takesNumber(name, given, "the length, from 2 to 255", value -> value >= 2 && value <= 255);
            default -> takesNothing(name, given);
        };
    }

    private boolean takesNothing(String function, List<Argument> given) {
        return given.isEmpty() || report(AttributeRule.FUNCTION_TAKES_NOTHING, function);
    }

    private interface Range {
        boolean contains(int value);
    }

    private boolean takesNumber(String function, List<Argument> given, String possible, Range range) {
        boolean sensible = given.size() <= 1 || report(AttributeRule.FUNCTION_TAKES_NUMBER, function);
        if (given.isEmpty()) {
            return true;
        }
        if (!(given.get(0).value() instanceof NumberLiteral number)) {
            return report(AttributeRule.FUNCTION_TAKES_NUMBER, function);
        }
        Optional<Integer> value = smallNumber(number.text());
        if (value.isEmpty() || !range.contains(value.get())) {
            return report(AttributeRule.FUNCTION_ARGUMENT, function, possible);
        }
        return sensible;
    }

    private static Optional<Integer> smallNumber(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private boolean acceptsDbgenerated(FunctionCall call) {
        List<Argument> given = call.arguments().given();
        boolean sensible = given.size() <= 1 || report(AttributeRule.DBGENERATED_ARGUMENT);
        if (given.isEmpty()) {
            return true;
        }
        if (!(given.get(0).value() instanceof StringLiteral sql)) {
            return report(AttributeRule.DBGENERATED_ARGUMENT);
        }
        return sql.value().isEmpty() ? report(AttributeRule.DBGENERATED_EMPTY) : sensible;
    }
}
