/**
 * What differs from database to database, each behind a small interface. Never asks which
 * database it is talking to: that is decided once, by choosing a dialect.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
