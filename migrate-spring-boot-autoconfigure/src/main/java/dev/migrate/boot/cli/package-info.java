/**
 * The {@code db} command line: arguments in, one service call, text or JSON out. Knows no
 * Spring, and decides nothing about revisions.
 */
@NullMarked
package dev.migrate.boot.cli;

import org.jspecify.annotations.NullMarked;
