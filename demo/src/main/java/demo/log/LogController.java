package demo.log;

import demo.generated.Log;
import demo.generated.PrismaClient;
import demo.generated.User;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log over HTTP. */
@RestController
@RequestMapping("/api/logs")
class LogController {

    record Deleted(long count) {}

    private final PrismaClient prisma;

    LogController(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @GetMapping
    List<Log> find() {
        return prisma.log()
                .findMany(query -> query.orderBy(Log.CREATED_AT.desc(), Log.ID.desc())
                        .take(50)
                        .include(Log.USER.select(User.ID, User.NAME)));
    }

    /** Forgets what is older. */
    @DeleteMapping
    Deleted deleteBefore(@RequestParam Instant before) {
        return new Deleted(prisma.log().deleteMany(Log.CREATED_AT.lt(before)));
    }
}
