package dev.migrate.benchmarks;

/**
 * What went over the wire, connecting included.
 *
 * @param connections how many were opened
 * @param statements that the client asked the server to execute
 * @param roundTrips how often one waited for the other
 * @param received KiB from the server
 */
record Counts(long connections, long statements, long roundTrips, double received) {
}
