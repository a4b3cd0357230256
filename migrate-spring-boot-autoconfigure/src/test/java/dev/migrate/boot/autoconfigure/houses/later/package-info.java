/**
 * Revisions that a test finds by their package.
 */
@NullMarked
package dev.migrate.boot.autoconfigure.houses.later;

import org.jspecify.annotations.NullMarked;
