package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.behaviour.models.client.Course;
import dev.caspian.behaviour.models.client.Enrolment;
import dev.caspian.behaviour.models.client.Grant;
import dev.caspian.behaviour.models.client.Kind;
import dev.caspian.behaviour.models.client.Student;
import dev.caspian.behaviour.models.client.Term;
import dev.caspian.error.RecordNotFoundException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many-to-many relations, implicit and explicit, with ids of any type. */
class ManyToManyTests extends ModelBehaviour {

    private static List<String> names(List<Student> students) {
        return students.stream().map(Student::name).sorted().toList();
    }

    @Test
    void twoRelationsBetweenTheSameModelsAreNotConfused() {
        prisma.student()
                .create(s -> s.name("ann")
                        .takes(t -> t.create(c -> c.id(1).title("java"))
                                .create(c -> c.id(2).title("sql")))
                        .likes(l -> l.create(c -> c.id(3).title("art"))));
        prisma.student().create(s -> s.name("bob").likes(l -> l.connect(Course.ID.eq(1L))));

        Student ann = prisma.student()
                .findUniqueOrThrow(
                        Student.NAME.eq("ann"),
                        q -> q.include(Student.TAKES.orderBy(Course.ID.asc()), Student.LIKES, Student.TAKES.count()));
        assertThat(ann.takes()).extracting(Course::title).containsExactly("java", "sql");
        assertThat(ann.likes()).extracting(Course::title).containsExactly("art");
        assertThat(ann.count(Student.TAKES)).isEqualTo(2);
        Course java =
                prisma.course().findUniqueOrThrow(Course.TITLE.eq("java"), q -> q.include(Course.TAKERS, Course.FANS));
        assertThat(names(java.takers())).containsExactly("ann");
        assertThat(names(java.fans())).containsExactly("bob");
        assertThat(prisma.student().findMany(Student.TAKES.none(), Student.LIKES.every(Course.TITLE.eq("java"))))
                .extracting(Student::name)
                .containsExactly("bob");
    }

    @Test
    void aModelIsRelatedWithItselfInOneDirection() {
        prisma.student()
                .create(s ->
                        s.name("ann").friends(f -> f.create(c -> c.name("bob")).create(c -> c.name("cid"))));
        prisma.student()
                .update(
                        Student.NAME.eq("bob"),
                        Student.FRIENDS.connect(Student.NAME.eq("cid"), Student.NAME.eq("bob")));

        Student bob = prisma.student()
                .findUniqueOrThrow(Student.NAME.eq("bob"), q -> q.include(Student.FRIENDS, Student.FRIEND_OF));
        assertThat(names(bob.friends())).containsExactly("bob", "cid");
        assertThat(names(bob.friendOf())).containsExactly("ann", "bob");
        assertThat(names(prisma.student().findMany(Student.FRIEND_OF.some(Student.NAME.eq("ann")))))
                .containsExactly("bob", "cid");

        prisma.student().update(Student.NAME.eq("cid"), Student.FRIEND_OF.set(Student.NAME.eq("cid")));
        bob = prisma.student().findUniqueOrThrow(Student.NAME.eq("bob"), q -> q.include(Student.FRIENDS));
        assertThat(names(bob.friends())).containsExactly("bob");
    }

    @Test
    void everyNestedWriteWorksFromBothSides() {
        prisma.course().create(c -> c.id(1).title("a").takers(t -> t.create(s -> s.name("ann"))));
        prisma.course()
                .update(
                        Course.ID.eq(1L),
                        Course.TAKERS.connectOrCreate(Student.NAME.eq("bob"), s -> s.name("bob")),
                        Course.TAKERS.connectOrCreate(Student.NAME.eq("ann"), s -> s.name("not made")),
                        Course.TAKERS.update(Student.NAME.eq("ann"), Student.NAME.set("Ann")),
                        Course.TAKERS.upsert(Student.NAME.eq("cid"), s -> s.name("cid"), Student.NAME.set("x")),
                        Course.TAKERS.upsert(Student.NAME.eq("cid"), s -> s.name("cid"), Student.NAME.set("Cid")),
                        Course.TAKERS.updateMany(Student.NAME.eq("bob"), Student.NAME.set("Bob")));
        Course course = prisma.course().findUniqueOrThrow(Course.ID.eq(1L), q -> q.include(Course.TAKERS));
        assertThat(names(course.takers())).containsExactly("Ann", "Bob", "Cid");

        prisma.student().create(s -> s.name("dora"));
        assertThatExceptionOfType(RecordNotFoundException.class)
                .isThrownBy(
                        () -> prisma.course().update(Course.ID.eq(1L), Course.TAKERS.delete(Student.NAME.eq("dora"))));
        prisma.course()
                .update(
                        Course.ID.eq(1L),
                        Course.TAKERS.delete(Student.NAME.eq("Ann")),
                        Course.TAKERS.disconnect(Student.NAME.eq("Bob")),
                        Course.TAKERS.deleteMany(Student.NAME.startsWith("C")));
        assertThat(names(prisma.student().findMany())).containsExactly("Bob", "dora");
        assertThat(prisma.student().count(Student.TAKES.some())).isZero();
    }

    @Test
    void aDeletedRecordIsRelatedToNothing() {
        prisma.student()
                .create(s -> s.name("ann").takes(t -> t.create(c -> c.id(1).title("a"))));
        prisma.course().delete(Course.ID.eq(1L));

        assertThat(prisma.student()
                        .findUniqueOrThrow(Student.NAME.eq("ann"), q -> q.include(Student.TAKES))
                        .takes())
                .isEmpty();
    }

    @Test
    void relatedRecordsHavePagesOfTheirOwn() {
        for (String name : List.of("ann", "bob")) {
            prisma.student().create(s -> s.name(name));
        }
        for (long i = 1; i <= 4; i++) {
            long id = i;
            prisma.course()
                    .create(c -> c.id(id)
                            .title("c" + id)
                            .takers(t -> id % 2 == 0
                                    ? t.connect(Student.NAME.eq("ann"), Student.NAME.eq("bob"))
                                    : t.connect(Student.NAME.eq("ann"))));
        }

        List<Student> students = prisma.student()
                .findMany(q -> q.orderBy(Student.NAME.asc())
                        .include(Student.TAKES.orderBy(Course.ID.desc()).skip(1).take(2)));
        assertThat(students.get(0).takes()).extracting(Course::id).containsExactly(3L, 2L);
        assertThat(students.get(1).takes()).extracting(Course::id).containsExactly(2L);
        assertThat(prisma.student()
                        .findMany(q -> q.orderBy(Student.TAKES.count().desc())))
                .extracting(Student::name)
                .containsExactly("ann", "bob");
    }

    @Test
    void idsAreEnumsAndTimes() {
        Instant start = Instant.parse("2024-09-01T00:00:00Z");
        prisma.grant()
                .create(g -> g.kind(Kind.SMALL)
                        .students(s -> s.create(c -> c.name("ann")))
                        .terms(t -> t.create(c -> c.start(start))));

        Grant grant = prisma.grant()
                .findUniqueOrThrow(Grant.KIND.eq(Kind.SMALL), q -> q.include(Grant.STUDENTS, Grant.TERMS));
        assertThat(names(grant.students())).containsExactly("ann");
        assertThat(grant.terms()).extracting(Term::start).containsExactly(start);
        Term term = prisma.term()
                .update(u -> u.where(Term.START.eq(start))
                        .data(
                                Term.GRANTS.connectOrCreate(Grant.KIND.eq(Kind.default_), g -> g.kind(Kind.default_)),
                                Term.GRANTS.disconnect(Grant.KIND.eq(Kind.SMALL)))
                        .include(Term.GRANTS));
        assertThat(term.grants()).extracting(Grant::kind).containsExactly(Kind.default_);
    }

    @Test
    void aModelBetweenTwoOthersHasFieldsOfItsOwn() {
        prisma.student()
                .create(s -> s.name("ann")
                        .enrolments(e -> e.create(c ->
                                c.course(k -> k.create(n -> n.id(1).title("a"))).grade(5))));
        Student ann = prisma.student()
                .findUniqueOrThrow(
                        Student.NAME.eq("ann"), q -> q.include(Student.ENROLMENTS.include(Enrolment.COURSE)));
        assertThat(ann.enrolments()).hasSize(1);
        assertThat(ann.enrolments().get(0).course().title()).isEqualTo("a");

        Enrolment graded =
                prisma.enrolment().update(Enrolment.studentIdCourseId(ann.id(), 1), Enrolment.GRADE.increment(1));
        assertThat(graded.grade()).isEqualTo(6);
        assertThat(prisma.course().findMany(Course.ENROLMENTS.some(Enrolment.STUDENT.is(Student.NAME.eq("ann")))))
                .hasSize(1);
        prisma.student().delete(Student.NAME.eq("ann"));
        assertThat(prisma.enrolment().count()).isZero();
    }
}
