package demo;

import demo.generated.PrismaClient;
import demo.generated.UserRole;
import dev.caspian.client.PrismaSeeder;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills an empty database, so that there is something to see at the first start. The roles are in prisma/seed.sql. */
@Component
class FirstData implements PrismaSeeder {

    private record Sale(String region, String amount, double rating, String status) {}

    private static final List<Sale> SALES = List.of(
            new Sale("North", "1200.50", 4.5, "completed"),
            new Sale("North", "310.00", 3.0, "open"),
            new Sale("East", "740.25", 5.0, "completed"),
            new Sale("South", "99.90", 4.0, "completed"),
            new Sale("South", "455.00", 3.5, "completed"),
            new Sale("West", "1840.00", 4.8, "completed"));

    private final PrismaClient prisma;

    FirstData(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @Override
    public void seed() {
        if (prisma.user().exists()) {
            return;
        }
        prisma.user()
                .create(user -> user.email("alice@example.com")
                        .name("Alice")
                        .userRole(UserRole.NAME.eq("admin"))
                        .posts(posts -> posts.create(post -> post.title("Caspian reads your Prisma schema")
                                        .published(true))
                                .create(post -> post.title("Its transactions are Spring's")
                                        .published(true))));
        prisma.user()
                .create(user -> user.email("bob@example.com")
                        .name("Bob")
                        .userRole(UserRole.NAME.eq("author"))
                        .posts(posts -> posts.create(
                                        post -> post.title("Every query is plain SQL: watch it on the right")
                                                .published(true))
                                .create(post -> post.title("A draft, waiting to be published"))));
        prisma.todo()
                .createMany(todos -> todos.data(
                        List.of(
                                "Publish a post and read its SQL",
                                "Open prisma/schema.prisma",
                                "Add a field of your own"),
                        (todo, title) -> todo.title(title)));
        prisma.sales()
                .createMany(sales -> sales.data(
                        SALES,
                        (sale, row) -> sale.region(row.region())
                                .amount(new BigDecimal(row.amount()))
                                .status(row.status())
                                .rating(row.rating())));
    }
}
