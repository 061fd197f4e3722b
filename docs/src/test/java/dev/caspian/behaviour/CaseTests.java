package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.query.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Conditions on text that disregard its case, in ASCII and outside of it. */
class CaseTests extends Behaviour {

    private void write(String... names) {
        for (String name : names) {
            prisma.user().create(u -> u.email(name).name(name));
        }
    }

    private List<String> found(Condition<User> condition) {
        return prisma.user().findMany(q -> q.where(condition).orderBy(User.ID.asc())).stream()
                .map(User::email)
                .toList();
    }

    @Test
    void disregardsCaseInEveryComparison() {
        write("Änne", "ÄNNE", "anne", "Zoë", "ЖУК");
        assertThat(found(User.NAME.eq("äNNE").insensitive())).containsExactly("Änne", "ÄNNE");
        assertThat(found(User.NAME.ne("änne").insensitive())).containsExactly("anne", "Zoë", "ЖУК");
        assertThat(found(User.NAME.contains("ÄN").insensitive())).containsExactly("Änne", "ÄNNE");
        assertThat(found(User.NAME.startsWith("жУ").insensitive())).containsExactly("ЖУК");
        assertThat(found(User.NAME.endsWith("OË").insensitive())).containsExactly("Zoë");
        assertThat(found(User.NAME.in(List.of("äNne", "zoË")).insensitive())).containsExactly("Änne", "ÄNNE", "Zoë");
        assertThat(found(User.NAME.notIn(List.of("äNne", "жук")).insensitive())).containsExactly("anne", "Zoë");
        assertThat(found(User.EMAIL.eq("ANNE").insensitive())).containsExactly("anne");
        assertThat(found(User.NAME.eq("ÄNNE").insensitive().not())).containsExactly("anne", "Zoë", "ЖУК");
    }

    @Test
    void keepsCaseOtherwise() {
        write("Änne", "ÄNNE", "anne");
        assertThat(found(User.NAME.eq("änne"))).isEmpty();
        assertThat(found(User.NAME.contains("NN"))).containsExactly("ÄNNE");
        assertThat(found(User.NAME.startsWith("A"))).isEmpty();
    }

    @Test
    void takesNullAndEmptyLists() {
        prisma.user().create(u -> u.email("nul"));
        write("A");
        assertThat(found(User.NAME.ne("a").insensitive())).isEmpty();
        assertThat(found(User.NAME.in(List.of()).insensitive())).isEmpty();
        assertThat(found(User.NAME.notIn(List.of()).insensitive())).containsExactly("nul", "A");
        List<String> many = new ArrayList<>(List.of("a"));
        for (int i = 0; i < 50_000; i++) {
            many.add("b" + i);
        }
        assertThat(found(User.NAME.in(many).insensitive())).containsExactly("A");
        assertThat(found(User.NAME.notIn(many).insensitive())).isEmpty();
    }

    @Test
    void takesWildcardsLiterally() {
        write("A_B*", "AXB?", "a%[b]");
        assertThat(found(User.NAME.startsWith("a_").insensitive())).containsExactly("A_B*");
        assertThat(found(User.NAME.endsWith("b*").insensitive())).containsExactly("A_B*");
        assertThat(found(User.NAME.endsWith("b?").insensitive())).containsExactly("AXB?");
        assertThat(found(User.NAME.endsWith("%[B]").insensitive())).containsExactly("a%[b]");
        assertThat(found(User.NAME.startsWith("a%[").insensitive())).containsExactly("a%[b]");
    }

    @Test
    void keepsSharpSApartFromDoubleS() {
        write("Straße", "STRASSE", "ẞ");
        assertThat(found(User.NAME.eq("STRAßE").insensitive())).containsExactly("Straße");
        assertThat(found(User.NAME.eq("strasse").insensitive())).containsExactly("STRASSE");
        assertThat(found(User.NAME.eq("ß").insensitive())).containsExactly("ẞ");
    }

    @Test
    void isTheSameInTurkey() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            write("TITLE", "ıx");
            assertThat(found(User.NAME.eq("title").insensitive())).containsExactly("TITLE");
            assertThat(found(User.NAME.contains("ITL").insensitive())).containsExactly("TITLE");
            assertThat(found(User.NAME.eq("IX").insensitive())).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void comparesFieldsWithoutCase() {
        prisma.user().create(u -> u.email("ÄNNE!").name("änn"));
        assertThat(found(User.EMAIL.eq(User.NAME).insensitive())).isEmpty();
        assertThat(found(User.EMAIL.startsWith(User.NAME).insensitive())).containsExactly("ÄNNE!");
        assertThat(found(User.EMAIL.contains(User.NAME).insensitive())).containsExactly("ÄNNE!");
        assertThat(found(User.EMAIL.contains(User.NAME))).isEmpty();
    }

    /** Not every connection comes from a pool, and each has to know what the statement needs. */
    @Test
    void worksOnAnyConnection() throws Exception {
        write("ÄNNE");
        try (var connection = dataSource.getConnection()) {
            PrismaClient other = new PrismaClient(ClientOptions.of(new SingleConnectionDataSource(connection, true))
                    .schema(database.schema("/behaviour.prisma")));
            assertThat(other.user().count(User.NAME.eq("änne").insensitive())).isEqualTo(1);
            try (var all = other.user().stream(q -> q.where(User.NAME.eq("änne").insensitive()))) {
                assertThat(all).hasSize(1);
            }
        }
        try (var all =
                prisma.user().stream(q -> q.where(User.NAME.startsWith("änne").insensitive()))) {
            assertThat(all).hasSize(1);
        }
        assertThat(prisma.user()
                        .updateMany(
                                u -> u.where(User.NAME.eq("änne").insensitive()).data(User.AGE.set(1))))
                .isEqualTo(1);
    }
}
