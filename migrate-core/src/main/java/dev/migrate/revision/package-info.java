/**
 * The revision graph: who follows whom, what a target means, and which revisions a
 * movement passes, all as immutable values. Opens no connection, file or clock, and never
 * learns what a revision does.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
