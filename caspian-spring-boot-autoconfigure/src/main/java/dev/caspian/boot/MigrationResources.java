package dev.caspian.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * Tells a native image of the migrations at the place on the class path that {@code caspian.migrations} names when the
 * application is built: unlike those at the usual place, nobody knows of them before. Stateless.
 */
final class MigrationResources implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        String location =
                CaspianProperties.of(beanFactory.getBean(Environment.class)).migrations();
        if (!location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
            return null;
        }
        String folder =
                StringUtils.trimLeadingCharacter(location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()), '/');
        return (generation, code) -> generation
                .getRuntimeHints()
                .resources()
                .registerPattern(StringUtils.trimTrailingCharacter(folder, '/') + "/**");
    }
}
