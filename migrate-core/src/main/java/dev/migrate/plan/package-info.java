/**
 * Everything decided before anything runs: which revisions, in which order, with which
 * statements. A plan is a value that is printed, shown, or run.
 */
@NullMarked
package dev.migrate.plan;

import org.jspecify.annotations.NullMarked;
