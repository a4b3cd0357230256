/**
 * Compares two schemas and says which operations lead from one to the other, what has to
 * be asked first, what is kept and what is dangerous. Knows no SQL and opens no
 * connection.
 */
@NullMarked
package dev.migrate.diff;

import org.jspecify.annotations.NullMarked;
