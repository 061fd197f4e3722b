package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.namespaces.client.Customer;
import dev.caspian.behaviour.namespaces.client.Desk;
import dev.caspian.behaviour.namespaces.client.OfficeState;
import dev.caspian.behaviour.namespaces.client.Order;
import dev.caspian.behaviour.namespaces.client.OrderLine;
import dev.caspian.behaviour.namespaces.client.Seller;
import dev.caspian.behaviour.namespaces.client.State;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.UniqueConstraintException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several schemas in one database. */
class NamespaceTests extends NamespaceBehaviour {

    @Test
    void tablesOfOneNameAreToldApart() {
        prisma.customer().create(c -> c.email("a@x"));
        prisma.seller().create(c -> c.login("ann").email("a@x"));
        prisma.clerk().create(c -> c.email("a@x").badge("1"));

        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.customer().create(c -> c.email("a@x")))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Customer"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("email"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.seller().create(c -> c.login("ann").email("b@x")))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Seller"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("login"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.clerk().create(c -> c.email("a@x").badge("2")))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Clerk"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("email"));
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.executeRaw("UPDATE \"Back Office\".\"account\" SET \"badge\" = NULL"))
                .withMessageContaining("`Clerk.badge`");
        assertThatExceptionOfType(NullConstraintException.class)
                .isThrownBy(() -> prisma.executeRaw("UPDATE \"sales\".\"account\" SET \"login\" = NULL"))
                .withMessageContaining("`Seller.login`");
    }

    @Test
    void enumsOfOneNameAreToldApart() {
        prisma.customer().create(c -> c.email("a@x").state(State.CLOSED));
        prisma.seller().create(c -> c.login("ann").email("a@x").state(OfficeState.BUSY));
        prisma.order().create(o -> o.number(1).state(State.OPEN).history(List.of(State.OPEN, State.CLOSED)));

        assertThat(prisma.customer().findMany(Customer.STATE.in(State.CLOSED, State.OPEN)))
                .extracting(Customer::state)
                .containsExactly(State.CLOSED);
        assertThat(prisma.seller().findMany(Seller.STATE.eq(OfficeState.BUSY), Seller.STATE.notIn(OfficeState.QUIET)))
                .hasSize(1);
        assertThat(prisma.order()
                        .findMany(Order.HISTORY.has(State.CLOSED), Order.HISTORY.hasEvery(List.of(State.OPEN))))
                .hasSize(1);
        assertThat(prisma.order()
                        .update(Order.NUMBER.eq(1), Order.HISTORY.push(State.OPEN), Order.STATE.set(State.CLOSED))
                        .history())
                .containsExactly(State.OPEN, State.CLOSED, State.OPEN);
        assertThat(prisma.order().findMany(Order.HISTORY.eq(List.of(State.OPEN, State.CLOSED, State.OPEN))))
                .hasSize(1);
        assertThat(prisma.order().updateMany(u -> u.all().data(Order.HISTORY.set(List.of(State.OPEN)))))
                .isEqualTo(1);
        assertThat(prisma.order()
                        .groupBy(g -> g.by(Order.STATE).select(Order.STATE.count()))
                        .get(0)
                        .get(Order.STATE))
                .isEqualTo(State.CLOSED);
    }

    @Test
    void foreignKeysLeadFromSchemaToSchema() {
        prisma.customer()
                .create(c -> c.email("a@x")
                        .orders(o -> o.create(n -> n.number(1)
                                .state(State.OPEN)
                                .lines(l -> l.create(m -> m.line(1).text("one"))
                                        .create(m -> m.line(2).text("two")))
                                .desk(d -> d.create(m -> m.floor(2).mood(OfficeState.BUSY))))));

        Customer customer = prisma.customer()
                .findUniqueOrThrow(
                        Customer.EMAIL.eq("a@x"),
                        q -> q.include(Customer.ORDERS.include(
                                Order.LINES.orderBy(OrderLine.LINE.desc()).take(1),
                                Order.DESK.include(Desk.ORDERS),
                                Order.LINES.count())));
        Order order = customer.orders().get(0);
        assertThat(order.lines()).extracting(OrderLine::text).containsExactly("two");
        assertThat(order.count(Order.LINES)).isEqualTo(2);
        assertThat(order.desk().mood()).isEqualTo(OfficeState.BUSY);
        assertThat(order.desk().orders()).extracting(Order::number).containsExactly(1);
        assertThat(prisma.desk().findUnique(Desk.floorMood(2, OfficeState.BUSY)))
                .isPresent();
        assertThat(prisma.orderLine()
                        .count(OrderLine.ORDER.is(
                                Order.CUSTOMER.is(Customer.EMAIL.eq("a@x")), Order.DESK.is(Desk.FLOOR.eq(2)))))
                .isEqualTo(2);
        prisma.order()
                .update(
                        Order.NUMBER.eq(1),
                        Order.DESK.upsert(d -> d.floor(3).mood(OfficeState.QUIET), Desk.MOOD.set(OfficeState.QUIET)));
        assertThat(prisma.order().findUniqueOrThrow(Order.NUMBER.eq(1)).mood()).isEqualTo(OfficeState.QUIET);
        assertThat(prisma.desk()
                        .upsert(u -> u.where(Desk.floorMood(2, OfficeState.QUIET))
                                .create(d -> d.floor(2).mood(OfficeState.QUIET))
                                .update(Desk.FLOOR.increment(5)))
                        .floor())
                .isEqualTo(7);
    }

    @Test
    void manyToManyRelationsLeadFromSchemaToSchema() {
        prisma.desk()
                .create(d -> d.floor(1)
                        .mood(OfficeState.QUIET)
                        .customers(c -> c.create(n -> n.email("a@x")).create(n -> n.email("b@x")))
                        .sellers(s -> s.create(n -> n.login("ann").email("a@x"))));

        Desk desk = prisma.desk()
                .findUniqueOrThrow(
                        Desk.floorMood(1, OfficeState.QUIET),
                        q -> q.include(
                                Desk.CUSTOMERS.orderBy(Customer.EMAIL.asc()), Desk.SELLERS.include(Seller.DESKS)));
        assertThat(desk.customers()).extracting(Customer::email).containsExactly("a@x", "b@x");
        assertThat(desk.sellers().get(0).desks()).extracting(Desk::floor).containsExactly(1);
        prisma.customer().update(Customer.EMAIL.eq("a@x"), Customer.DESKS.disconnect(Desk.ID.eq(desk.id())));
        assertThat(prisma.customer().findMany(Customer.DESKS.some(Desk.MOOD.eq(OfficeState.QUIET))))
                .extracting(Customer::email)
                .containsExactly("b@x");
    }
}
