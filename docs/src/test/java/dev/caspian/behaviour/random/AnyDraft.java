package dev.caspian.behaviour.random;

import dev.caspian.query.Draft;
import dev.caspian.query.NewRecord;
import dev.caspian.query.RelateMany;
import dev.caspian.query.RelateOne;
import dev.caspian.query.ToMany;
import dev.caspian.query.ToOne;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A new record of any model: what the generated builder of a model does for that model alone. */
final class AnyDraft extends Draft<PrismaRecord> {

    AnyDraft() {}

    /** A record with the values of one in memory. */
    static AnyDraft of(Catalogue.Entry entry, Row row) {
        AnyDraft draft = new AnyDraft();
        row.values().forEach((name, value) -> draft.value(entry.field(name), value));
        return draft;
    }

    void value(TypedField<PrismaRecord, Object> field, @Nullable Object value) {
        set(field, value);
    }

    void one(
            ToOne<PrismaRecord, PrismaRecord, Object> relation, UnaryOperator<RelateOne<PrismaRecord, Object>> record) {
        relate(relation, record);
    }

    void many(
            ToMany<PrismaRecord, PrismaRecord, Object> relation,
            UnaryOperator<RelateMany<PrismaRecord, Object>> records) {
        relate(relation, records);
    }

    NewRecord<PrismaRecord> record() {
        return Draft.fill(() -> this, stage -> this);
    }
}
