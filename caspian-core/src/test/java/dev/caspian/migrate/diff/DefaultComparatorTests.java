package dev.caspian.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultComparatorTests {

    private static boolean areEqual(@Nullable ColumnDefault previous, @Nullable ColumnDefault next) {
        return new DefaultComparator(false).areEqual(column(previous), column(next));
    }

    private static Column column(@Nullable ColumnDefault value) {
        ColumnType type = new ColumnType.Scalar(ScalarType.JSON, null);
        return new Column("c", type, Arity.REQUIRED, value, false, false);
    }

    private static ColumnDefault expression(@Nullable String sql) {
        return new ColumnDefault.Expression(sql);
    }

    private static Literal literal(Kind kind, String text) {
        return new Literal(kind, text);
    }

    @Test
    void comparesNumbersByValue() {
        assertThat(areEqual(literal(Kind.NUMBER, "1.50"), literal(Kind.NUMBER, "1.5")))
                .isTrue();
        assertThat(areEqual(literal(Kind.NUMBER, "1.50"), literal(Kind.NUMBER, "1.51")))
                .isFalse();
    }

    @Test
    void comparesJsonByContent() {
        String source = "{\"b\": [1.0, \"x y\"], \"a\": {\"\\u0041\": null}}";
        String stored = "{\"a\":{\"A\":null},\"b\":[1,\"x y\"]}";
        assertThat(areEqual(literal(Kind.STRING, stored), literal(Kind.JSON, source)))
                .isTrue();
        assertThat(areEqual(literal(Kind.JSON, "[1,2]"), literal(Kind.JSON, "[2,1]")))
                .isFalse();
        assertThat(areEqual(literal(Kind.JSON, "[\"a b\"]"), literal(Kind.JSON, "[\"ab\"]")))
                .isFalse();
        assertThat(areEqual(literal(Kind.JSON, "[".repeat(5000)), literal(Kind.JSON, "[")))
                .isFalse();
    }

    @Test
    void comparesExpressionsAsDatabasesPrintThem() {
        assertThat(areEqual(expression("lower('A'::text)"), expression("(lower('A'))")))
                .isTrue();
        assertThat(areEqual(expression("(a) + (b)"), expression("a) + (b"))).isFalse();
        assertThat(areEqual(expression("now()"), expression("other()"))).isFalse();
    }

    @Test
    void takesAnUntoldExpressionForWhateverThereIs() {
        assertThat(areEqual(expression("anything()"), expression(null))).isTrue();
        assertThat(areEqual(null, expression(null))).isTrue();
        assertThat(areEqual(expression("anything()"), null)).isFalse();
    }

    @Test
    void tellsEnumsAndStringsFromOtherConstants() {
        assertThat(areEqual(literal(Kind.STRING, "A"), literal(Kind.ENUM, "A"))).isTrue();
        assertThat(areEqual(literal(Kind.STRING, "1"), literal(Kind.NUMBER, "1")))
                .isFalse();
        assertThat(areEqual(new ColumnDefault.Now(), literal(Kind.STRING, "now")))
                .isFalse();
        assertThat(areEqual(null, literal(Kind.STRING, ""))).isFalse();
    }
}
