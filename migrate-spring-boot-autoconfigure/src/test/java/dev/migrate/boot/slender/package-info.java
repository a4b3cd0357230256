/**
 * An application of which commands leave out much.
 */
@NullMarked
package dev.migrate.boot.slender;

import org.jspecify.annotations.NullMarked;
