/**
 * What is dangerous about revisions that are to be run on a database in use. Statements
 * and schemas in, findings out: no connection, no file.
 */
@NullMarked
package dev.migrate.lint;

import org.jspecify.annotations.NullMarked;
