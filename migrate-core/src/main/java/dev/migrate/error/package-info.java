/**
 * What can go wrong, named: one root exception, a closed list of codes, and the place in
 * a source. Finds no faults itself and knows no other room.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
