package dev.caspian.benchmarks.peer;

import java.time.Instant;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.IdView;
import org.babyfish.jimmer.sql.JoinColumn;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** A post, as Jimmer wants it. */
@Entity
@Table(name = "posts")
public interface JimmerPost {

    @Id
    String id();

    String title();

    boolean published();

    int views();

    Instant createdAt();

    @ManyToOne
    @JoinColumn(name = "author_id")
    JimmerUser author();

    @IdView("author")
    String authorId();
}
