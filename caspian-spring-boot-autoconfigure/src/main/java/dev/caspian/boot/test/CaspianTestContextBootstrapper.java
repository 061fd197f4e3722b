package dev.caspian.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Starts the application of a {@link CaspianTest}. */
final class CaspianTestContextBootstrapper extends TestSliceTestContextBootstrapper<CaspianTest> {}
