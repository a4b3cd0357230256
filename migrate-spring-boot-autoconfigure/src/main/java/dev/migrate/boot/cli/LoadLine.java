package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.time.Duration;

import dev.migrate.load.LoadProgress;

/**
 * At a terminal, the line that is written over while files are loaded, once that takes
 * longer than a second.
 */
final class LoadLine implements LoadProgress, AutoCloseable {

	private static final Duration TICK = Duration.ofMillis(250);

	private final DatabaseCommand command;

	private final boolean shows;

	private long next = System.nanoTime() + Duration.ofSeconds(1).toNanos();

	private boolean shown;

	LoadLine(DatabaseCommand command) {
		this.command = command;
		this.shows = command.terminal().interactive() && !command.common.quiet;
	}

	@Override
	public void at(Path file, long count) {
		if (this.shows && System.nanoTime() - this.next >= 0) {
			this.command.terminal().progress(file + ": " + count);
			this.next = System.nanoTime() + TICK.toNanos();
			this.shown = true;
		}
	}

	@Override
	public void close() {
		if (this.shown) {
			this.command.terminal().progress("");
		}
	}

}
