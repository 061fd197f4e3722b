package dev.caspian.behaviour.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import dev.caspian.behaviour.values.client.Mention;
import dev.caspian.behaviour.values.client.Value;
import dev.caspian.query.Condition;
import dev.caspian.query.OrderedField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The extremes of every scalar type: what is written is what is read, and found by it, whichever way it goes. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ValueTests extends ValueBehaviour {

    private interface Check {
        <T> void check(Kind<T> kind);
    }

    private void forEveryKind(Check check) {
        for (Kind<?> kind : Kind.all(database)) {
            prisma.mention().deleteMany(d -> d.all());
            prisma.value().deleteMany(d -> d.all());
            check.check(kind);
        }
    }

    /** Decimals are the same whatever their scale, and zeros are only if their signs are. */
    private static void assertSame(@Nullable Object actual, Object expected, Kind<?> kind) {
        if (expected instanceof BigDecimal decimal) {
            Assertions.assertThat((BigDecimal) actual)
                    .as("%s %s", kind, expected)
                    .isEqualByComparingTo(decimal);
        } else {
            assertThat(actual).as("%s %s", kind, expected).isEqualTo(expected);
        }
    }

    private <T> Value create(Kind<T> kind, T value) {
        return prisma.value().create(v -> kind.write().apply(v, value));
    }

    private <T> List<Integer> createAll(Kind<T> kind) {
        return kind.values().stream().map(value -> create(kind, value).id()).toList();
    }

    private List<Integer> found(Condition<Value> condition) {
        return prisma.value().findMany(q -> q.where(condition).orderBy(Value.ID.asc())).stream()
                .map(Value::id)
                .toList();
    }

    @Test
    void createReturnsWhatIsReadLater() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                for (T value : kind.values()) {
                    Value made = create(kind, value);
                    Value read = prisma.value().findUniqueOrThrow(Value.ID.eq(made.id()));
                    assertSame(kind.read().apply(made), value, kind);
                    assertSame(kind.read().apply(read), value, kind);
                }
            }
        });
    }

    @Test
    void createManyAndUpdateWriteTheSame() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                prisma.value().createMany(m -> m.data(kind.values(), kind.write()::apply));
                List<Value> all = prisma.value().findMany(q -> q.orderBy(Value.ID.asc()));
                for (int i = 0; i < all.size(); i++) {
                    assertSame(kind.read().apply(all.get(i)), kind.values().get(i), kind);
                }
                prisma.value().deleteMany(d -> d.all());
                int id = prisma.value().create(v -> v).id();
                for (T value : kind.values()) {
                    assertSame(
                            kind.read()
                                    .apply(prisma.value()
                                            .update(
                                                    Value.ID.eq(id),
                                                    kind.field().set(value))),
                            value,
                            kind);
                    assertSame(kind.read().apply(prisma.value().findFirstOrThrow(q -> q)), value, kind);
                }
            }
        });
    }

    @Test
    void everyValueIsFoundByItself() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                List<Integer> ids = createAll(kind);
                for (int i = 0; i < ids.size(); i++) {
                    T value = kind.values().get(i);
                    List<Integer> others = new ArrayList<>(ids);
                    others.remove(i);
                    String description = kind + " " + value;
                    for (Condition<Value> equal : List.<Condition<Value>>of(
                            kind.field().eq(value), kind.field().in(List.of(value)))) {
                        assertThat(found(equal)).as(description).containsExactly(ids.get(i));
                        assertThat(found(equal.not())).as(description).isEqualTo(others);
                    }
                    for (Condition<Value> different : List.<Condition<Value>>of(
                            kind.field().ne(value), kind.field().notIn(List.of(value)))) {
                        assertThat(found(different)).as(description).isEqualTo(others);
                    }
                    assertThat(prisma.value()
                                    .findUniqueOrThrow(kind.key().apply(value))
                                    .id())
                            .as(description)
                            .isEqualTo(ids.get(i));
                }
                assertThat(found(kind.field().in(kind.values())))
                        .as(kind.name())
                        .isEqualTo(ids);
                assertThat(found(kind.field().notIn(kind.values())))
                        .as(kind.name())
                        .isEmpty();
            }
        });
    }

    @Test
    void everyValueHasItsPlaceInTheOrder() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                List<Integer> ids = createAll(kind);
                if (kind.field() instanceof OrderedField<Value, T> field) {
                    for (int i = 0; i < ids.size(); i++) {
                        T value = kind.values().get(i);
                        String description = kind + " " + value;
                        assertThat(found(field.lt(value))).as(description).isEqualTo(ids.subList(0, i));
                        assertThat(found(field.lte(value))).as(description).isEqualTo(ids.subList(0, i + 1));
                        assertThat(found(field.gt(value))).as(description).isEqualTo(ids.subList(i + 1, ids.size()));
                        assertThat(found(field.gte(value))).as(description).isEqualTo(ids.subList(i, ids.size()));
                    }
                    assertThat(prisma.value().findMany(q -> q.orderBy(field.desc())))
                            .extracting(Value::id)
                            .isEqualTo(reversed(ids));
                }
            }
        });
    }

    private static List<Integer> reversed(List<Integer> ids) {
        List<Integer> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void aCursorStartsAtEveryValue() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                List<Integer> ids = createAll(kind);
                List<Integer> ordered = prisma
                        .value()
                        .findMany(q -> q.orderBy(kind.field().asc()))
                        .stream()
                        .map(Value::id)
                        .toList();
                for (int i = 0; i < ids.size(); i++) {
                    T value = kind.values().get(i);
                    int place = ordered.indexOf(ids.get(i));
                    assertThat(prisma.value()
                                    .findMany(q -> q.orderBy(kind.field().asc())
                                            .cursor(kind.key().apply(value))))
                            .as(kind + " " + value)
                            .extracting(Value::id)
                            .isEqualTo(ordered.subList(place, ordered.size()));
                }
            }
        });
    }

    @Test
    void relationsGoByEveryValue() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                createAll(kind);
                for (T value : kind.values()) {
                    prisma.mention().create(m -> kind.mention().apply(m, value));
                    prisma.mention().create(m -> kind.mention().apply(m, value));
                }
                List<Mention> mentions = prisma.mention()
                        .findMany(q -> q.include(kind.relation()).orderBy(Mention.ID.asc()));
                for (int i = 0; i < mentions.size(); i++) {
                    Value mentioned = Objects.requireNonNull(kind.mentioned().apply(mentions.get(i)));
                    assertSame(kind.read().apply(mentioned), kind.values().get(i / 2), kind);
                }
                for (T value : kind.values()) {
                    assertThat(prisma.mention()
                                    .count(kind.relation().is(kind.field().eq(value))))
                            .as(kind + " " + value)
                            .isEqualTo(2);
                }
            }
        });
    }

    @Test
    void groupsAndDistinctTellEveryValueFromTheOthers() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                createAll(kind);
                assertThat(prisma.value().findMany(q -> q.distinct(kind.field())))
                        .as(kind.name())
                        .hasSize(kind.values().size());
                assertThat(prisma.value().groupBy(g -> g.by(kind.field())))
                        .as(kind.name())
                        .hasSize(kind.values().size());
            }
        });
    }

    @Test
    void anUpsertMeetsEveryValueAgain() {
        forEveryKind(new Check() {
            @Override
            public <T> void check(Kind<T> kind) {
                for (T value : kind.values()) {
                    for (int round = 0; round < 2; round++) {
                        Value upserted = prisma.value()
                                .upsert(u -> u.where(kind.key().apply(value))
                                        .create(v -> kind.write().apply(v, value))
                                        .update(kind.field().set(value)));
                        assertSame(kind.read().apply(upserted), value, kind);
                    }
                }
                assertThat(prisma.value().count()).isEqualTo(kind.values().size());
            }
        });
    }
}
