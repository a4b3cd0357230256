/**
 * Revisions from the difference between entities and revisions: replayed, compared,
 * rendered and proven on throwaway databases. Writes no file and asks nobody: what has to
 * be asked is part of the result.
 */
@NullMarked
package dev.migrate.generate;

import org.jspecify.annotations.NullMarked;
