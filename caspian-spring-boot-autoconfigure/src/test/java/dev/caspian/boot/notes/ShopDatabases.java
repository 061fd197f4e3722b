package dev.caspian.boot.notes;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** An application that makes its own DataSource. Only for tests that import it. */
@TestComponent
@Configuration(proxyBeanMethods = false)
class ShopDatabases {

    @Bean
    DataSource shop(Environment environment) {
        return DataSourceBuilder.create()
                .url(environment.getRequiredProperty("shop.url"))
                .build();
    }
}
