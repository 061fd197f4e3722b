package dev.caspian.performance;

import dev.caspian.performance.client.Post;
import dev.caspian.performance.client.PrismaClient;
import dev.caspian.performance.client.User;
import dev.caspian.query.Aggregate;

/** The calls whose cost is guarded: the workloads of the benchmarks, and what else an application calls all the time. */
enum Call {
    FIND_UNIQUE((prisma, number) -> prisma.user().findUnique(User.ID.eq(Store.userId(number % Store.USERS)))),
    FIND_100((prisma, number) -> prisma.user()
            .findMany(q -> q.where(User.LOGIN_COUNT.gte(number % 10))
                    .orderBy(User.EMAIL.asc())
                    .take(100))),
    FIND_10_000((prisma, number) -> prisma.post().findMany(Post.ID.lt(Store.INSERTED))),
    COUNT((prisma, number) -> prisma.post().count(Post.VIEWS.gt(number % 1_000))),
    EXISTS((prisma, number) -> prisma.user().exists(User.EMAIL.eq("user" + number + "@example.com"))),
    AGGREGATE((prisma, number) -> prisma.post()
            .aggregate(a -> a.select(Aggregate.count(), Post.VIEWS.sum(), Post.VIEWS.avg())
                    .where(Post.AUTHOR_ID.gte(Store.userId(number % 900)), Post.AUTHOR_ID.lt(Store.userId(910))))),
    INCLUDE_ONE_LEVEL((prisma, number) -> prisma.user()
            .findMany(q -> q.where(User.ID.gte(Store.userId(100)), User.ID.lt(Store.userId(200)))
                    .orderBy(User.ID.asc())
                    .include(User.POSTS))),
    INCLUDE_TWO_LEVELS((prisma, number) -> prisma.user()
            .findMany(q -> q.where(User.ID.gte(Store.userId(100)), User.ID.lt(Store.userId(200)))
                    .orderBy(User.ID.asc())
                    .include(User.POSTS.include(Post.COMMENTS)))),
    INCLUDE_OF_ONE((prisma, number) ->
            prisma.user().findUnique(User.ID.eq(Store.userId(number % Store.USERS)), q -> q.include(User.POSTS))),
    CREATE((prisma, number) -> prisma.user()
            .create(u -> u.id(Store.insertedId(number))
                    .email("new" + number + "@example.com")
                    .loginCount(0)
                    .createdAt(Store.START)
                    .name("New User"))),
    CREATE_MANY_100((prisma, number) -> createMany(prisma, number, 100)),
    CREATE_MANY_1_000((prisma, number) -> createMany(prisma, number, 1_000)),
    UPDATE((prisma, number) ->
            prisma.user().update(User.ID.eq(Store.userId(number % Store.USERS)), User.NAME.set("Name " + number))),
    UPDATE_MANY((prisma, number) -> prisma.user()
            .updateMany(
                    u -> u.where(User.ID.eq(Store.userId(number % Store.USERS))).data(User.LOGIN_COUNT.increment(1)))),
    UPSERT_OF_NONE((prisma, number) -> upsert(prisma, Store.insertedId(number))),
    UPSERT_OF_ONE((prisma, number) -> upsert(prisma, Store.userId(number % Store.USERS)));

    /** What is called. */
    @FunctionalInterface
    private interface Work {
        Object run(PrismaClient prisma, int number);
    }

    private final Work work;

    Call(Work work) {
        this.work = work;
    }

    /**
     * Calls it.
     *
     * @param number another one each time: what is inserted has it for its key
     */
    Object run(PrismaClient prisma, int number) {
        return work.run(prisma, number);
    }

    private static long createMany(PrismaClient prisma, int number, int count) {
        return prisma.comment()
                .createMany(many -> many.data(
                        Store.NUMBERS.subList(0, count),
                        (c, i) -> c.id(Store.insertedId(1_000L * number + i))
                                .text(Store.TEXT)
                                .postId(Store.postId(i))));
    }

    private static User upsert(PrismaClient prisma, String id) {
        return prisma.user()
                .upsert(u -> u.where(User.ID.eq(id))
                        .create(c -> c.id(id).email(id).loginCount(0).createdAt(Store.START))
                        .update(User.LOGIN_COUNT.increment(1)));
    }
}
