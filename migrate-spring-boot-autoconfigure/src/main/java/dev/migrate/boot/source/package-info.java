/**
 * Where the revisions of an application are in the project that it is built from: read
 * from there while it runs from class folders, and written there. Decides nothing about
 * their content.
 */
@NullMarked
package dev.migrate.boot.source;

import org.jspecify.annotations.NullMarked;
