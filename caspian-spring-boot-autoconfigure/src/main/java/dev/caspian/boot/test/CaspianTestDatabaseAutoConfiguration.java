package dev.caspian.boot.test;

import dev.caspian.boot.CaspianDataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Gives tests with {@link AutoConfigureCaspianDatabase} their database, before anybody else makes one. */
@AutoConfiguration(
        before = {CaspianDataSourceAutoConfiguration.class, DataSourceAutoConfiguration.class},
        beforeName = "org.springframework.boot.jdbc.test.autoconfigure.TestDatabaseAutoConfiguration",
        afterName = "org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration")
@Import(TestDatabaseRegistrar.class)
public final class CaspianTestDatabaseAutoConfiguration {}
