package dev.migrate.benchmarks;

import java.time.Duration;

import dev.migrate.testkit.WireCounter;
import org.jspecify.annotations.Nullable;

/**
 * The way to the server: straight, or through a counter that may make it longer.
 */
final class Wire implements AutoCloseable {

	private final @Nullable WireCounter counter;

	private Wire(@Nullable WireCounter counter) {
		this.counter = counter;
	}

	static Wire straight() {
		return new Wire(null);
	}

	static Wire counted(Server server, Duration roundTrip) {
		return new Wire(WireCounter.to(server.url("postgres"), roundTrip));
	}

	String through(String url) {
		return (this.counter != null) ? this.counter.through(url) : url;
	}

	@Nullable Counts counts() {
		WireCounter wire = this.counter;
		return (wire != null)
				? new Counts(wire.connections(), wire.statements(), wire.roundTrips(), wire.received() / 1024.0) : null;
	}

	@Override
	public void close() {
		if (this.counter != null) {
			this.counter.close();
		}
	}

}
