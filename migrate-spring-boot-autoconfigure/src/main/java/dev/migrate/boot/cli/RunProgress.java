package dev.migrate.boot.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run while it goes on: a line for each revision that is done, and at a terminal
 * one that is written over, once the run takes longer than a second.
 */
final class RunProgress implements MigrationListener, AutoCloseable {

	private static final Duration SILENCE = Duration.ofSeconds(1);

	private static final Duration TICK = Duration.ofMillis(250);

	private final DatabaseCommand command;

	private final @Nullable Timer clock;

	private final long start = System.nanoTime();

	private String doing = "";

	private boolean shown;

	RunProgress(DatabaseCommand command) {
		this.command = command;
		this.clock = (command.terminal().interactive() && !command.common.quiet) ? new Timer("db-progress", true)
				: null;
		if (this.clock != null) {
			this.clock.schedule(new Tick(), SILENCE.toMillis(), TICK.toMillis());
		}
	}

	@Override
	public synchronized void onEvent(MigrationEvent event) {
		this.command.session().interruption().waiting(event instanceof MigrationEvent.LockAwaited);
		if (event instanceof MigrationEvent.LockAwaited awaited) {
			clear();
			this.command.remark("Waiting for another run: "
					+ ((awaited.holder() != null) ? awaited.holder() : "who holds the lock can't be seen") + ".");
		}
		else if (event instanceof MigrationEvent.StepStarted started) {
			this.doing = "[" + started.step() + "/" + started.steps() + "] "
					+ ((started.direction() == Direction.UPGRADE) ? "upgrade " : "downgrade ")
					+ started.revision().id();
		}
		else if (event instanceof MigrationEvent.StatementStarted started) {
			int of = this.doing.indexOf(", statement");
			this.doing = ((of < 0) ? this.doing : this.doing.substring(0, of)) + ", statement " + started.number()
					+ " of " + started.count();
		}
		else if (event instanceof MigrationEvent.StepFinished finished) {
			clear();
			this.command.result(Lines.step(finished.revision(), finished.direction()) + " ("
					+ Lines.duration(finished.took()) + ")");
		}
	}

	private synchronized void tick() {
		if (!this.doing.isEmpty()) {
			long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - this.start);
			this.command.terminal().progress(this.doing + ", " + seconds + " s");
			this.shown = true;
		}
	}

	private void clear() {
		if (this.shown) {
			this.command.terminal().progress("");
			this.shown = false;
		}
	}

	@Override
	public synchronized void close() {
		if (this.clock != null) {
			this.clock.cancel();
		}
		this.doing = "";
		clear();
	}

	private final class Tick extends TimerTask {

		@Override
		public void run() {
			tick();
		}

	}

}
