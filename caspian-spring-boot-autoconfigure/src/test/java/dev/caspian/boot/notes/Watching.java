package dev.caspian.boot.notes;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A component that belongs to what the client does. */
@Component
class Watching implements PrismaInterceptor {

    private final AtomicInteger operations = new AtomicInteger();

    int operations() {
        return operations.get();
    }

    @Override
    public Object intercept(Operation<?> operation) {
        operations.incrementAndGet();
        return operation.proceed();
    }
}
