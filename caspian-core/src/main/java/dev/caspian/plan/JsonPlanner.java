package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.provider.ScalarType;
import dev.caspian.query.Condition;
import dev.caspian.query.JsonTest;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.List;
import java.util.function.Function;

/** Turns conditions on places in Json documents into expressions. Confined to one plan. */
final class JsonPlanner {

    private static final ColumnType JSON = ColumnType.of(ScalarType.JSON);

    /** Each doubles the places to look at where a database has to be told whether a numeral is a name. */
    private static final int MOST_NUMERALS = 6;

    private final Planning planning;

    JsonPlanner(Planning planning) {
        this.planning = planning;
    }

    /** How many steps of the path may be positions as well as names. */
    static int numerals(List<String> path) {
        return (int) path.stream().filter(Expression.JsonAt::isNumeral).count();
    }

    Expression condition(Condition.OfJson<?> condition, Expression document) {
        return condition(condition, document, Function.identity());
    }

    /**
     * The condition does not hold. As in Prisma, what is there must be of the kind that is asked for all the same: text
     * neither is less than 5 nor is not.
     */
    Expression opposite(Condition.OfJson<?> condition, Expression document) {
        return condition(condition, document, Expression.Not::new);
    }

    private Expression condition(
            Condition.OfJson<?> condition, Expression document, Function<Expression, Expression> answer) {
        int numerals = numerals(condition.path());
        if (numerals > MOST_NUMERALS) {
            throw new InvalidQueryException(
                    "The path into `" + condition.field() + "` has more than " + MOST_NUMERALS + " numerals.");
        }
        int path = planning.next(condition.path(), ColumnType.STRING).index();
        Expression place = new Expression.JsonAt(document, path, numerals);
        Expression test = answer.apply(test(condition, place));
        return switch (condition.test()) {
            case EQ, NE -> test;
            case LT, LTE, GT, GTE -> ofKind(place, Expression.JsonHasType.Type.NUMBER, test);
            case STRING_CONTAINS, STRING_STARTS_WITH, STRING_ENDS_WITH ->
                ofKind(place, Expression.JsonHasType.Type.STRING, test);
            case ARRAY_CONTAINS, ARRAY_STARTS_WITH, ARRAY_ENDS_WITH ->
                ofKind(place, Expression.JsonHasType.Type.ARRAY, test);
        };
    }

    private static Expression ofKind(Expression place, Expression.JsonHasType.Type kind, Expression test) {
        return new Expression.And(List.of(new Expression.JsonHasType(place, kind), test));
    }

    private Expression test(Condition.OfJson<?> condition, Expression place) {
        return switch (condition.test()) {
            case EQ, NE -> equal(place, condition, condition.test() == JsonTest.EQ);
            case LT -> number(place, Expression.Compare.Operator.LT, condition);
            case LTE -> number(place, Expression.Compare.Operator.LTE, condition);
            case GT -> number(place, Expression.Compare.Operator.GT, condition);
            case GTE -> number(place, Expression.Compare.Operator.GTE, condition);
            case STRING_CONTAINS -> text(place, Expression.Match.Position.ANYWHERE, condition);
            case STRING_STARTS_WITH -> text(place, Expression.Match.Position.START, condition);
            case STRING_ENDS_WITH -> text(place, Expression.Match.Position.END, condition);
            case ARRAY_CONTAINS -> new Expression.JsonContains(place, planning.next(condition.value(), JSON));
            case ARRAY_STARTS_WITH -> element(place, false, condition);
            case ARRAY_ENDS_WITH -> element(place, true, condition);
        };
    }

    private Expression equal(Expression place, Condition.OfJson<?> condition, boolean equal) {
        return equal(place, planning.next(condition.value(), JSON), equal, condition.ignoreCase());
    }

    /** Two documents are equal, or (not equal) differ. */
    static Expression equal(Expression one, Expression other, boolean equal, boolean ignoreCase) {
        Expression left = new Expression.JsonComparable(one, ignoreCase);
        Expression right = new Expression.JsonComparable(other, ignoreCase);
        return new Expression.Compare(
                ignoreCase ? new Expression.Fold(left) : left,
                equal ? Expression.Compare.Operator.EQ : Expression.Compare.Operator.NE,
                ignoreCase ? new Expression.Fold(right) : right);
    }

    private Expression number(Expression place, Expression.Compare.Operator operator, Condition.OfJson<?> condition) {
        Expression value = new Expression.JsonNumber(planning.next(condition.value(), JSON), false);
        return new Expression.Compare(new Expression.JsonNumber(place, true), operator, value);
    }

    private Expression text(Expression place, Expression.Match.Position position, Condition.OfJson<?> condition) {
        Expression part = planning.next(condition.value(), ColumnType.STRING);
        return new Expression.Match(new Expression.JsonText(place), position, part, condition.ignoreCase());
    }

    private Expression element(Expression place, boolean last, Condition.OfJson<?> condition) {
        return equal(new Expression.JsonElement(place, last), planning.next(condition.value(), JSON), true, false);
    }
}
