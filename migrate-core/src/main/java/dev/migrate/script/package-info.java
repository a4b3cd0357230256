/**
 * Revisions as people write them: files and classes, read into values, checked, and
 * written. Runs nothing and knows no connection.
 */
@NullMarked
package dev.migrate.script;

import org.jspecify.annotations.NullMarked;
