package dev.migrate.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A field of type {@link TestDatabase} that holds an empty PostgreSQL database, another
 * one for each test. It is there before {@code @BeforeEach} methods, and dropped after
 * {@code @AfterEach} methods.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(OwnDatabases.class)
public @interface OwnDatabase {

}
