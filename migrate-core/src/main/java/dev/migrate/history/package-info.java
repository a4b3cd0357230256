/**
 * What the database remembers: the version table, the journal, the leases. Writes down
 * what it is told and decides nothing.
 */
@NullMarked
package dev.migrate.history;

import org.jspecify.annotations.NullMarked;
