package dev.caspian.behaviour;

import static dev.caspian.query.Aggregate.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.User;
import dev.caspian.client.ClientOptions;
import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.RecordNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Interceptors run around every operation of a client. */
class InterceptorTests extends Behaviour {

    private int ann;
    private int bob;

    @BeforeEach
    void twoAuthors() {
        ann = prisma.user()
                .create(u -> u.email("ann@x")
                        .posts(p -> p.create(o -> o.title("A1").slug("a1").views(1))
                                .create(o -> o.title("A2").slug("a2").views(2))))
                .id();
        bob = prisma.user()
                .create(u -> u.email("bob@x")
                        .posts(p -> p.create(o -> o.title("B1").slug("b1").views(10))))
                .id();
    }

    private PrismaClient with(PrismaInterceptor... interceptors) {
        ClientOptions options =
                ClientOptions.of(dataSource).schema(prisma.schema()).onQuery(event -> sql.add(event.sql()));
        for (PrismaInterceptor interceptor : interceptors) {
            options = options.intercept(interceptor);
        }
        return new PrismaClient(options);
    }

    /** A client in which an author sees and writes posts of their own only. */
    private PrismaClient of(int author) {
        return with(PrismaInterceptor.of(Post.class, posts -> {
            if (posts.kind().hasWhere()) {
                posts.where(Post.AUTHOR_ID.eq(author));
            }
            if (posts.kind().hasData()) {
                posts.data(Post.AUTHOR_ID.set(author));
            }
            return posts.proceed();
        }));
    }

    @Test
    void conditionsOfAnInterceptorNarrowEveryKindOfReading() {
        PrismaClient bobs = of(bob);

        assertThat(bobs.post().findUnique(Post.SLUG.eq("a1"))).isEmpty();
        assertThat(bobs.post().findUnique(Post.SLUG.eq("b1"))).isPresent();
        assertThat(bobs.post().findFirst(q -> q.orderBy(Post.TITLE.asc())))
                .get()
                .extracting(Post::title)
                .isEqualTo("B1");
        assertThat(bobs.post().findMany()).extracting(Post::title).containsExactly("B1");
        assertThat(bobs.post().findMany(q -> q, Post.TITLE)).containsExactly("B1");
        try (var posts = bobs.post().stream()) {
            assertThat(posts.map(Post::title)).containsExactly("B1");
        }
        assertThat(bobs.post().count()).isEqualTo(1);
        assertThat(bobs.post().exists(Post.SLUG.eq("a1"))).isFalse();
        assertThat(bobs.post().aggregate(a -> a.select(Post.VIEWS.sum())).get(Post.VIEWS.sum()))
                .isEqualTo(10);
        assertThat(bobs.post().groupBy(g -> g.by(Post.AUTHOR_ID).select(count())))
                .hasSize(1);
        assertThat(bobs.user().count()).isEqualTo(2);
    }

    @Test
    void conditionsOfAnInterceptorNarrowEveryKindOfWriting() {
        PrismaClient bobs = of(bob);

        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> bobs.post().update(Post.SLUG.eq("a1"), Post.TITLE.set("stolen")));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> bobs.post().delete(Post.SLUG.eq("a1")));
        assertThat(bobs.post().updateMany(u -> u.all().data(Post.LIKES.set(5)))).isEqualTo(1);
        assertThat(bobs.post().updateManyAndReturn(u -> u.all().data(Post.LIKES.increment(1))))
                .extracting(Post::title)
                .containsExactly("B1");
        assertThat(bobs.post().deleteMany(d -> d.all())).isEqualTo(1);
        assertThat(prisma.post().findMany(q -> q.orderBy(Post.TITLE.asc())))
                .extracting(Post::title)
                .containsExactly("A1", "A2");
    }

    @Test
    void valuesOfAnInterceptorReplaceThoseThatWereGiven() {
        PrismaClient bobs = of(bob);

        Post one = bobs.post().create(p -> p.title("B2").authorId(ann).slug("b2"));
        bobs.post().createMany(many -> many.data(p -> p.title("B3").authorId(ann)));
        bobs.post().createManyAndReturn(many -> many.data(p -> p.title("B4").authorId(ann)));
        bobs.post()
                .upsert(u -> u.where(Post.SLUG.eq("b5"))
                        .create(p -> p.title("B5").authorId(ann).slug("b5")));
        bobs.post()
                .upsert(u -> u.where(Post.SLUG.eq("b5"))
                        .create(p -> p.title("-").authorId(ann))
                        .update(Post.LIKES.set(7), Post.AUTHOR_ID.set(ann)));
        bobs.post().update(Post.ID.eq(one.id()), Post.AUTHOR_ID.set(ann));
        bobs.post().updateMany(u -> u.where(Post.TITLE.eq("B3")).data(Post.AUTHOR_ID.set(ann)));

        assertThat(prisma.post().findMany(q -> q.where(Post.AUTHOR_ID.eq(bob)).orderBy(Post.TITLE.asc())))
                .extracting(Post::title)
                .containsExactly("B1", "B2", "B3", "B4", "B5");
        assertThat(prisma.post().findUniqueOrThrow(Post.SLUG.eq("b5")).likes()).isEqualTo(7);
    }

    @Test
    void anInterceptorMayUpdateInsteadOfDeleting() {
        PrismaClient softly = with(PrismaInterceptor.of(Post.class, posts -> switch (posts.kind()) {
            case DELETE, DELETE_MANY -> posts.updateInstead(Post.PUBLISHED.set(true));
            default ->
                posts.kind().hasWhere() ? posts.where(Post.PUBLISHED.eq(false)).proceed() : posts.proceed();
        }));

        assertThat(softly.post()
                        .delete(Post.SLUG.eq("a1"), q -> q.include(Post.AUTHOR))
                        .author()
                        .email())
                .isEqualTo("ann@x");
        assertThat(softly.post().deleteMany(Post.SLUG.eq("b1"))).isEqualTo(1);
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() -> softly.post().delete(Post.SLUG.eq("none")));

        assertThat(softly.post().findMany()).extracting(Post::title).containsExactly("A2");
        assertThat(prisma.post().count()).isEqualTo(3);
    }

    @Test
    void anInterceptorMayGoByTheNamesOfFields() {
        PrismaClient narrowed = with(operation -> narrowed(operation, "email", "ann@x"));

        assertThat(narrowed.user().findMany()).extracting(User::id).containsExactly(ann);
        assertThat(narrowed.post().count()).isEqualTo(3);
    }

    private static <M extends dev.caspian.record.PrismaRecord> Object narrowed(
            Operation<M> operation, String name, Object value) {
        operation.field(name).ifPresent(field -> operation.where(field.eq(value)));
        return operation.proceed();
    }

    @Test
    void theFirstInterceptorIsTheOutermost() {
        List<String> steps = new ArrayList<>();
        PrismaClient watched = with(noting("outer", steps), noting("inner", steps));

        watched.user().findFirstOrThrow();
        watched.queryRaw(Long.class, "SELECT count(*) FROM \"users\"");
        watched.executeRaw("UPDATE \"users\" SET \"name\" = ?", "N");

        assertThat(steps)
                .containsExactly(
                        "outer User.findFirst",
                        "inner User.findFirst",
                        "inner done",
                        "outer done",
                        "outer queryRaw",
                        "inner queryRaw",
                        "inner done",
                        "outer done",
                        "outer executeRaw",
                        "inner executeRaw",
                        "inner done",
                        "outer done");
    }

    private static PrismaInterceptor noting(String name, List<String> steps) {
        return operation -> {
            steps.add(name + " " + operation);
            Object result = operation.proceed();
            steps.add(name + " done");
            return result;
        };
    }

    @Test
    void anInterceptorMayAnswerItself() {
        PrismaClient answered = with(operation -> operation.kind() == Operation.Kind.COUNT ? 42L : operation.proceed());
        sql.clear();

        assertThat(answered.user().count()).isEqualTo(42);
        assertThat(sql).isEmpty();
        assertThat(answered.user().findMany()).hasSize(2);
    }

    @Test
    void anInterceptorMayGoOnAgain() {
        PrismaClient twice = with(operation -> {
            operation.proceed();
            return operation.proceed();
        });

        twice.user().update(User.ID.eq(ann), User.AGE.set(1));
        twice.user().update(User.ID.eq(ann), User.AGE.increment(1));

        assertThat(prisma.user().findUniqueOrThrow(User.ID.eq(ann)).age()).isEqualTo(3);
    }

    @Test
    void whatAnInterceptorThrowsReachesTheCaller() {
        PrismaClient refusing = with(operation -> {
            throw new SecurityException("Not " + operation);
        });

        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> refusing.user().deleteMany(d -> d.all()))
                .withMessage("Not User.deleteMany");
        assertThat(prisma.user().count()).isEqualTo(2);
    }

    @Test
    void anAnswerOfAnotherTypeIsRefused() {
        PrismaClient wrong = with(operation -> Optional.of(operation.proceed()));

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> wrong.user().findMany())
                .withMessageContaining("answered `User.findMany` with a java.util.Optional instead of a List")
                .withMessageContaining("`operation.proceed()`");
    }

    @Test
    void whatAnOperationDoesNotHaveIsRefused() {
        PrismaClient where = with(PrismaInterceptor.of(
                User.class, users -> users.where(User.AGE.gt(1)).proceed()));
        PrismaClient data = with(PrismaInterceptor.of(
                User.class, users -> users.data(User.AGE.set(1)).proceed()));
        PrismaClient update = with(PrismaInterceptor.of(User.class, users -> users.updateInstead(User.AGE.set(1))));

        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> where.user().create(u -> u.email("c@x")))
                .withMessageContaining("`User.create` a condition");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> data.user().findMany())
                .withMessageContaining("`User.findMany` a value");
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> update.user().findMany())
                .withMessageContaining("it does not delete");
    }
}
