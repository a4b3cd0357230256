/**
 * H2 2.4. Nothing outside sees more of it than its public class.
 */
@NullMarked
package dev.migrate.dialect.h2;

import org.jspecify.annotations.NullMarked;
