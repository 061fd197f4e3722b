package com.example.replicas;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application of the page on replicas. */
@SpringBootApplication
class Application {}
