package dev.caspian.migrate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07.9Z"), ZoneOffset.ofHours(9));

    private static Migration migration(String script) {
        return Migration.of("x", script.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hashesTheBytesOfTheScript() {
        assertThat(migration("").checksum())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(migration("SELECT 'ä';\n").checksum())
                .isEqualTo("9fad520211325c6141d159f7a986876c672ccd528cc95b63a57e7e6720ddcff2");
    }

    @Test
    void acceptsEitherLineEndAndNothingElse() {
        Migration unix = migration("a\nb\n");
        Migration windows = migration("a\r\nb\r\n");

        assertThat(unix.hasChecksum(windows.checksum())).isTrue();
        assertThat(windows.hasChecksum(unix.checksum())).isTrue();
        assertThat(unix.hasChecksum(migration("a\nb").checksum())).isFalse();
    }

    @Test
    void acceptsTheChecksumsOfEarlyVersionsThatLeftOutZeros() {
        assertThat(migration("3").checksum())
                .isEqualTo("4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce");
        assertThat(migration("3").hasChecksum("4e7408562bedb8b60ce5c1decfe3ad16b72230967de01f64b7e4729b49fce"))
                .isTrue();
    }

    @Test
    void namesAMigrationByTheTimeInUtcAndItsTitle() {
        assertThat(MigrationName.after(List.of(), CLOCK, " Add  the Users' table! "))
                .isEqualTo("20260304050607_add_the_users_table");
        assertThat(MigrationName.after(List.of(), CLOCK, "")).isEqualTo("20260304050607");
        assertThat(MigrationName.after(List.of("20260101000000_a"), CLOCK, "Übung 2"))
                .isEqualTo("20260304050607_übung_2");
    }

    @Test
    void putsAMigrationBehindTheLastEvenIfItsClockWasAhead() {
        assertThat(MigrationName.after(List.of("20301231235959_a"), CLOCK, "b")).isEqualTo("20310101000000_b");
        assertThat(MigrationName.after(List.of("init"), CLOCK, "b")).isGreaterThan("init");
    }

    @Test
    void refusesATitleThatIsTooLong() {
        assertThatThrownBy(() -> MigrationName.after(List.of(), CLOCK, "ä".repeat(101)))
                .hasMessageStartingWith("P3010");
    }
}
