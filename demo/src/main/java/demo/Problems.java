package demo;

import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.UniqueConstraintException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers errors as problem details (RFC 9457), with the code by which Prisma documents them. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler(RecordNotFoundException.class)
    ProblemDetail notFound(RecordNotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, e, "There is no such record.");
    }

    @ExceptionHandler(UniqueConstraintException.class)
    ProblemDetail duplicate(UniqueConstraintException e) {
        return problem(HttpStatus.CONFLICT, e, "There is such a record already.");
    }

    @ExceptionHandler(ForeignKeyConstraintException.class)
    ProblemDetail dangling(PrismaException e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, e, "It refers to a record that does not exist.");
    }

    private static ProblemDetail problem(HttpStatus status, PrismaException e, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", e.code());
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = new TreeMap<>();
        e.getBindingResult()
                .getFieldErrors()
                .forEach(error -> errors.putIfAbsent(error.getField(), String.valueOf(error.getDefaultMessage())));
        ProblemDetail problem = e.getBody();
        problem.setDetail("Some of what was sent is not valid.");
        problem.setProperty("errors", errors);
        return ResponseEntity.status(status).headers(headers).body(problem);
    }
}
