package dev.migrate.generate;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.migrate.schema.Schema;
import dev.migrate.scratch.ScratchDatabase;

/**
 * Revisions that are replayed while the entities are read: a database of its own is at
 * work, and nothing of the application. Closing it ends the work, wherever it stands.
 */
final class ReplayAhead implements AutoCloseable {

	private final ScratchDatabase database;

	private final Workbench.Bench bench;

	private final CompletableFuture<Schema> built = new CompletableFuture<>();

	private final Thread thread;

	ReplayAhead(ScratchDatabase database, Workbench.Bench bench, List<Replay.NamedSection> sections) {
		this.database = database;
		this.bench = bench;
		this.thread = new Thread(() -> run(sections), "migrate-replay");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void run(List<Replay.NamedSection> sections) {
		try {
			this.bench.replay(sections);
			this.built.complete(this.bench.read());
		}
		catch (RuntimeException | Error ex) {
			this.built.completeExceptionally(ex);
		}
	}

	Workbench.Bench bench() {
		return this.bench;
	}

	/**
	 * Wait for the end, and return what the revisions have built. Throws what the replay
	 * threw.
	 */
	Schema built() {
		try {
			return this.built.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw ex;
		}
	}

	@Override
	public void close() {
		if (!this.built.isDone()) {
			stop();
		}
		this.database.close();
	}

	private void stop() {
		try {
			this.database.connection().abort(Runnable::run);
			this.thread.join();
		}
		catch (SQLException ex) {
			// The database is removed with whoever is on it.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
