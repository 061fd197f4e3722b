package demo.post;

import demo.generated.Post;
import demo.generated.PrismaClient;
import demo.generated.User;
import dev.caspian.query.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with posts. */
@Service
@Transactional
public class PostService {

    private final PrismaClient prisma;

    PostService(PrismaClient prisma) {
        this.prisma = prisma;
    }

    /** A page of posts, the newest first; what is null does not filter. */
    @Transactional(readOnly = true)
    public List<Post> find(@Nullable Boolean published, @Nullable String search, int page, int size) {
        return prisma.post()
                .findMany(query -> query.where(
                                Condition.ifPresent(published, Post.PUBLISHED::eq),
                                Condition.ifPresent(
                                        search,
                                        text -> Post.TITLE.contains(text).insensitive()))
                        .orderBy(Post.CREATED_AT.desc(), Post.ID.desc())
                        .skip(page * size)
                        .take(size)
                        .include(Post.AUTHOR.select(User.ID, User.NAME, User.EMAIL)));
    }

    /** One post with its author. */
    @Transactional(readOnly = true)
    public Post get(String id) {
        return prisma.post().findUniqueOrThrow(Post.ID.eq(id), query -> query.include(Post.AUTHOR));
    }

    /** Writes a post, and notes that it was written: both or neither. */
    public Post create(String title, String authorId, boolean published) {
        Post post = prisma.post()
                .create(
                        p -> p.title(title).authorId(authorId).published(published),
                        returning -> returning.include(Post.AUTHOR.select(User.ID, User.NAME, User.EMAIL)));
        prisma.log().create(log -> log.action("CREATED_POST").userId(authorId));
        return post;
    }

    /** Changes what is not null. */
    public Post change(String id, @Nullable String title, @Nullable Boolean published) {
        return prisma.post().update(update -> {
            update.where(Post.ID.eq(id)).include(Post.AUTHOR.select(User.ID, User.NAME, User.EMAIL));
            if (title != null) {
                update.data(Post.TITLE.set(title));
            }
            if (published != null) {
                update.data(Post.PUBLISHED.set(published));
            }
            return update;
        });
    }

    /** Deletes a post. */
    public void delete(String id) {
        prisma.post().delete(Post.ID.eq(id));
    }
}
