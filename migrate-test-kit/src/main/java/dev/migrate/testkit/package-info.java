/**
 * Real databases for tests: a PostgreSQL server per JVM, an empty database per test.
 * Knows nothing of the engine.
 */
@NullMarked
package dev.migrate.testkit;

import org.jspecify.annotations.NullMarked;
