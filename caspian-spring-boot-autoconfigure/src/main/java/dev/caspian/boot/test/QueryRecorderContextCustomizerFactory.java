package dev.caspian.boot.test;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Lets {@link QueryAssertions} hear of the clients in every test of Spring's. */
final class QueryRecorderContextCustomizerFactory implements ContextCustomizerFactory {

    /** Equal to all others, so that tests share their contexts as before. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            if (context.getBeanFactory() instanceof BeanDefinitionRegistry registry) {
                RootBeanDefinition recorder = new RootBeanDefinition(QueryRecorder.class);
                recorder.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
                // Whoever asks for the application's only listener still gets that.
                recorder.setFallback(true);
                registry.registerBeanDefinition("caspianQueryRecorder", recorder);
            }
        }
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new Customizer();
    }
}
