package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.error.FieldNotLoadedException;
import dev.caspian.error.InvalidQueryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields that a client leaves out wherever a query does not select them by name. */
class OmittedFieldTests extends Behaviour {

    private PrismaClient discreet;

    @BeforeEach
    void omitAField() {
        discreet = new PrismaClient(ClientOptions.of(dataSource)
                .schema(prisma.schema())
                .omit(User.EMAIL)
                .omit("User.settings"));
        prisma.user().create(u -> u.email("ann@x").name("Ann").posts(p -> p.create(o -> o.title("A"))));
    }

    @Test
    void areNotLoadedByAnyOperation() {
        assertOmitted(discreet.user().findFirstOrThrow());
        assertOmitted(discreet.user().findUniqueOrThrow(User.EMAIL.eq("ann@x")));
        assertOmitted(
                discreet.post().findFirstOrThrow(q -> q.include(Post.AUTHOR)).author());
        assertOmitted(discreet.user().create(u -> u.email("bob@x").name("Ann")));
        assertOmitted(discreet.user().update(User.EMAIL.eq("bob@x"), User.NAME.set("Ann")));
        assertOmitted(discreet.user().delete(User.EMAIL.eq("bob@x")));
    }

    private static void assertOmitted(User user) {
        assertThat(user.name()).isEqualTo("Ann");
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::email);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::settings);
        assertThat(user.toString()).doesNotContain("ann@x", "bob@x");
    }

    @Test
    void areLoadedWhereTheyAreSelected() {
        assertThat(discreet.user().findFirstOrThrow(q -> q.select(User.EMAIL)).email())
                .isEqualTo("ann@x");
        assertThat(discreet.user().findMany(q -> q, User.EMAIL)).containsExactly("ann@x");
    }

    @Test
    void mustBeFieldsOfTheSchema() {
        ClientOptions options = ClientOptions.of(dataSource).schema(prisma.schema());

        for (String unknown : new String[] {"User.pasword", "Usr.email", "email", "User.posts", ""}) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(() -> new PrismaClient(options.omit(unknown)))
                    .withMessageContaining("`" + unknown + "`")
                    .withMessageContaining("`User.password`");
        }
    }
}
