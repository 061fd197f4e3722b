package demo.user;

import demo.generated.Post;
import demo.generated.PrismaClient;
import demo.generated.User;
import demo.generated.UserRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with users. */
@Service
@Transactional
public class UserService {

    /** A user as raw SQL finds it. */
    public record Match(String id, String email, @Nullable String name) {}

    private final PrismaClient prisma;

    UserService(PrismaClient prisma) {
        this.prisma = prisma;
    }

    /** All users with their roles, and how many posts each has written. */
    @Transactional(readOnly = true)
    public List<User> find() {
        return prisma.user()
                .findMany(query -> query.orderBy(User.EMAIL.asc()).include(User.USER_ROLE, User.POSTS.count()));
    }

    /** One user with role and published posts. */
    @Transactional(readOnly = true)
    public User get(String id) {
        return prisma.user()
                .findUniqueOrThrow(
                        User.ID.eq(id),
                        query -> query.include(
                                User.USER_ROLE,
                                User.POSTS.where(Post.PUBLISHED.eq(true)).orderBy(Post.CREATED_AT.desc())));
    }

    /** Users whose address ends like this: a query that is written in SQL. */
    @Transactional(readOnly = true)
    public List<Match> withAddressAt(String domain) {
        return prisma.queryRaw(
                Match.class, "SELECT id, email, name FROM \"User\" WHERE email LIKE ? ORDER BY email", "%@" + domain);
    }

    /** Creates a user, and notes it: both or neither. A role that is not there yet is created too. */
    public User create(String email, @Nullable String name, @Nullable String role) {
        User user = prisma.user()
                .create(
                        u -> {
                            var record = u.email(email).name(name);
                            return role == null
                                    ? record
                                    : record.userRole(r ->
                                            r.connectOrCreate(UserRole.NAME.eq(role), create -> create.name(role)));
                        },
                        returning -> returning.include(User.USER_ROLE));
        prisma.log().create(log -> log.action("CREATED_USER").userId(user.id()));
        return user;
    }

    /** Changes the name; null removes it. */
    public User rename(String id, @Nullable String name) {
        return prisma.user().update(User.ID.eq(id), User.NAME.set(name));
    }

    /** Counts a login, in the database: two at the same time count as two. */
    public User login(String id) {
        User user = prisma.user().update(User.ID.eq(id), User.LOGIN_COUNT.increment(1));
        prisma.log().create(log -> log.action("LOGGED_IN").userId(id));
        return user;
    }

    /** Deletes a user and, because the schema says so, the user's posts. */
    public void delete(String id) {
        prisma.user().delete(User.ID.eq(id));
    }
}
