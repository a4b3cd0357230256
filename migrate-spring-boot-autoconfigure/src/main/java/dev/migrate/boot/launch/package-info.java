/**
 * Starts the application for one command instead of serving: its configuration and its
 * beans on demand, none of its own code. Knows no command.
 */
@NullMarked
package dev.migrate.boot.launch;

import org.jspecify.annotations.NullMarked;
