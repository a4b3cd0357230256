package dev.migrate.boot.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.migrate.run.Cancellation;

/**
 * Ctrl-C while a command works: the running statement is cancelled, and the process stays
 * until what was begun is undone.
 */
public final class Interruption {

	private static final Duration LONGEST_UNDO = Duration.ofMinutes(10);

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean waiting;

	/**
	 * Do work that may be stopped from outside.
	 * @param cancellation tells the work to stop
	 * @param work what is done on this thread
	 */
	<T> T guard(Cancellation cancellation, Supplier<T> work) {
		Thread worker = Thread.currentThread();
		Thread hook = new Thread(() -> stop(cancellation, worker), "db-interruption");
		Runtime.getRuntime().addShutdownHook(hook);
		try {
			return work.get();
		}
		finally {
			remove(hook);
		}
	}

	private static void remove(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException ex) {
			// The process is ending: the hook waits for us.
		}
	}

	private void stop(Cancellation cancellation, Thread worker) {
		cancellation.cancel();
		// Waiting for the lock of another run is no statement: only an interrupt ends it.
		// Elsewhere it would do harm: H2 closes its file.
		if (this.waiting) {
			worker.interrupt();
		}
		try {
			this.ended.await(LONGEST_UNDO.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Say whether the work waits for the lock of another run. */
	void waiting(boolean now) {
		this.waiting = now;
	}

	/**
	 * Say that the work is over and its connections are closed.
	 */
	public void ended() {
		this.ended.countDown();
	}

}
