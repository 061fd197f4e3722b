package dev.caspian.docs.testing;

import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.User;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page on testing tests. */
@Service
@Transactional
class Accounts {

    private final PrismaClient prisma;

    Accounts(PrismaClient prisma) {
        this.prisma = prisma;
    }

    User open(String email, String name) {
        User user = prisma.user().create(u -> u.email(email).name(name));
        prisma.log().create(l -> l.action("CREATED_USER").userId(user.id()));
        return user;
    }

    List<User> withPosts() {
        return prisma.user().findMany(q -> q.include(User.POSTS));
    }
}
