package app;

import static dev.caspian.query.Aggregate.count;

import dev.caspian.example.Log;
import dev.caspian.example.Post;
import dev.caspian.example.PrismaClient;
import dev.caspian.example.Sales;
import dev.caspian.example.User;
import dev.caspian.query.AggregateResult;
import dev.caspian.query.Condition;
import dev.caspian.query.NumberAggregate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Correct uses of a client, which compile without a warning. */
final class Usage {

    private final PrismaClient prisma;

    Usage(PrismaClient prisma) {
        this.prisma = prisma;
    }

    void create(List<String> titles) {
        User user = prisma.user().create(u -> u.email("alice@example.com").name("Alice"));
        prisma.post().create(p -> p.title("Hello").author(User.EMAIL.eq("alice@example.com")).published(true));
        prisma.post().create(p -> p.title("Hello").authorId(user.id()));
        prisma.post().create(p -> p.title("Hello").author(a -> a.create(c -> c.email("x").loginCount(3))));
        prisma.user().create(
                        u -> u.email("bob@example.com")
                                .name(null)
                                .posts(p -> p.create(c -> c.title("One"))
                                        .create(c -> c.title("Two").published(true))
                                        .connect(Post.ID.eq("p9"))
                                        .connectOrCreate(Post.ID.eq("s"), c -> c.title("S"))
                                        .createMany(many -> many.data(c -> c.title("x")).skipDuplicates())),
                        q -> q.include(User.POSTS));
        long created = prisma.todo().createMany(many -> many.data(t -> t.title("Buy milk"))
                .data(t -> t.title("Walk dog").done(false))
                .data(titles, (t, title) -> t.title(title))
                .skipDuplicates());
        prisma.sales().create(s -> s.region("x").amount(5).status("y").rating(4));
        prisma.sales().create(s -> s.region("x").amount(BigDecimal.ONE).status("y").rating(null));
        prisma.log().create(l -> l.action("CREATED_USER").userId(user.id()));
    }

    void read() {
        List<Post> posts = prisma.post().findMany(q -> q.where(Post.PUBLISHED.eq(true), Post.TITLE.contains("Caspian"))
                .orderBy(Post.CREATED_AT.desc(), Post.AUTHOR.orderBy(User.NAME.asc().nullsLast()))
                .skip(20)
                .take(10)
                .cursor(Post.ID.eq("p9"))
                .distinct(Post.AUTHOR_ID)
                .include(Post.AUTHOR));
        prisma.user().findMany(q -> q.include(
                User.POSTS.where(Post.PUBLISHED.eq(true)).take(5).include(Post.AUTHOR), User.LOGS.count()));
        Optional<User> one = prisma.user().findUnique(User.EMAIL.eq("a@x").and(User.NAME.eq("A")));
        Condition<Post> visible = Post.PUBLISHED.eq(true).or(Post.AUTHOR.is(User.NAME.eq("Alice")));
        long count = prisma.post().count(visible.and(Post.TITLE.startsWith("A").insensitive()).not());
        User user = prisma.user().findUniqueOrThrow(User.EMAIL.eq("a@x"), q -> q.include(User.POSTS, User.USER_ROLE));
        String email = user.email();
        int logins = user.loginCount();
        String title = user.posts().get(0).title();
    }

    void update() {
        prisma.user().update(User.ID.eq("123"), User.NAME.set("New Name"), User.LOGIN_COUNT.increment(1));
        prisma.user().update(
                        User.ID.eq("1"),
                        User.USER_ROLE.disconnect(),
                        User.POSTS.create(c -> c.title("x")),
                        User.LOGS.set(Log.ID.eq(1)));
        prisma.user().upsert(u -> u.where(User.EMAIL.eq("a@x"))
                .create(c -> c.email("a@x").name("A"))
                .update(User.LOGIN_COUNT.increment(1)));
        prisma.log().deleteMany(Log.CREATED_AT.lt(Instant.now()));
    }

    BigDecimal aggregate() {
        NumberAggregate<Sales, BigDecimal> amount = Sales.AMOUNT.sum();
        AggregateResult<Sales> stats = prisma.sales().aggregate(
                a -> a.select(amount, Sales.RATING.avg(), count()).where(Sales.STATUS.eq("completed")));
        return stats.get(amount);
    }

    User withoutADatabase() {
        return User.of(User.ID.value("1"), User.POSTS.value(List.of(Post.of(Post.TITLE.value("Hello")))));
    }
}
