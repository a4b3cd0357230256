/**
 * Changes of a schema as data, each with its reverse. Knows no SQL of any dialect, opens
 * no connection and decides nothing.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
