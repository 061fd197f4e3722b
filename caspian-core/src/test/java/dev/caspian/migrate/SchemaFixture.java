package dev.caspian.migrate;

import dev.caspian.provider.Provider;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a small blog, put together by hand. */
final class SchemaFixture {

    private SchemaFixture() {}

    static Schema blog(Provider provider, ScalarField... moreOfPost) {
        ScalarField userId = text("id", Arity.REQUIRED, new DefaultValue.Cuid(1));
        ScalarField email = text("email", Arity.REQUIRED, null);
        RelationField posts = new RelationField("posts", "Post", Arity.LIST, false, null);
        ScalarField createdAt = field("createdAt", ScalarType.DATE_TIME, Arity.REQUIRED, new DefaultValue.Now());
        Model user = new Model(
                "User",
                "User",
                null,
                null,
                false,
                false,
                List.of(userId, email, text("name", Arity.OPTIONAL, null), posts, createdAt),
                List.of(
                        index(Index.Kind.PRIMARY_KEY, null, userId),
                        index(Index.Kind.UNIQUE, "User_email_key", email)));
        ScalarField postId = field("id", ScalarType.INT, Arity.REQUIRED, new DefaultValue.Autoincrement());
        ScalarField authorId = text("authorId", Arity.REQUIRED, null);
        RelationField author = new RelationField("author", "User", Arity.REQUIRED, false, null);
        List<dev.caspian.schema.Field> fields = new ArrayList<>(List.of(
                postId,
                text("title", Arity.REQUIRED, new DefaultValue.Literal("it's new")),
                field("published", ScalarType.BOOLEAN, Arity.REQUIRED, new DefaultValue.Literal("false")),
                author,
                authorId));
        fields.addAll(List.of(moreOfPost));
        Model post = new Model(
                "Post",
                "posts",
                null,
                null,
                false,
                false,
                fields,
                List.of(
                        index(Index.Kind.PRIMARY_KEY, null, postId),
                        index(Index.Kind.INDEX, "posts_authorId_idx", authorId)));
        Relation relation = new Relation.ForeignKey(
                "PostToUser",
                author,
                posts,
                List.of(authorId),
                List.of(userId),
                ReferentialAction.RESTRICT,
                ReferentialAction.CASCADE,
                "posts_authorId_fkey");
        Datasource datasource = new Datasource("db", provider, null, null, null, true, List.of(), List.of());
        return new Schema(datasource, List.of(), List.of(user, post), List.of(), List.of(relation));
    }

    static ScalarField text(String name, Arity arity, @Nullable DefaultValue value) {
        return field(name, ScalarType.STRING, arity, value);
    }

    static ScalarField field(String name, ScalarType type, Arity arity, @Nullable DefaultValue value) {
        return new ScalarField(name, name, new FieldType.Scalar(type, null), arity, value, false, false, null);
    }

    private static Index index(Index.Kind kind, @Nullable String name, ScalarField field) {
        return new Index(kind, List.of(new Index.Column(field, null, null, null)), null, name, null, false);
    }
}
