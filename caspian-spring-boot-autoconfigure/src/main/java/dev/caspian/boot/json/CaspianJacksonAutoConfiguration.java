package dev.caspian.boot.json;

import dev.caspian.record.JsonRecord;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;

/** Lets the Jacksons that there are read records, patches and Json documents; {@code @JsonTest} has it, too. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration"
        })
@ConditionalOnClass(JsonRecord.class)
public final class CaspianJacksonAutoConfiguration {

    /** Jackson 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "tools.jackson.databind.JacksonModule")
    @ImportRuntimeHints(JsonRuntimeHints.class)
    static class Jackson3 {

        @Bean
        @ConditionalOnMissingBean
        CaspianJacksonModule caspianJacksonModule() {
            return new CaspianJacksonModule();
        }
    }

    /** Jackson 2. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "com.fasterxml.jackson.databind.Module")
    @ImportRuntimeHints(JsonRuntimeHints.class)
    static class Jackson2 {

        @Bean
        @ConditionalOnMissingBean
        CaspianJackson2Module caspianJackson2Module() {
            return new CaspianJackson2Module();
        }
    }
}
