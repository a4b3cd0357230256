/**
 * Throwaway databases to replay on, compare on and prove on. Whatever happens there, the
 * user's database is not touched.
 */
@NullMarked
package dev.migrate.scratch;

import org.jspecify.annotations.NullMarked;
