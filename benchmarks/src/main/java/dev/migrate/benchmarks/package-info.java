/**
 * Side by side with the peers: the same work for all, each call in a process of its own,
 * counted in CPU of the call and of the server, and in round trips on the wire.
 */
@NullMarked
package dev.migrate.benchmarks;

import org.jspecify.annotations.NullMarked;
