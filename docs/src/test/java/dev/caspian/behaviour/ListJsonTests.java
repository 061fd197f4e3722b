package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.behaviour.postgresql.client.Lists;
import dev.caspian.behaviour.postgresql.client.Mood;
import dev.caspian.behaviour.postgresql.client.Natives;
import dev.caspian.query.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists, dates, times and UUIDs as Json, in both directions. */
class ListJsonTests extends PostgresqlBehaviour {

    @ParameterizedTest
    @EnumSource
    void listsOfEveryTypeAreReadBackAsTheyWereWritten(Jackson jackson) throws IOException {
        Lists lists = prisma.lists()
                .create(l -> l.strings(List.of("a", ""))
                        .bigs(List.of(Long.MIN_VALUE))
                        .floats(List.of(0.5))
                        .decimals(List.of(new BigDecimal("12345678901234567890.123456789")))
                        .flags(List.of(true, false))
                        .times(List.of(Instant.EPOCH))
                        .docs(List.of(Json.parse("[1]"), Json.parse("null")))
                        .moods(List.of(Mood.SAD))
                        .uuids(List.of(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")))
                        .dates(List.of(LocalDate.of(2024, 2, 29))));
        String json = jackson.write(lists);
        assertThat(json)
                .contains("\"docs\":[[1],null]", "\"dates\":[\"2024-02-29\"]", "\"moods\":[\"SAD\"]", "\"blobs\":[]");
        Lists read = jackson.read(json, Lists.class);
        assertThat(read).isEqualTo(lists);
        assertThat(read.strings()).isUnmodifiable();
    }

    @ParameterizedTest
    @EnumSource
    void datesTimesAndUuidsAreReadBackAsTheyWereWritten(Jackson jackson) throws IOException {
        Natives natives = prisma.natives()
                .create(n -> n.uuid(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
                        .date(LocalDate.of(2024, 2, 29))
                        .time(LocalTime.of(12, 30, 5)));
        String json = jackson.write(natives);
        assertThat(json).contains("\"date\":\"2024-02-29\"", "\"time\":\"12:30:05\"");
        assertThat(jackson.read(json, Natives.class)).isEqualTo(natives);
    }

    @ParameterizedTest
    @EnumSource
    void aListHasNoNullAndNoOtherType(Jackson jackson) {
        for (String list : List.of("null", "[null]", "[\"secret\"]", "\"secret\"")) {
            assertThatThrownBy(() -> jackson.read("{\"ints\":" + list + "}", Lists.class))
                    .as(list)
                    .hasMessageContaining("`Lists.ints` must be a list with elements of the type `Integer`.")
                    .message()
                    .doesNotContain("secret");
        }
    }
}
