package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Kind;
import dev.caspian.behaviour.models.client.Mark;
import dev.caspian.behaviour.models.client.Note;
import dev.caspian.behaviour.models.client.Reading;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.query.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys of several fields: an enum, a time, bytes, numbers, and fields that may be without a value. */
class CompoundKeyTests extends ModelBehaviour {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123Z");
    private static final byte[] DIGEST = {1, 0, -1};
    private static final Unique<Reading> KEY = Reading.moment(Kind.default_, NOON, DIGEST);

    private Reading create() {
        return prisma.reading()
                .create(r -> r.kind(Kind.default_)
                        .at(NOON)
                        .digest(DIGEST)
                        .big(Long.MAX_VALUE)
                        .level(new BigDecimal("1.50"))
                        .marks(m -> m.create(c -> c.seq(1)).create(c -> c.seq(2)))
                        .notes(n -> n.create(c -> c.text("one"))
                                .create(c -> c.text("two").lang("en"))));
    }

    @Test
    void selectOneRecord() {
        create();
        prisma.reading().create(r -> r.kind(Kind.SMALL).at(NOON).digest(DIGEST));

        Reading found = prisma.reading().findUniqueOrThrow(KEY);
        assertThat(found.kind()).isEqualTo(Kind.default_);
        assertThat(found.at()).isEqualTo(NOON);
        assertThat(found.digest()).isEqualTo(DIGEST);
        assertThat(prisma.reading().findUnique(Reading.measure(Long.MAX_VALUE, new BigDecimal("1.5"))))
                .contains(found);
        assertThat(prisma.reading().findUnique(Reading.moment(Kind.LARGE, NOON, DIGEST)))
                .isEmpty();
        assertThat(prisma.reading().findUnique(Reading.moment(Kind.default_, NOON, new byte[] {1})))
                .isEmpty();
        assertThat(prisma.reading().findUnique(KEY.and(Reading.BIG.gt(0)))).isPresent();
        assertThat(prisma.reading().findUnique(KEY.and(Reading.BIG.lt(0)))).isEmpty();
    }

    @Test
    void loadRelationsBothWays() {
        create();
        prisma.reading()
                .create(r -> r.kind(Kind.SMALL)
                        .at(NOON)
                        .digest(DIGEST)
                        .marks(m -> m.create(c -> c.seq(7)))
                        .big(1));

        List<Reading> all = prisma.reading()
                .findMany(q -> q.include(
                                Reading.MARKS.orderBy(Mark.SEQ.desc()),
                                Reading.NOTES.orderBy(Note.TEXT.asc()).include(Note.READING),
                                Reading.MARKS.count())
                        .orderBy(Reading.BIG.desc()));
        assertThat(all.get(0).marks()).extracting(Mark::seq).containsExactly(2, 1);
        assertThat(all.get(0).notes()).extracting(Note::text).containsExactly("one", "two");
        assertThat(all.get(0).notes().get(0).reading().digest()).isEqualTo(DIGEST);
        assertThat(all.get(0).count(Reading.MARKS)).isEqualTo(2);
        assertThat(all.get(1).marks()).extracting(Mark::seq).containsExactly(7);
        assertThat(all.get(1).notes()).isEmpty();
        assertThat(prisma.mark().findMany(Mark.READING.is(Reading.KIND.eq(Kind.SMALL))))
                .extracting(Mark::seq)
                .containsExactly(7);
        assertThat(prisma.note().count(Note.READING.isNull())).isZero();
        assertThat(prisma.reading().count(Reading.NOTES.some(Note.LANG.eq("en"))))
                .isEqualTo(1);
        assertThat(prisma.reading()
                        .findMany(q -> q.include(
                                        Reading.MARKS.orderBy(Mark.SEQ.asc()).take(1))
                                .orderBy(Reading.MARKS.count().desc())))
                .extracting(reading -> reading.marks().get(0).seq())
                .containsExactly(1, 7);
    }

    @Test
    void updateTheRecordAndWhatIsRelated() {
        create();

        Reading updated = prisma.reading()
                .update(u -> u.where(KEY)
                        .data(
                                Reading.REMARK.set("seen"),
                                Reading.MARKS.update(Mark.place(Kind.default_, NOON, DIGEST, 1), Mark.SEQ.set(10)),
                                Reading.MARKS.upsert(
                                        Mark.place(Kind.default_, NOON, DIGEST, 3), c -> c.seq(3), Mark.SEQ.set(0)),
                                Reading.MARKS.delete(Mark.place(Kind.default_, NOON, DIGEST, 2)),
                                Reading.NOTES.disconnect(Note.textLang("two", "en")),
                                Reading.NOTES.connectOrCreate(
                                        Note.textLang("three", "de"),
                                        c -> c.text("three").lang("de")))
                        .include(Reading.MARKS.orderBy(Mark.SEQ.asc()), Reading.NOTES.orderBy(Note.ID.asc())));

        assertThat(updated.remark()).isEqualTo("seen");
        assertThat(updated.marks()).extracting(Mark::seq).containsExactly(3, 10);
        assertThat(updated.notes()).extracting(Note::text).containsExactly("one", "three");
        assertThat(prisma.note().findUniqueOrThrow(Note.textLang("two", "en")).kind())
                .isNull();
    }

    @Test
    void moveWithTheirRecord() {
        create();

        Reading moved = prisma.reading()
                .update(u -> u.where(KEY)
                        .data(Reading.KIND.set(Kind.LARGE), Reading.DIGEST.set(new byte[] {9}))
                        .include(Reading.MARKS, Reading.NOTES));
        assertThat(moved.kind()).isEqualTo(Kind.LARGE);
        assertThat(moved.marks()).hasSize(2).allMatch(mark -> mark.kind() == Kind.LARGE);
        assertThat(moved.notes()).hasSize(2);
    }

    @Test
    void connectRecordsThatExist() {
        create();
        Note note = prisma.note().create(n -> n.text("x").reading(KEY), q -> q.include(Note.READING));
        assertThat(note.kind()).isEqualTo(Kind.default_);
        assertThat(note.reading().big()).isEqualTo(Long.MAX_VALUE);

        Mark mark = prisma.mark().create(m -> m.seq(5).kindAtDigest(Kind.default_, NOON, DIGEST));
        assertThat(mark.seq()).isEqualTo(5);
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(() ->
                        prisma.mark().create(m -> m.seq(5).reading(Reading.moment(Kind.SMALL, NOON, DIGEST))));
        prisma.note()
                .update(
                        Note.ID.eq(note.id()),
                        Note.READING.create(r -> r.kind(Kind.SMALL).at(NOON).digest(DIGEST)));
        assertThat(prisma.note().findUniqueOrThrow(Note.ID.eq(note.id())).kind())
                .isEqualTo(Kind.SMALL);
        prisma.note().update(Note.ID.eq(note.id()), Note.READING.disconnect());
        assertThat(prisma.note().findUniqueOrThrow(Note.ID.eq(note.id())).digest())
                .isNull();
    }

    @Test
    void upsertByTheKey() {
        for (int i = 0; i < 2; i++) {
            prisma.reading()
                    .upsert(u -> u.where(KEY)
                            .create(c -> c.kind(Kind.default_).at(NOON).digest(DIGEST))
                            .update(Reading.BIG.increment(1)));
        }
        assertThat(prisma.reading().findUniqueOrThrow(KEY).big()).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            prisma.note()
                    .upsert(u -> u.where(Note.textLang("t", "l"))
                            .create(c -> c.text("t").lang("l"))
                            .update(Note.TEXT.set("t")));
        }
        assertThat(prisma.note().count()).isEqualTo(1);
    }

    @Test
    void beginAPageAndTellRecordsApart() {
        for (int i = 1; i <= 3; i++) {
            int seq = i;
            prisma.reading()
                    .create(r -> r.kind(Kind.SMALL)
                            .at(NOON)
                            .digest(new byte[] {(byte) seq})
                            .big(seq));
        }

        List<Reading> page = prisma.reading()
                .findMany(q -> q.cursor(Reading.moment(Kind.SMALL, NOON, new byte[] {2}))
                        .orderBy(Reading.BIG.asc())
                        .take(5));
        assertThat(page).extracting(Reading::big).containsExactly(2L, 3L);
        assertThat(prisma.reading().findMany(q -> q.take(-1).orderBy(Reading.AT.asc())))
                .hasSize(1);
        assertThat(prisma.reading()
                        .updateMany(u -> u.all().data(Reading.REMARK.set("x")).limit(2)))
                .isEqualTo(2);
        assertThat(prisma.reading().deleteMany(d -> d.where(Reading.BIG.lt(3)).limit(1)))
                .isEqualTo(1);
        assertThat(prisma.reading().delete(Reading.measure(3, BigDecimal.ZERO)).digest())
                .containsExactly(3);
    }

    @Test
    void nameTheirFieldsInErrors() {
        create();
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.reading()
                        .create(r -> r.kind(Kind.default_).at(NOON).digest(DIGEST)))
                .satisfies(e -> assertThat(e.model()).isEqualTo("Reading"))
                .satisfies(e -> assertThat(e.fields()).containsExactly("kind", "at", "digest"));
        assertThatExceptionOfType(UniqueConstraintException.class)
                .isThrownBy(() -> prisma.reading()
                        .create(r -> r.kind(Kind.SMALL)
                                .at(NOON)
                                .digest(DIGEST)
                                .big(Long.MAX_VALUE)
                                .level(new BigDecimal("1.5"))))
                .satisfies(e -> assertThat(e.fields()).containsExactly("big", "level"));
    }
}
