package app;

import dev.caspian.example.Author;
import dev.caspian.example.Book;
import dev.caspian.example.PrismaClient;
import dev.caspian.example.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** A day in the life of a generated client. */
public final class Scenario implements Function<DataSource, List<String>> {

    private final List<String> log = new ArrayList<>();

    @Override
    public List<String> apply(DataSource dataSource) {
        PrismaClient prisma = PrismaClient.create(dataSource);
        Author author = prisma.author().create(
                        a -> a.email("ada@example.com")
                                .role(Role.ADMIN)
                                .books(b -> b.create(c -> c.title("Notes").year(1843).price(5))
                                        .create(c -> c.title("Letters")
                                                .year(1844)
                                                .price(new BigDecimal("7.50"))
                                                .sold(3))),
                        q -> q.include(Author.BOOKS.orderBy(Book.TITLE.asc())));
        log.add(author.email() + " " + author.name() + " " + author.role());
        author.books().forEach(book -> log.add(book.title() + " " + book.price() + " " + book.sold()));

        Book book = prisma.book().create(b -> b.title("Engines")
                .year(1845)
                .price(9)
                .author(Author.EMAIL.eq("ada@example.com")));
        log.add("belongs to its author: " + book.authorId().equals(author.id()));

        log.add("by its key: " + prisma.book().findUniqueOrThrow(Book.titleAuthorId("Notes", author.id())).year());
        prisma.book().update(Book.titleAuthorId("Notes", author.id()), Book.YEAR.increment(10), Book.SOLD.set(1));
        log.add("updated: " + prisma.book().findFirstOrThrow(Book.YEAR.gt(1850)).title());
        log.add("administrators: " + prisma.author().count(Author.ROLE.eq(Role.ADMIN)));
        log.add("sum: " + prisma.book().aggregate(a -> a.select(Book.SOLD.sum())).get(Book.SOLD.sum()));
        log.add("deleted: " + prisma.book().deleteMany(Book.AUTHOR.is(Author.EMAIL.startsWith("ada"))));
        log.add(author.equals(Author.of(Author.ID.value(author.id()))) + " " + Author.of(Author.NAME.value("Ada")));
        try {
            log.add(String.valueOf(book.author()));
        } catch (RuntimeException e) {
            log.add(e.getMessage());
        }
        return log;
    }
}
