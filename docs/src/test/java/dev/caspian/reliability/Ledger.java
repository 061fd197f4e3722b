package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.reliability.Outcome.Kind;
import dev.caspian.reliability.client.Account;
import dev.caspian.reliability.client.Booking;
import dev.caspian.reliability.client.PrismaClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts and bookings. A booking reads the balance of its account and writes one more, itself, and three lines; each by
 * the client and, in the same words, by Spring's JdbcClient. Thread-safe.
 */
@Service
class Ledger {

    static final int ACCOUNTS = 32;

    /** The lines of a booking. */
    private static final List<Integer> LINES = List.of(1, 2, 3);

    private static final int RETRIES = 3;

    private final PrismaClient prisma;
    private final JdbcClient jdbc;

    Ledger(PrismaClient prisma, JdbcClient jdbc) {
        this.prisma = prisma;
        this.jdbc = jdbc;
    }

    PrismaClient prisma() {
        return prisma;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void openAccounts() {
        prisma.account()
                .createMany(many ->
                        many.data(IntStream.range(0, ACCOUNTS).boxed().toList(), (account, id) -> account.id(id)));
    }

    /**
     * Books by the client.
     *
     * @param work what the transaction does between reading and writing
     */
    void book(String id, int account, Runnable work) {
        prisma.transaction(tx -> tx.isolation(Isolation.REPEATABLE_READ).retries(RETRIES), () -> {
            int balance =
                    prisma.account().findUniqueOrThrow(Account.ID.eq(account)).balance() + 1;
            work.run();
            prisma.account().update(Account.ID.eq(account), Account.BALANCE.set(balance));
            prisma.booking().create(b -> b.id(id).accountId(account).balance(balance));
            prisma.line()
                    .createMany(
                            many -> many.data(LINES, (line, n) -> line.number(n).bookingId(id)));
        });
    }

    /** Books by JdbcClient. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    void bookWithJdbc(String id, int account, Runnable work) {
        int balance = balance(account) + 1;
        work.run();
        jdbc.sql("UPDATE \"Account\" SET \"balance\" = ? WHERE \"id\" = ?")
                .param(balance)
                .param(account)
                .update();
        jdbc.sql("INSERT INTO \"Booking\" (\"id\", \"accountId\", \"balance\") VALUES (?, ?, ?)")
                .param(id)
                .param(account)
                .param(balance)
                .update();
        for (int line : LINES) {
            jdbc.sql("INSERT INTO \"Line\" (\"number\", \"bookingId\") VALUES (?, ?)")
                    .param(line)
                    .param(id)
                    .update();
        }
    }

    private int balance(int account) {
        return jdbc.sql("SELECT \"balance\" FROM \"Account\" WHERE \"id\" = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Whether the balance of an account is that of its last booking, by the client. */
    boolean agrees(int account) {
        return prisma.transaction(tx -> tx.isolation(Isolation.REPEATABLE_READ).readOnly(), () -> {
            int balance =
                    prisma.account().findUniqueOrThrow(Account.ID.eq(account)).balance();
            return balance == 0
                    || prisma.booking().count(Booking.ACCOUNT_ID.eq(account).and(Booking.BALANCE.eq(balance))) == 1;
        });
    }

    /** Whether the balance of an account is that of its last booking, by JdbcClient. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    boolean agreesWithJdbc(int account) {
        int balance = balance(account);
        return balance == 0
                || jdbc.sql("SELECT count(*) FROM \"Booking\" WHERE \"accountId\" = ? AND \"balance\" = ?")
                                .param(account)
                                .param(balance)
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** The bookings that are there. */
    Set<String> bookings() {
        return new HashSet<>(
                jdbc.sql("SELECT \"id\" FROM \"Booking\"").query(String.class).list());
    }

    /**
     * Compares what is there with what was told: nothing is lost, nothing is there in part, and what failed did not happen.
     *
     * @param untold how many bookings there may be of which nothing was told, because who asked for them died
     */
    void audit(Outcomes outcomes, int untold) {
        assertThat(outcomes.of(Kind.UNTYPED))
                .as("errors without a name: %s", outcomes)
                .isEmpty();
        Set<String> found = bookings();
        assertThat(found).as("bookings that were acknowledged").containsAll(outcomes.of(Kind.ACKNOWLEDGED));
        Set<String> refused = new HashSet<>(outcomes.of(Kind.REFUSED));
        refused.addAll(outcomes.of(Kind.CONFLICT));
        refused.retainAll(found);
        assertThat(refused)
                .as("bookings that were refused and happened: %s", outcomes)
                .isEmpty();
        found.removeAll(outcomes.of(Kind.ACKNOWLEDGED));
        found.removeAll(outcomes.of(Kind.UNKNOWN));
        assertThat(found).as("bookings of which nothing was told").hasSizeLessThanOrEqualTo(untold);
        assertThat(rows("""
                        SELECT a."id" FROM "Account" a
                        WHERE a."balance" <> (SELECT count(*) FROM "Booking" b WHERE b."accountId" = a."id")"""))
                .as("accounts whose balance is not the number of their bookings")
                .isEmpty();
        assertThat(rows("""
                        SELECT b."id" FROM "Booking" b LEFT JOIN "Line" l ON l."bookingId" = b."id"
                        GROUP BY b."id" HAVING count(l."id") <> 3""")).as("bookings without their three lines").isEmpty();
        assertThat(rows("""
                        SELECT l."id" FROM "Line" l LEFT JOIN "Booking" b ON l."bookingId" = b."id" WHERE b."id" IS NULL""")).as("lines without their booking").isEmpty();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
