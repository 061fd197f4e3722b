package dev.caspian.behaviour.random;

import dev.caspian.behaviour.client.ClassCreate;
import dev.caspian.behaviour.client.MemberCreate;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.UserCreate;
import dev.caspian.query.Creation;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.Json;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Index;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Models whose records are upserted: with one key and with two, of one field and of two. */
final class Upserts {

    private Upserts() {}

    enum Kind {
        USER("User", Upserts::user),
        MEMBER("Member", Upserts::member),
        CLASS("Class", Upserts::clazz);

        private final String model;
        private final BiFunction<Object, Row, Creation<?>> creation;

        Kind(String model, BiFunction<Object, Row, Creation<?>> creation) {
            this.model = model;
            this.creation = creation;
        }

        String model() {
            return model;
        }

        @SuppressWarnings("unchecked") // The builder is the model's own.
        PrismaRecord run(
                Catalogue.Entry entry,
                Unique<PrismaRecord> where,
                Row row,
                List<FieldAssignment<PrismaRecord>> assignments) {
            return entry.client().upsert(upsert -> {
                upsert.where(where).create(stage -> (Creation<PrismaRecord>) creation.apply(stage, row));
                assignments.forEach(upsert::update);
                return upsert;
            });
        }
    }

    static List<Index> keys(Row row) {
        return row.model().uniqueKeys();
    }

    @SuppressWarnings("unchecked") // The first stage of the model's builder.
    private static Creation<?> user(Object stage, Row r) {
        return ((UserCreate.NeedsEmail<UserCreate>) stage)
                .email((String) value(r, "email"))
                .id((Integer) value(r, "id"))
                .name((String) r.get("name"))
                .role((Role) value(r, "role"))
                .age((Integer) r.get("age"))
                .balance((BigDecimal) value(r, "balance"))
                .score((Double) r.get("score"))
                .big((Long) r.get("big"))
                .active((Boolean) value(r, "active"))
                .settings((Json) r.get("settings"))
                .photo((byte[]) r.get("photo"))
                .createdAt((Instant) value(r, "createdAt"))
                .updatedAt((Instant) value(r, "updatedAt"))
                .managerId((Integer) r.get("managerId"));
    }

    @SuppressWarnings("unchecked") // The first stage of the model's builder.
    private static Creation<?> member(Object stage, Row r) {
        return ((MemberCreate.NeedsOrg<MemberCreate.NeedsUser<MemberCreate>>) stage)
                .orgId((String) value(r, "orgId"))
                .userId((Integer) value(r, "userId"))
                .level((Integer) value(r, "level"));
    }

    @SuppressWarnings("unchecked") // The first stage of the model's builder.
    private static Creation<?> clazz(Object stage, Row r) {
        return ((ClassCreate.NeedsInt<ClassCreate>) stage)
                .int_((Integer) value(r, "int"))
                .id((Integer) value(r, "id"))
                .new_((String) r.get("new"))
                .getClass_((String) r.get("getClass"))
                .count((Integer) value(r, "count"))
                .toMap_((Boolean) value(r, "toMap"));
    }

    private static Object value(Row row, String field) {
        return Objects.requireNonNull(row.get(field));
    }
}
