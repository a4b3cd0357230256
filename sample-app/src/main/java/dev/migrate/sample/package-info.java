/**
 * The application: where it starts and who may do what. Holds no students.
 */
@NullMarked
package dev.migrate.sample;

import org.jspecify.annotations.NullMarked;
