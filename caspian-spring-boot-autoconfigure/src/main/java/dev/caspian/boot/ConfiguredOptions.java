package dev.caspian.boot;

import dev.caspian.boot.log.FullScanLog;
import dev.caspian.boot.log.RepeatedQueryLog;
import dev.caspian.boot.log.SlowQueryLog;
import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.execute.QueryListener;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** The options of a client as the beans and properties of the application have them. */
final class ConfiguredOptions {

    private static final String WEB_REQUESTS = "org.springframework.web.context.request.RequestContextHolder";

    private final SupplierContext context;
    private final Class<? extends CaspianClient> client;

    ConfiguredOptions(SupplierContext context, Class<? extends CaspianClient> client) {
        this.context = context;
        this.client = client;
    }

    ClientOptions of(DataSource dataSource) {
        ClientOptions options = ClientOptions.of(dataSource);
        Optional<PlatformTransactionManager> manager =
                context.bean(TransactionManagers.class).about(dataSource, "`" + client.getName() + "`");
        if (manager.isPresent()) {
            options = options.transactionManager(manager.get());
        }
        Clock clock = context.beanProvider(Clock.class).getIfUnique();
        if (clock != null) {
            options = options.clock(clock);
        }
        RandomGenerator random = context.beanProvider(RandomGenerator.class).getIfUnique();
        if (random != null) {
            options = options.random(random);
        }
        for (QueryListener listener : all(QueryListener.class)) {
            options = options.onQuery(listener);
        }
        for (PrismaInterceptor interceptor : all(PrismaInterceptor.class)) {
            options = options.intercept(interceptor);
        }
        CaspianProperties properties = context.bean(CaspianProperties.class);
        options = logged(options, properties.log());
        for (String field : properties.omit()) {
            if (isOfThisClient(field)) {
                options = options.omit(field);
            }
        }
        for (PrismaClientCustomizer customizer : all(PrismaClientCustomizer.class)) {
            options = customizer.customize(options, client);
        }
        return scanning(options, properties.log().fullScan());
    }

    /** Only what is asked for: a client that nobody listens to tells of no statement. */
    private ClientOptions logged(ClientOptions options, CaspianProperties.Log log) {
        ClientOptions logged = log.parameters() ? options.logParameters() : options;
        Duration slow = log.slowQuery();
        if (slow != null) {
            logged = logged.onQuery(new SlowQueryLog(slow));
        }
        if (log.repeatedQuery() > 0 && ClassUtils.isPresent(WEB_REQUESTS, client.getClassLoader())) {
            logged = logged.onQuery(new RepeatedQueryLog(log.repeatedQuery()));
        }
        return logged;
    }

    /** Behind the customizers, who may have given the client another schema. */
    private ClientOptions scanning(ClientOptions options, int threshold) {
        if (threshold <= 0) {
            return options;
        }
        Schema given = options.schema();
        return FullScanLog.of(options.dataSource(), given != null ? given : BundledSchema.of(client), threshold)
                .map(scans -> options.onQuery(scans).intercept(scans))
                .orElse(options);
    }

    private <T> List<T> all(Class<T> type) {
        return context.beanProvider(type).orderedStream().toList();
    }

    /** Of several clients, the one whose schema has the model omits its field; the only one refuses what it does not have. */
    private boolean isOfThisClient(String field) {
        String model = field.substring(0, Math.max(0, field.indexOf('.')));
        return hasModel(BundledSchema.of(client), model)
                || GeneratedClients.find(client.getClassLoader()).stream()
                        .filter(other -> other != client)
                        .flatMap(other -> GeneratedClients.schema(other).stream())
                        .noneMatch(schema -> hasModel(schema, model));
    }

    private static boolean hasModel(Schema schema, String name) {
        return schema.models().stream().map(Model::name).anyMatch(name::equals);
    }
}
