/**
 * Wires the engine to a Spring Boot application: the only room that may see every other.
 * Holds no rule of its own about revisions.
 */
@NullMarked
package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
