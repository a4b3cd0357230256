/**
 * What differs between databases, behind one strategy: lexical rules, quoting, the
 * meaning of errors, sessions and locks. Decides nothing about revisions.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
