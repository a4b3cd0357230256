/**
 * What a revision in Java is written with: the annotation, the interface, and the
 * operations that it records. Runs nothing, and knows no dialect: what is recorded is the
 * same for every database.
 */
@NullMarked
package dev.migrate.migration;

import org.jspecify.annotations.NullMarked;
