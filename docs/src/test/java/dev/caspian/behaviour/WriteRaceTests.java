package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.client.Avatar;
import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.Profile;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.behaviour.client.User;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.RecordNotFoundException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several threads write at the same time. On SQLite they queue; on PostgreSQL they see what others commit. */
class WriteRaceTests extends Behaviour {

    private static final int THREADS = 8;
    private static final int ROUNDS = 6;

    /** All threads meet in each round. */
    private static void race(IntConsumer work) throws Exception {
        try (Threads threads = new Threads(THREADS)) {
            threads.run(THREADS * ROUNDS, work);
        }
    }

    private static int round(int run) {
        return run / THREADS;
    }

    private int user(String email) {
        return prisma.user().create(u -> u.email(email)).id();
    }

    private String post(int author, String slug) {
        return prisma.post()
                .create(p -> p.title(slug).authorId(author).slug(slug))
                .id();
    }

    @Test
    void aReferredRecordIsConnectedOrCreatedOnce() throws Exception {
        race(run -> prisma.post()
                .create(p -> p.title("p")
                        .author(a ->
                                a.connectOrCreate(User.EMAIL.eq("u" + round(run)), u -> u.email("u" + round(run))))));

        assertThat(prisma.user().count()).isEqualTo(ROUNDS);
        assertThat(prisma.post().count()).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    void aReferringRecordIsConnectedOrCreatedOnce() throws Exception {
        List<Integer> users =
                IntStream.range(0, THREADS).mapToObj(i -> user("u" + i)).toList();

        race(run -> prisma.user()
                .update(
                        User.ID.eq(users.get(run % THREADS)),
                        User.POSTS.connectOrCreate(
                                Post.SLUG.eq("s" + round(run)),
                                p -> p.title("p").slug("s" + round(run)))));

        assertThat(prisma.post().count()).isEqualTo(ROUNDS);
    }

    @Test
    void aJoinedRecordIsConnectedOrCreatedOnce() throws Exception {
        int ann = user("ann");

        race(run -> prisma.post()
                .create(p -> p.title("p")
                        .authorId(ann)
                        .tags(t -> t.connectOrCreate(Tag.NAME.eq("t" + round(run)), n -> n.name("t" + round(run))))));

        assertThat(prisma.tag().count()).isEqualTo(ROUNDS);
        assertThat(prisma.tag().findMany(q -> q.include(Tag.POSTS.count())))
                .allSatisfy(tag -> assertThat(tag.count(Tag.POSTS)).isEqualTo(THREADS));
    }

    @Test
    void theSameRecordsAreJoinedOnce() throws Exception {
        String post = post(user("ann"), "s");
        prisma.tag().create(t -> t.name("t"));

        race(run -> prisma.post().update(Post.ID.eq(post), Post.TAGS.connect(Tag.NAME.eq("t"))));

        assertThat(prisma.tag().count(Tag.POSTS.some())).isEqualTo(1);
    }

    @Test
    void aNestedUpsertLosesNoUpdate() throws Exception {
        int ann = user("ann");

        race(run -> prisma.user()
                .update(
                        User.ID.eq(ann),
                        User.POSTS.upsert(
                                Post.SLUG.eq("s"), p -> p.title("p").slug("s").views(1), Post.VIEWS.increment(1))));

        assertThat(prisma.post().findMany()).extracting(Post::views).containsExactly(THREADS * ROUNDS);
    }

    @Test
    void anUpsertWithConditionsLosesNoUpdate() throws Exception {
        race(run -> prisma.user()
                .upsert(u -> u.where(User.EMAIL.eq("ann").and(User.ACTIVE.eq(true)))
                        .create(c -> c.email("ann").age(1))
                        .update(User.AGE.increment(1))
                        .include(User.POSTS.count())));

        assertThat(prisma.user().findMany()).extracting(User::age).containsExactly(THREADS * ROUNDS);
    }

    @Test
    void aConditionHoldsWhenTheRecordIsWritten() throws Exception {
        String post = post(user("ann"), "s");
        AtomicInteger won = new AtomicInteger();

        race(run -> {
            int version = prisma.post().findUniqueOrThrow(Post.ID.eq(post)).views();
            try {
                prisma.post()
                        .update(
                                Post.ID.eq(post).and(Post.VIEWS.eq(version)),
                                Post.VIEWS.set(version + 1),
                                Post.COMMENTS.create(c -> c.body("version " + version)));
                won.incrementAndGet();
            } catch (RecordNotFoundException e) {
                // Another thread was first, as it may be.
            }
        });

        assertThat(won).hasPositiveValue();
        assertThat(prisma.post().findUniqueOrThrow(Post.ID.eq(post)).views()).isEqualTo(won.get());
        assertThat(prisma.comment().count()).isEqualTo(won.get());
    }

    @Test
    void aConditionHoldsWhenOnlyRelatedRecordsAreWritten() throws Exception {
        String post = post(user("ann"), "s");
        AtomicInteger won = new AtomicInteger();

        race(run -> {
            try {
                prisma.post()
                        .update(
                                Post.ID.eq(post).and(Post.COMMENTS.none()),
                                Post.COMMENTS.create(c -> c.body("first")),
                                Post.VIEWS.increment(1));
                won.incrementAndGet();
            } catch (RecordNotFoundException e) {
                // Another thread was first, as it may be.
            }
        });

        assertThat(prisma.comment().count()).isEqualTo(won.get());
    }

    @Test
    void aLimitedUpdateTakesEachRecordOnce() throws Exception {
        int ann = user("ann");
        prisma.post()
                .createMany(many -> many.data(
                        Collections.nCopies(THREADS * ROUNDS, "job"),
                        (p, title) -> p.title(title).authorId(ann)));
        Set<String> taken = Collections.synchronizedSet(new HashSet<>());

        race(run -> prisma.post()
                .updateManyAndReturn(u -> u.where(Post.PUBLISHED.eq(false))
                        .data(Post.PUBLISHED.set(true))
                        .limit(1))
                .forEach(post -> assertThat(taken.add(post.id())).isTrue()));

        assertThat(taken).hasSize(THREADS * ROUNDS);
    }

    @Test
    void aOneToOneRelationIsReplacedByOneAfterTheOther() throws Exception {
        prisma.user().create(u -> u.email("ann").profile(p -> p.create(c -> c.bio("hi"))));
        Profile profile = prisma.profile().findFirstOrThrow();

        race(run -> prisma.profile().update(Profile.ID.eq(profile.id()), Profile.AVATAR.create(a -> a.url("/" + run))));

        assertThat(prisma.avatar().count(Avatar.PROFILE.isNotNull())).isEqualTo(1);
        assertThat(prisma.avatar().count()).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    void whatIsDeletedIsWhatWasRead() throws Exception {
        int ann = user("ann");
        List<String> posts =
                IntStream.range(0, ROUNDS).mapToObj(i -> post(ann, "s" + i)).toList();
        AtomicInteger comments = new AtomicInteger();

        race(run -> {
            String id = posts.get(round(run));
            try {
                if (run % THREADS == THREADS / 2) {
                    Post deleted = prisma.post().delete(Post.ID.eq(id), q -> q.include(Post.COMMENTS));
                    comments.addAndGet(-deleted.comments().size());
                } else {
                    prisma.comment().create(c -> c.body("c").postId(id));
                    comments.incrementAndGet();
                }
            } catch (ForeignKeyConstraintException e) {
                // The post was deleted before, as it may be.
            }
        });

        assertThat(prisma.post().count()).isZero();
        assertThat(comments).hasValue(0);
    }
}
