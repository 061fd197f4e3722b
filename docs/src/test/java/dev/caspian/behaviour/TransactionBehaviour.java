package dev.caspian.behaviour;

import dev.caspian.behaviour.client.PrismaClient;
import dev.caspian.behaviour.client.Tag;
import dev.caspian.client.ClientOptions;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What behaviours of transactions start from: an application whose beans have {@code @Transactional} methods, and who writes
 * tags with the client as well as with {@link JdbcClient}.
 */
abstract class TransactionBehaviour extends Behaviour {

    /** How a transaction is begun: by the client, or by an annotation. */
    interface Way {
        void run(Propagation propagation, Runnable work);

        void reading(Propagation propagation, Runnable work);
    }

    /** Who writes a tag of this name. */
    @FunctionalInterface
    interface Writer {
        void write(String name);
    }

    /** Methods with each annotation. */
    static class Annotated {

        @Transactional
        public void required(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.SUPPORTS)
        public void supports(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.MANDATORY)
        public void mandatory(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public void requiresNew(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.NOT_SUPPORTED)
        public void notSupported(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.NEVER)
        public void never(Runnable work) {
            work.run();
        }

        @Transactional(propagation = Propagation.NESTED)
        public void nested(Runnable work) {
            work.run();
        }

        @Transactional(readOnly = true)
        public void reading(Runnable work) {
            work.run();
        }

        @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
        public void readingAnew(Runnable work) {
            work.run();
        }

        @Transactional(timeout = 1)
        public void forASecond(Runnable work) {
            work.run();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Application {

        @Bean
        JdbcTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        Annotated annotated() {
            return new Annotated();
        }
    }

    private AnnotationConfigApplicationContext application;
    Annotated annotated;
    JdbcClient jdbc;
    List<Way> ways;
    List<Writer> writers;

    @BeforeEach
    void startAnApplication() {
        application = new AnnotationConfigApplicationContext();
        // A singleton of somebody else's is not closed with the application.
        application.getBeanFactory().registerSingleton("dataSource", dataSource);
        application.register(Application.class);
        application.refresh();
        JdbcTransactionManager manager = application.getBean(JdbcTransactionManager.class);
        prisma = clientOf(manager);
        manager.setExceptionTranslator(prisma.exceptionTranslator());
        annotated = application.getBean(Annotated.class);
        jdbc = JdbcClient.create(dataSource);
        ways = List.of(byAnnotation(), byClient());
        writers = List.of(
                name -> prisma.tag().create(t -> t.name(name)),
                name -> jdbc.sql("INSERT INTO \"Tag\" (name) VALUES (?)")
                        .param(name)
                        .update());
    }

    private PrismaClient clientOf(PlatformTransactionManager manager) {
        return new PrismaClient(
                ClientOptions.of(dataSource).schema(prisma.schema()).transactionManager(manager));
    }

    @AfterEach
    void stopTheApplication() {
        application.close();
    }

    private Way byAnnotation() {
        return new Way() {
            @Override
            public void run(Propagation propagation, Runnable work) {
                switch (propagation) {
                    case REQUIRED -> annotated.required(work);
                    case SUPPORTS -> annotated.supports(work);
                    case MANDATORY -> annotated.mandatory(work);
                    case REQUIRES_NEW -> annotated.requiresNew(work);
                    case NOT_SUPPORTED -> annotated.notSupported(work);
                    case NEVER -> annotated.never(work);
                    case NESTED -> annotated.nested(work);
                }
            }

            @Override
            public void reading(Propagation propagation, Runnable work) {
                if (propagation == Propagation.REQUIRES_NEW) {
                    annotated.readingAnew(work);
                } else {
                    annotated.reading(work);
                }
            }
        };
    }

    private Way byClient() {
        return new Way() {
            @Override
            public void run(Propagation propagation, Runnable work) {
                prisma.transaction(tx -> tx.propagation(propagation), work);
            }

            @Override
            public void reading(Propagation propagation, Runnable work) {
                prisma.transaction(tx -> tx.propagation(propagation).readOnly(), work);
            }
        };
    }

    /** Does something for each way to begin a transaction, with each who writes in it. */
    void always(BiConsumer<Way, Writer> behaviour) {
        for (Way way : ways) {
            for (Writer writer : writers) {
                prisma.tag().deleteMany(d -> d.all());
                behaviour.accept(way, writer);
            }
        }
    }

    List<String> tags() {
        return prisma.tag().findMany(q -> q.orderBy(Tag.NAME.asc())).stream()
                .map(Tag::name)
                .toList();
    }
}
