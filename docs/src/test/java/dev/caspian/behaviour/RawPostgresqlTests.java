package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.postgresql.client.Lists;
import dev.caspian.behaviour.postgresql.client.Mood;
import dev.caspian.behaviour.postgresql.client.Natives;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.StatementTimeoutException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.error.ValueTooLongException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** SQL of the application's own with what only some databases have. */
class RawPostgresqlTests extends PostgresqlBehaviour {

    private static final UUID KEY = UUID.fromString("0190a6ae-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123Z");

    private long natives(String condition, Object value) {
        return prisma.queryRaw(Long.class, "SELECT COUNT(*) FROM other.\"native types\" WHERE " + condition, value)
                .get(0);
    }

    @Test
    void aValueThatIsNotValidIsToldFromADivisionByZero() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT CAST(CAST(? AS text) AS integer)", "a"))
                .withMessage("A value of a parameter, or of a cast, is not valid for its type.");
        assertThatExceptionOfType(ValueOutOfRangeException.class)
                .isThrownBy(() -> prisma.queryRaw("SELECT 1 / CAST(? AS integer)", 0))
                .withMessage("A statement divides by zero. Leave out the rows whose divisor is zero, or use another"
                        + " divisor.");
    }

    @Test
    void nativeTypesAreBoundAndReadAsTheClientDoes() {
        Natives created = prisma.natives()
                .create(n -> n.uuid(KEY)
                        .date(LocalDate.of(2024, 2, 29))
                        .time(LocalTime.NOON)
                        .zoned(NOON)
                        .micros(NOON)
                        .mood(Mood.SAD)
                        .citext("Hello"));

        assertThat(natives("uuid = ?", KEY)).isEqualTo(1);
        assertThat(natives("date = ?", LocalDate.of(2024, 2, 29))).isEqualTo(1);
        assertThat(natives("time = ?", LocalTime.NOON)).isEqualTo(1);
        assertThat(natives("mood = ?", Mood.SAD)).isEqualTo(1);
        prisma.transaction(() -> {
            prisma.executeRaw("SET LOCAL TIME ZONE 'Asia/Tokyo'");
            assertThat(natives("zoned = ?", NOON)).isEqualTo(1);
            assertThat(natives("micros = ?", NOON)).isEqualTo(1);
        });
        assertThat(prisma.queryRaw(Natives.class, "SELECT * FROM other.\"native types\""))
                .containsExactly(created);
        assertThat(prisma.queryRaw("SELECT * FROM other.\"native types\"").get(0))
                .containsEntry("uuid", KEY)
                .containsEntry("date", LocalDate.of(2024, 2, 29))
                .containsEntry("time", LocalTime.NOON)
                .containsEntry("zoned", NOON)
                .containsEntry("mood", "rather blue")
                .containsEntry("citext", "Hello");
    }

    record Kept(List<Integer> ints, List<String> strings) {}

    @Test
    void listsAreArrays() {
        Lists created = prisma.lists()
                .create(l ->
                        l.strings(List.of("a", "b,\"c")).ints(List.of(1, 2)).moods(List.of(Mood.SAD)));

        assertThat(prisma.queryRaw(Lists.class, "SELECT * FROM \"Lists\" WHERE strings = ?", List.of("a", "b,\"c")))
                .containsExactly(created);
        assertThat(prisma.queryRaw(Lists.class, "SELECT * FROM \"Lists\" WHERE id = ANY(?)", List.of(created.id())))
                .hasSize(1);
        assertThat(prisma.queryRaw(
                        Lists.class,
                        "SELECT * FROM \"Lists\" WHERE moods @> :moods",
                        Map.of("moods", new Mood[] {Mood.SAD})))
                .hasSize(1);
        assertThat(prisma.queryRaw(Kept.class, "SELECT ints, strings FROM \"Lists\""))
                .containsExactly(new Kept(List.of(1, 2), List.of("a", "b,\"c")));
        assertThat(prisma.queryRaw("SELECT ints FROM \"Lists\"")).containsExactly(Map.of("ints", List.of(1, 2)));
    }

    @Test
    void castsAndOperatorsWithAQuestionMarkAreNoParameters() {
        assertThat(prisma.queryRaw(Integer.class, "SELECT :n::int + '1'::int", Map.of("n", "41")))
                .containsExactly(42);
        assertThat(prisma.queryRaw(Boolean.class, "SELECT '{\"a\": 1}'::jsonb ?? :name", Map.of("name", "a")))
                .containsExactly(true);
        assertThat(prisma.queryRaw(Boolean.class, "SELECT '{\"a\": 1}'::jsonb ?? ?", "b"))
                .containsExactly(false);
    }

    @Test
    void aStatementThatTakesTooLongIsStopped() {
        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> prisma.transaction(
                        tx -> tx.timeout(Duration.ofSeconds(1)), () -> prisma.queryRaw("SELECT pg_sleep(20)")))
                .isInstanceOf(QueryTimeoutException.class)
                .satisfies(e -> assertThat(e.code()).isEqualTo("P1008"));
    }

    @Test
    void aTextThatIsLongerThanItsColumnIsAnErrorOfItsOwn() {
        assertThatExceptionOfType(ValueTooLongException.class)
                .isThrownBy(() -> prisma.natives().create(n -> n.varchar("secret")))
                .withMessage("A value of the model `Natives` is longer than its column.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("P2000"));
    }
}
