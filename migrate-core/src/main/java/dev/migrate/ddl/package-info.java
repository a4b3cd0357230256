/**
 * What a statement does, as it is written. Read from tokens, without a database; what is
 * not understood is said to be unknown, never guessed.
 */
@NullMarked
package dev.migrate.ddl;

import org.jspecify.annotations.NullMarked;
