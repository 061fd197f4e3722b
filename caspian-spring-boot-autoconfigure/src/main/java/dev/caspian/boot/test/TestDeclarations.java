package dev.caspian.boot.test;

import dev.caspian.boot.GeneratedClients;
import dev.caspian.client.CaspianClient;
import dev.caspian.provider.DatabaseUrl;
import dev.caspian.schema.Datasource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.MethodMetadata;
import org.springframework.test.context.BootstrapWith;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** What a test declares itself, as against its application and the machine that it runs on. */
record TestDeclarations(
        ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment, ClassLoader classLoader) {

    /** Properties of tests stand before these. See "Externalized Configuration" in Spring Boot's reference. */
    private static final Set<String> OUTSIDE = Set.of(
            "spring.application.json",
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);

    /** Addresses that win over connection details and {@code spring.datasource.url}. */
    private static final List<String> ADDRESSES_OF_POOLS = List.of(
            "spring.datasource.jndi-name",
            "spring.datasource.hikari.jdbc-url",
            "spring.datasource.hikari.data-source-class-name");

    /** Whether the database that the application would use is one that the test names. */
    boolean namesDatabase(List<Class<? extends CaspianClient>> clients) {
        List<String> dataSources = names(DataSource.class);
        if (!dataSources.isEmpty()) {
            return dataSourcesOfApplication().isEmpty();
        }
        Optional<String> ofPool =
                ADDRESSES_OF_POOLS.stream().filter(this::isSet).findFirst();
        if (ofPool.isPresent()) {
            return setsProperty(ofPool.get());
        }
        List<String> details = names(JdbcConnectionDetails.class);
        return details.isEmpty() ? setsAddress(clients) : details.stream().allMatch(this::declaresBean);
    }

    private boolean setsAddress(List<Class<? extends CaspianClient>> clients) {
        return Stream.of(
                        Stream.of("spring.datasource.url"),
                        clients.size() == 1 ? variable(clients.get(0)) : Stream.<String>empty(),
                        Stream.of(DatabaseUrl.VARIABLE))
                .flatMap(names -> names)
                .filter(this::isSet)
                .findFirst()
                .filter(this::setsProperty)
                .isPresent();
    }

    private static Stream<String> variable(Class<? extends CaspianClient> client) {
        return GeneratedClients.datasource(client).map(Datasource::url).stream()
                .filter(Datasource.Text.Environment.class::isInstance)
                .map(url -> ((Datasource.Text.Environment) url).variable());
    }

    /** The DataSources that are there although the test makes none of them. */
    List<String> dataSourcesOfApplication() {
        return names(DataSource.class).stream()
                .filter(name -> !declaresBean(name))
                .toList();
    }

    private List<String> names(Class<?> type) {
        return Arrays.asList(beans.getBeanNamesForType(type, true, false));
    }

    private boolean isSet(String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }

    /** Whether the value that a property has is one that the test gives it. */
    boolean setsProperty(String property) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (OUTSIDE.contains(source.getName())) {
                return false;
            }
            if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
                    && contains(source, property)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(PropertySource<?> source, String property) {
        if (!ConfigurationPropertyName.isValid(property)) {
            return source.containsProperty(property);
        }
        ConfigurationPropertySource relaxed = ConfigurationPropertySource.from(source);
        return relaxed != null && relaxed.getConfigurationProperty(ConfigurationPropertyName.of(property)) != null;
    }

    /** Whether a bean is of the test: a container's, or one that a class of the test makes. */
    private boolean declaresBean(String name) {
        if (!beans.containsBeanDefinition(name)) {
            return true;
        }
        BeanDefinition definition = beans.getBeanDefinition(name);
        return ContainerImageMetadata.isPresent(definition) || isOfTest(declaringClass(definition));
    }

    private static @Nullable String declaringClass(BeanDefinition definition) {
        MethodMetadata method =
                definition instanceof AnnotatedBeanDefinition annotated ? annotated.getFactoryMethodMetadata() : null;
        return method == null ? null : method.getDeclaringClassName();
    }

    /** A test's configuration, or a class within a test. */
    private boolean isOfTest(@Nullable String className) {
        Class<?> type = className == null ? null : ClassUtils.resolveClassName(className, classLoader);
        for (; type != null; type = type.getEnclosingClass()) {
            MergedAnnotations annotations = MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY);
            if (annotations.isPresent(TestConfiguration.class) || annotations.isPresent(BootstrapWith.class)) {
                return true;
            }
        }
        return false;
    }
}
