/**
 * The JSON documents of the project, as values: the endpoint and the command line write
 * the same names, order and formats from here. Asks no database and writes no text of its
 * own but JSON.
 */
@NullMarked
package dev.migrate.boot.descriptor;

import org.jspecify.annotations.NullMarked;
