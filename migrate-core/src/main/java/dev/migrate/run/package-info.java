/**
 * Executes plans: the lock, the order of claim, statements and commit, and what is
 * written when one fails. Makes no decision about history.
 */
@NullMarked
package dev.migrate.run;

import org.jspecify.annotations.NullMarked;
