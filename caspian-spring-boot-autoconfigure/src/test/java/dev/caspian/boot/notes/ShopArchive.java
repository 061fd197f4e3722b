package dev.caspian.boot.notes;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Another DataSource of an application's own. Only for tests that import it. */
@TestComponent
@Configuration(proxyBeanMethods = false)
class ShopArchive {

    @Bean
    DataSource archive(Environment environment) {
        return DataSourceBuilder.create()
                .url(environment.getRequiredProperty("shop.url"))
                .build();
    }
}
