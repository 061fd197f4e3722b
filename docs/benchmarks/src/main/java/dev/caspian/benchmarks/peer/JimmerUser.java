package dev.caspian.benchmarks.peer;

import java.time.Instant;
import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** A user, as Jimmer wants it. */
@Entity
@Table(name = "users")
public interface JimmerUser {

    @Id
    String id();

    String email();

    @Nullable String name();

    int loginCount();

    Instant createdAt();

    @OneToMany(mappedBy = "author")
    List<JimmerPost> posts();
}
