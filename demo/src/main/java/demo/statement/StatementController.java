package demo.statement;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recent SQL over HTTP, for the page to show. */
@RestController
class StatementController {

    private final Statements statements;

    StatementController(Statements statements) {
        this.statements = statements;
    }

    @GetMapping("/api/statements")
    List<Statements.Action> recent() {
        return statements.recent();
    }
}
