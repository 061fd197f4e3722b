package com.example.extending;

import dev.caspian.client.Operation;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.record.PrismaRecord;
import org.springframework.stereotype.Component;

/** A sample of the page on extending the client. */
@Component
class Tenants implements PrismaInterceptor {

    /** Whoever handles a request sets it, and removes it afterwards. */
    static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    @Override
    public Object intercept(Operation<?> operation) {
        return narrow(operation);
    }

    private <M extends PrismaRecord> Object narrow(Operation<M> operation) {
        operation.field("region").ifPresent(region -> {
            if (operation.kind().hasWhere()) {
                operation.where(region.eq(CURRENT.get()));
            }
            if (operation.kind().hasData()) {
                operation.data(region.set(CURRENT.get()));
            }
        });
        return operation.proceed();
    }
}
