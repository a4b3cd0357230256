/**
 * Rows from files into tables that are there: CSV and SQL. Changes no schema, and knows
 * nothing of revisions.
 */
@NullMarked
package dev.migrate.load;

import org.jspecify.annotations.NullMarked;
