package dev.caspian.boot;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Tells a native image of the migrations at the places on the class path that {@code caspian.migrations} and
 * {@link CaspianDataSource} name when the application is built: unlike those at the usual place, nobody knows of them before.
 * Stateless.
 */
final class MigrationHints implements BeanFactoryInitializationAotProcessor {

    @Override
    public BeanFactoryInitializationAotContribution processAheadOfTime(ConfigurableListableBeanFactory beanFactory) {
        // The other properties may have values that only the start knows.
        Environment environment = beanFactory.getBean(Environment.class);
        Stream<String> ofProperty = Binder.get(environment)
                .bind("caspian.migrations", String.class)
                .map(Stream::of)
                .orElseGet(Stream::of);
        Stream<String> ofMarks = new DataSourceNames(beanFactory)
                .marks().values().stream().map(mark -> environment.resolvePlaceholders(mark.migrations()));
        List<String> patterns = Stream.concat(ofProperty, ofMarks)
                .filter(text -> !text.contains("${"))
                .map(MigrationLocation::new)
                .flatMap(location -> location.resources().stream())
                .map(folder -> StringUtils.trimLeadingCharacter(folder, '/'))
                .map(folder -> StringUtils.trimTrailingCharacter(folder, '/') + "/**")
                .toList();
        return (generation, code) ->
                patterns.forEach(generation.getRuntimeHints().resources()::registerPattern);
    }
}
