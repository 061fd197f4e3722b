package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.client.User;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.PrismaException;
import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions on Json documents. What is expected is what Prisma 7 answers on PostgreSQL. */
class JsonTests extends Behaviour {

    @BeforeEach
    void writeDocuments() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("arr", "{\"a\":[1,2,3],\"n\":5,\"s\":\"x\"}");
        documents.put("obj", "{\"o\":{\"c\":2,\"b\":1},\"n\":50,\"s\":\"yx\"}");
        documents.put("str", "{\"s\":\"x\"}");
        documents.put("num", "{\"n\":\"7\",\"a\":2,\"s\":5}");
        documents.put("top", "\"q\"");
        documents.put("topa", "[1,2,{\"k\":[true,null]}]");
        documents.put("topn", "5");
        documents.put("nu", "{\"nu\":null}");
        documents.put("quo", "{\"a\\\"b.c\":{\"0\":\"zero\",\"x\\\\y\":\"back\"},\"s\":\"X\\\"yÄ\",\"\":1}");
        documents.forEach(
                (email, document) -> prisma.user().create(u -> u.email(email).settings(Json.parse(document))));
        prisma.user().create(u -> u.email("dbnull"));
    }

    private List<String> found(Condition<User> condition) {
        return prisma.user().findMany(q -> q.where(condition).orderBy(User.ID.asc())).stream()
                .map(User::email)
                .toList();
    }

    @Test
    void comparesPlaces() {
        assertThat(found(User.SETTINGS.path("a", "0").eq(1))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a", "-1").eq(3))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a", "0").ne(Json.of(1)))).isEmpty();
        assertThat(found(User.SETTINGS.path("a", "0").eq(1).not())).isEmpty();
        assertThat(found(User.SETTINGS.path("s").eq("x"))).containsExactly("arr", "str");
        assertThat(found(User.SETTINGS.path("s").ne("x"))).containsExactly("obj", "num", "quo");
        assertThat(found(User.SETTINGS.path("o").eq(Json.parse("{ \"b\": 1.0, \"c\": 2 }"))))
                .containsExactly("obj");
        assertThat(found(User.SETTINGS.path("nu").eq(Json.parse("null")))).containsExactly("nu");
        assertThat(found(User.SETTINGS.path("z").eq(Json.parse("null")))).isEmpty();
        assertThat(found(User.SETTINGS.path("2", "k", "0").eq(true))).containsExactly("topa");
    }

    @Test
    void takesAnyTextAsStep() {
        assertThat(found(User.SETTINGS.path("a\"b.c", "0").eq("zero"))).containsExactly("quo");
        assertThat(found(User.SETTINGS.path("a\"b.c", "x\\y").eq("back"))).containsExactly("quo");
        assertThat(found(User.SETTINGS.path("").eq(1))).containsExactly("quo");
        assertThat(found(User.SETTINGS
                        .path("a'; DROP TABLE users; --", "$", "[0]", "{,}")
                        .eq(1)))
                .isEmpty();
    }

    @Test
    void comparesNumbers() {
        assertThat(found(User.SETTINGS.path("n").lt(10))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("n").lte(5))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("n").gt(5))).containsExactly("obj");
        assertThat(found(User.SETTINGS.path("n").gte(new BigDecimal("5.0")))).containsExactly("arr", "obj");
        assertThat(found(User.SETTINGS.path("s").gt(0))).containsExactly("num");
        assertThat(found(User.SETTINGS.path().lt(10))).containsExactly("topn");
    }

    @Test
    void searchesStrings() {
        assertThat(found(User.SETTINGS.path("s").stringContains("x"))).containsExactly("arr", "obj", "str");
        assertThat(found(User.SETTINGS.path("s").stringStartsWith("x"))).containsExactly("arr", "str");
        assertThat(found(User.SETTINGS.path("s").stringEndsWith("x"))).containsExactly("arr", "obj", "str");
        assertThat(found(User.SETTINGS.path("n").stringContains("5"))).isEmpty();
        assertThat(found(User.SETTINGS.path("o").stringContains("b"))).isEmpty();
        assertThat(found(User.SETTINGS.path("s").stringContains("%"))).isEmpty();
        assertThat(found(User.SETTINGS.path("s").stringContains("\"y"))).containsExactly("quo");
        assertThat(found(User.SETTINGS.path().stringContains("q"))).containsExactly("top");
    }

    @Test
    void disregardsCase() {
        assertThat(found(User.SETTINGS.path("s").stringContains("X").insensitive()))
                .containsExactly("arr", "obj", "str", "quo");
        assertThat(found(User.SETTINGS.path("s").stringEndsWith("yä").insensitive()))
                .containsExactly("quo");
        assertThat(found(User.SETTINGS.path("s").eq("YX").insensitive())).containsExactly("obj");
        assertThat(found(User.SETTINGS.path("s").ne("X").insensitive())).containsExactly("obj", "num", "quo");
    }

    @Test
    void looksIntoArrays() {
        assertThat(found(User.SETTINGS.path("a").arrayContains(Json.of(2)))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a").arrayContains(Json.parse("[3, 1]"))))
                .containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a").arrayContains(Json.of(4)))).isEmpty();
        assertThat(found(User.SETTINGS.path("s").arrayContains(Json.of("x")))).isEmpty();
        assertThat(found(User.SETTINGS.path().arrayContains(Json.of(1)))).containsExactly("topa");
        assertThat(found(User.SETTINGS.path().arrayContains(Json.parse("[{\"k\":[null]}]"))))
                .containsExactly("topa");
        assertThat(found(User.SETTINGS.path().arrayContains(Json.parse("{\"k\":[null]}"))))
                .containsExactly("topa");
        assertThat(found(User.SETTINGS.path().arrayContains(Json.parse("{\"k\":[false]}"))))
                .isEmpty();
        assertThat(found(User.SETTINGS.path("a").arrayStartsWith(Json.of(1)))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a").arrayEndsWith(Json.of(3)))).containsExactly("arr");
        assertThat(found(User.SETTINGS.path("a").arrayEndsWith(Json.of(1)))).isEmpty();
        assertThat(found(User.SETTINGS.path("2", "k").arrayEndsWith(Json.parse("null"))))
                .containsExactly("topa");
    }

    @Test
    void leavesOutWhatIsOfAnotherKindFromTheOppositeToo() {
        assertThat(found(User.SETTINGS.path("n").lt(10).not())).containsExactly("obj");
        assertThat(found(User.SETTINGS.path("s").stringContains("y").not())).containsExactly("arr", "str");
        assertThat(found(User.SETTINGS.path("a").arrayContains(Json.of(2)).not()))
                .isEmpty();
        assertThat(found(User.SETTINGS.path("a").arrayStartsWith(Json.of(2)).not()))
                .containsExactly("arr");
        assertThat(found(User.SETTINGS.path("n").lt(10).not().not())).containsExactly("arr");
    }

    @Test
    void comparesWholeDocuments() {
        assertThat(found(User.SETTINGS.eq(Json.parse(" {\"s\" : \"x\"} ")))).containsExactly("str");
        assertThat(found(User.SETTINGS.ne(Json.parse("{\"s\":\"x\"}"))))
                .containsExactly("arr", "obj", "num", "top", "topa", "topn", "nu", "quo");
        assertThat(found(User.SETTINGS.eq(Json.parse("5.0")))).containsExactly("topn");
        assertThat(found(User.SETTINGS.in(Json.of("q"), Json.parse("{\"nu\" :null}"))))
                .containsExactly("top", "nu");
        assertThat(found(User.SETTINGS.notIn(List.of(Json.of("q"))))).hasSize(8);
        assertThat(found(User.SETTINGS.isNull())).containsExactly("dbnull");
        assertThat(found(User.SETTINGS.path().eq(5))).containsExactly("topn");
    }

    @Test
    void keepsDocumentsOfEveryKind() {
        for (String document : List.of("null", "true", "\"\"", "[]", "{}", "-1.5", "\"5\"", "\"é😀\\n\"")) {
            User user = prisma.user().update(User.EMAIL.eq("str"), User.SETTINGS.set(Json.parse(document)));
            assertThat(user.settings()).isEqualTo(Json.parse(document));
            assertThat(found(User.SETTINGS.eq(Json.parse(document)))).contains("str");
        }
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text : List.of("", "{", "{\"a\":}", "secret", "[1,]", "1 2", "\"\\x\"")) {
            assertThatThrownBy(() -> prisma.user().create(u -> u.email("bad").settings(Json.parse(text))))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> prisma.user().create(u -> u.email("deep").settings(Json.parse("[".repeat(100_000)))))
                .isInstanceOf(PrismaException.class);
        assertThatThrownBy(() -> found(User.SETTINGS.eq(Json.parse("secret"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        for (String text : List.of("[01]", "[1.]", "[-.5]", "[+1]", "\"\\u00\uFF14\uFF11\"")) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .as(text)
                    .isThrownBy(() -> prisma.user().create(u -> u.email("n@x").settings(Json.parse(text))));
        }
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> User.SETTINGS.path("a").lt(Double.NaN));
    }
}
