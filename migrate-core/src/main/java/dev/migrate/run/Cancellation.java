package dev.migrate.run;

import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * Lets another thread stop a run: the running statement is cancelled, and no further one
 * begins. Safe for any number of threads.
 */
public final class Cancellation {

	private @Nullable Statement running;

	private boolean requested;

	/**
	 * Ask the run to stop.
	 */
	public synchronized void cancel() {
		this.requested = true;
		if (this.running != null) {
			try {
				this.running.cancel();
			}
			catch (SQLException ex) {
				// It has just ended, or the connection is gone: either way it is over.
			}
		}
	}

	/**
	 * Tell whether the run was asked to stop.
	 * @return true after {@link #cancel()}
	 */
	public synchronized boolean requested() {
		return this.requested;
	}

	synchronized void begin(Statement statement) {
		this.running = statement;
	}

	synchronized void end() {
		this.running = null;
	}

}
