package dev.migrate.boot.autoconfigure.school;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * What slices of tests start from.
 */
@SpringBootApplication
public class SchoolApplication {

}
