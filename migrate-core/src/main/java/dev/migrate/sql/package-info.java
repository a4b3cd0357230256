/**
 * SQL as text: where one statement ends, what its tokens are, and what can be known of it
 * without a database. Runs nothing, opens no file and knows no revision.
 */
@NullMarked
package dev.migrate.sql;

import org.jspecify.annotations.NullMarked;
