package app;

import dev.caspian.example.*;
import java.util.List;

/** Mistakes that do not compile. Below each line stands what javac says of it. */
@SuppressWarnings("unused")
final class Misuse {

    private final PrismaClient prisma;

    Misuse(PrismaClient prisma) {
        this.prisma = prisma;
    }

    void aRequiredFieldIsMissing() {
        prisma.user().create(u -> u.name("A"));
        // cannot find symbol
        // symbol: method name(String)
        // location: variable u of type NeedsEmail<UserCreate>
        prisma.post().create(p -> p.title("Hello").published(true));
        // cannot find symbol
        // symbol: method published(boolean)
        // location: interface NeedsAuthor<PostCreate>
        prisma.post().create(p -> p.title("Hello"));
        // incompatible types: bad return type in lambda expression
        // NeedsAuthor<PostCreate> cannot be converted to Creation<Post>
        prisma.user().create(u -> u);
        // incompatible types: bad return type in lambda expression
        // NeedsEmail<UserCreate> cannot be converted to Creation<User>
        prisma.todo().createMany(many -> many.data(t -> t.done(true)));
        // cannot find symbol
        // symbol: method done(boolean)
        // location: variable t of type NeedsTitle<TodoCreate>
        prisma.user().upsert(u -> u.where(User.ID.eq("1")).create(c -> c.name("A")));
        // cannot find symbol
        // symbol: method name(String)
        // location: variable c of type NeedsEmail<UserCreate>
        prisma.user().create(u -> u.email("a").posts(p -> p.create(c -> c.published(true))));
        // cannot find symbol
        // symbol: method published(boolean)
        // location: variable c of type NeedsTitle<PostCreate>
        prisma.user().create(u -> u.email("a").posts(p -> p.create(c -> c.title("One").authorId("u"))));
        // cannot find symbol
        // symbol: method authorId(String)
        // location: interface PostCreate
        prisma.user().update(User.ID.eq("1"), User.POSTS.create(c -> c.published(true)));
        // cannot find symbol
        // symbol: method published(boolean)
        // location: variable c of type NeedsTitle<PostCreate>
    }

    void aFieldIsNotUnique() {
        prisma.user().findUnique(User.NAME.eq("x"));
        // incompatible types: Text<User> cannot be converted to Unique<User>
        prisma.user().findUnique(User.EMAIL.contains("x"));
        // incompatible types: Text<User> cannot be converted to Unique<User>
        prisma.user().findUnique(User.EMAIL.eq("x").insensitive());
        // incompatible types: Condition<User> cannot be converted to Unique<User>
        prisma.user().findUnique(User.EMAIL.eq("x").or(User.NAME.eq("y")));
        // incompatible types: Condition<User> cannot be converted to Unique<User>
        prisma.user().delete(User.NAME.eq("x"));
        // incompatible types: Text<User> cannot be converted to Unique<User>
        prisma.post().create(p -> p.title("Hello").author(User.NAME.eq("x")));
        // no suitable method found for author(Text<User>)
        // (argument mismatch; Text<User> cannot be converted to Unique<User>)
        // (argument mismatch; Text<User> cannot be converted to UnaryOperator<RelateOne<User,NeedsEmail<UserCreate>>>)
    }

    void itBelongsToAnotherModel() {
        prisma.user().findMany(q -> q.where(Post.TITLE.eq("x")));
        // method where in class FindMany<M> cannot be applied to given types;
        // reason: varargs mismatch; Text<Post> cannot be converted to Condition<User>
        prisma.user().findMany(Post.TITLE.eq("x"));
        // no suitable method found for findMany(Text<Post>)
        // (varargs mismatch; Text<Post> cannot be converted to Condition<User>)
        prisma.user().findUnique(Post.ID.eq("x"));
        // incompatible types: UniqueText<Post> cannot be converted to Unique<User>
        prisma.user().findMany(q -> q.include(Post.AUTHOR));
        // method include in class FindMany<M> cannot be applied to given types;
        // reason: varargs mismatch; ToOne<Post,User,NeedsEmail<UserCreate>> cannot be converted to Include<User>
        prisma.user().findMany(q -> q.select(User.ID, Post.TITLE));
        // method select in class FindMany<M> cannot be applied to given types;
        // reason: varargs mismatch; StringField<Post> cannot be converted to Selection<User>
        prisma.user().findMany(q -> q.orderBy(Post.TITLE.asc()));
        // method orderBy in class FindMany<M> cannot be applied to given types;
        // reason: varargs mismatch; FieldOrder<Post> cannot be converted to Order<User>
        prisma.user().findMany(q -> q.include(User.POSTS.where(User.NAME.eq("x"))));
        // method where in class ReadToMany<M,R> cannot be applied to given types;
        // reason: varargs mismatch; Text<User> cannot be converted to Condition<Post>
        prisma.user().update(User.ID.eq("1"), Post.TITLE.set("x"));
        // no suitable method found for update(UniqueText<User>,FieldAssignment<Post>)
        // varargs mismatch; FieldAssignment<Post> cannot be converted to Assignment<User>
        prisma.user().aggregate(a -> a.select(Sales.AMOUNT.sum()));
        // method select in class Aggregation<M> cannot be applied to given types;
        // reason: varargs mismatch; NumberAggregate<Sales,BigDecimal> cannot be converted to Aggregate<User,?>
        User.of(Post.TITLE.value("x"));
        // method of in class User cannot be applied to given types;
        // reason: varargs mismatch; FieldValue<Post> cannot be converted to FieldValue<User>
    }

    void theTypeDoesNotFit() {
        prisma.user().update(User.ID.eq("1"), User.NAME.increment(1));
        // cannot find symbol
        // symbol: method increment(int)
        // location: variable NAME of type StringField<User>
        prisma.user().findMany(q -> q.where(User.LOGIN_COUNT.contains("1")));
        // cannot find symbol
        // symbol: method contains(String)
        // location: variable LOGIN_COUNT of type IntField<User>
        prisma.user().findMany(q -> q.where(User.LOGIN_COUNT.eq("1")));
        // no suitable method found for eq(String)
        // (argument mismatch; String cannot be converted to Integer)
        // (argument mismatch; String cannot be converted to TypedField<User,Integer>)
        prisma.user().findMany(q -> q.where(Post.PUBLISHED.gt(true)));
        // cannot find symbol
        // symbol: method gt(boolean)
        // location: variable PUBLISHED of type TypedField<Post,Boolean>
        prisma.user().update(User.ID.eq("1"), User.LOGIN_COUNT.set("x"));
        // incompatible types: String cannot be converted to Integer
        prisma.sales().aggregate(a -> a.select(Sales.REGION.sum()));
        // cannot find symbol
        // symbol: method sum()
        // location: variable REGION of type StringField<Sales>
        prisma.user().findMany(q -> q.include(User.EMAIL));
        // method include in class FindMany<M> cannot be applied to given types;
        // reason: varargs mismatch; UniqueStringField<User> cannot be converted to Include<User>
        prisma.user().create(u -> u.email(7));
        // incompatible types: int cannot be converted to String
    }

    void theRelationCannotDoThat() {
        prisma.post().update(Post.ID.eq("1"), Post.AUTHOR.disconnect());
        // cannot find symbol
        // symbol: method disconnect()
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.user().update(User.ID.eq("1"), User.POSTS.set(Post.ID.eq("1")));
        // cannot find symbol
        // symbol: method set(UniqueText<Post>)
        // location: variable POSTS of type ToMany<User,Post,NeedsTitle<PostCreate>>
        prisma.user().update(User.ID.eq("1"), User.POSTS.disconnect(Post.ID.eq("1")));
        // cannot find symbol
        // symbol: method disconnect(UniqueText<Post>)
        // location: variable POSTS of type ToMany<User,Post,NeedsTitle<PostCreate>>
        prisma.post().update(Post.ID.eq("1"), Post.AUTHOR.delete());
        // cannot find symbol
        // symbol: method delete()
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.post().update(Post.ID.eq("1"), Post.AUTHOR.disconnect(User.NAME.eq("x")));
        // cannot find symbol
        // symbol: method disconnect(Text<User>)
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.post().update(Post.ID.eq("1"), Post.AUTHOR.delete(User.NAME.eq("x")));
        // cannot find symbol
        // symbol: method delete(Text<User>)
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.post().update(Post.ID.eq("1"), Post.AUTHOR.update(Post.TITLE.eq("x"), User.NAME.set("y")));
        // no suitable method found for update(Text<Post>,FieldAssignment<User>)
        // Text<Post> cannot be converted to Assignment<User>
        // Text<Post> cannot be converted to Condition<User>
        prisma.user().findMany(q -> q.where(User.POSTS.is(Post.TITLE.eq("x"))));
        // cannot find symbol
        // symbol: method is(Text<Post>)
        // location: variable POSTS of type ToMany<User,Post,NeedsTitle<PostCreate>>
        prisma.post().findMany(q -> q.where(Post.AUTHOR.some(User.NAME.eq("x"))));
        // cannot find symbol
        // symbol: method some(Text<User>)
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.post().findMany(q -> q.where(Post.AUTHOR.isNull()));
        // cannot find symbol
        // symbol: method isNull()
        // location: variable AUTHOR of type ToOne<Post,User,NeedsEmail<UserCreate>>
        prisma.user().updateMany(u -> u.all().data(User.POSTS.create(c -> c.title("x"))));
        // no suitable method found for data(Assignment<User>)
        // varargs mismatch; Assignment<User> cannot be converted to FieldAssignment<User>
    }

    void aRecordDoesNotChange(User user) {
        user.name("x");
        // method name in class User cannot be applied to given types;
        // reason: actual and formal argument lists differ in length
        user.email = "x";
        // email has private access in User
        new User(null);
        // User(Row) is not public in User; cannot be accessed from outside package
        user.posts().get(0).author().nickname();
        // cannot find symbol
        // symbol: method nickname()
        // location: class User
        List<User> users = prisma.user().findFirst();
        // incompatible types: Optional<User> cannot be converted to List<User>
    }
}
