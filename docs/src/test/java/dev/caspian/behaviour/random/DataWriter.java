package dev.caspian.behaviour.random;

import dev.caspian.behaviour.client.Post;
import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Role;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.query.Json;
import dev.caspian.schema.Relation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** Writes the records that are in memory to a database. */
final class DataWriter {

    private DataWriter() {}

    static void write(MemoryDatabase data, PrismaClient prisma) {
        prisma.user()
                .createMany(many -> many.data(
                        data.table("User"),
                        (u, r) -> u.email(text(r, "email"))
                                .id(number(r, "id"))
                                .name((String) r.get("name"))
                                .role((Role) value(r, "role"))
                                .age((Integer) r.get("age"))
                                .balance((BigDecimal) value(r, "balance"))
                                .score((Double) r.get("score"))
                                .big((Long) r.get("big"))
                                .active(flag(r, "active"))
                                .settings((Json) r.get("settings"))
                                .photo((byte[]) r.get("photo"))
                                .createdAt((Instant) value(r, "createdAt"))
                                .updatedAt((Instant) value(r, "updatedAt"))
                                .managerId((Integer) r.get("managerId"))));
        prisma.profile()
                .createMany(many -> many.data(
                        data.table("Profile"),
                        (p, r) -> p.bio(text(r, "bio"))
                                .userId(number(r, "userId"))
                                .id(text(r, "id"))));
        prisma.avatar()
                .createMany(many -> many.data(
                        data.table("Avatar"),
                        (a, r) -> a.url(text(r, "url")).id(text(r, "id")).profileId((String) r.get("profileId"))));
        prisma.tag()
                .createMany(many -> many.data(
                        data.table("Tag"), (t, r) -> t.name(text(r, "name")).id(number(r, "id"))));
        prisma.post()
                .createMany(many -> many.data(
                        data.table("Post"),
                        (p, r) -> p.title(text(r, "title"))
                                .authorId(number(r, "authorId"))
                                .id(text(r, "id"))
                                .slug((String) r.get("slug"))
                                .published(flag(r, "published"))
                                .views(number(r, "views"))
                                .likes(number(r, "likes"))
                                .editorId((Integer) r.get("editorId"))
                                .createdAt((Instant) value(r, "createdAt"))));
        prisma.comment()
                .createMany(many -> many.data(
                        data.table("Comment"),
                        (c, r) -> c.body(text(r, "body"))
                                .postId(text(r, "postId"))
                                .id(text(r, "id"))
                                .approved(flag(r, "approved"))));
        prisma.org()
                .createMany(many -> many.data(
                        data.table("Org"), (o, r) -> o.name(text(r, "name")).id(text(r, "id"))));
        prisma.member()
                .createMany(many -> many.data(
                        data.table("Member"),
                        (m, r) -> m.orgId(text(r, "orgId"))
                                .userId(number(r, "userId"))
                                .level(number(r, "level"))));
        prisma.badge()
                .createMany(many -> many.data(
                        data.table("Badge"),
                        (b, r) -> b.name(text(r, "name"))
                                .orgIdUserId(text(r, "orgId"), number(r, "userId"))
                                .id(number(r, "id"))));
        prisma.class_()
                .createMany(many -> many.data(
                        data.table("Class"),
                        (c, r) -> c.int_(number(r, "int"))
                                .id(number(r, "id"))
                                .new_((String) r.get("new"))
                                .getClass_((String) r.get("getClass"))
                                .count(number(r, "count"))
                                .toMap_(flag(r, "toMap"))));
        Relation.ManyToMany tags = (Relation.ManyToMany)
                data.schema().model("Post").relationField("tags").relation();
        boolean postIsA = tags.a().model().name().equals("Post");
        for (MemoryDatabase.Link link : data.links(tags)) {
            Object post = postIsA ? link.a() : link.b();
            Object tag = postIsA ? link.b() : link.a();
            prisma.post().update(Post.ID.eq((String) post), Post.TAGS.connect(Tag.ID.eq((Integer) tag)));
        }
    }

    private static Object value(Row row, String field) {
        return Objects.requireNonNull(row.get(field));
    }

    private static String text(Row row, String field) {
        return (String) value(row, field);
    }

    private static int number(Row row, String field) {
        return (Integer) value(row, field);
    }

    private static boolean flag(Row row, String field) {
        return (Boolean) value(row, field);
    }
}
