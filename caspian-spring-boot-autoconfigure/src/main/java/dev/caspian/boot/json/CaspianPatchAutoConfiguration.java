package dev.caspian.boot.json;

import dev.caspian.error.FieldNotAllowedException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers a patch of a field that may not be changed with 400 (Bad Request), in Spring MVC and in WebFlux. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnClass({ControllerAdvice.class, FieldNotAllowedException.class})
public final class CaspianPatchAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "caspianPatchProblems")
    PatchProblems caspianPatchProblems() {
        return new PatchProblems();
    }

    /** The last advice that is asked: that of an application may answer otherwise. Thread-safe. */
    @ControllerAdvice
    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class PatchProblems {

        @ExceptionHandler
        ProblemDetail refuse(FieldNotAllowedException refusal) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
        }
    }
}
