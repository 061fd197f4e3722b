package demo.todo;

import demo.generated.PrismaClient;
import demo.generated.Todo;
import dev.caspian.record.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Things to do over HTTP. Every call of the client is atomic by itself, so that nothing here needs a transaction. */
@RestController
@RequestMapping("/api/todos")
class TodoController {

    record NewTodos(@NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 200) String> titles) {}

    record Created(long count) {}

    private final PrismaClient prisma;

    TodoController(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @GetMapping
    List<Todo> find() {
        return prisma.todo().findMany(query -> query.orderBy(Todo.DONE.asc(), Todo.CREATED_AT.asc(), Todo.ID.asc()));
    }

    /** Adds many at once, without those that are there already. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody @Valid NewTodos todos) {
        return new Created(prisma.todo()
                .createMany(many -> many.data(todos.titles(), (todo, title) -> todo.title(title))
                        .skipDuplicates()));
    }

    /** Changes what was sent; anything but this field is refused. */
    @PatchMapping("/{id}")
    Todo change(@PathVariable String id, @RequestBody Patch<Todo> changes) {
        return prisma.todo().update(Todo.ID.eq(id), changes.only(Todo.DONE));
    }

    /** Removes what is done. */
    @DeleteMapping
    Created clear() {
        return new Created(prisma.todo().deleteMany(Todo.DONE.eq(true)));
    }
}
