package dev.caspian.docs.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application of the page on testing. */
@SpringBootApplication
class Application {}
