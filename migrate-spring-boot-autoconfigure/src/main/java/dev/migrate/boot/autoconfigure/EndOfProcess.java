package dev.migrate.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrate.run.Cancellation;

/**
 * A process that is told to end while it starts. Spring closes an application only after
 * it has started, and a start that waits for another run may take minutes: the wait ends
 * here, and a statement that runs is cancelled and undone.
 */
final class EndOfProcess implements AutoCloseable {

	private static final Duration LONGEST_UNDO = Duration.ofMinutes(10);

	private final Cancellation cancellation = new Cancellation();

	private final CountDownLatch over = new CountDownLatch(1);

	private final Thread hook = new Thread(this::stop, "migrate-end-of-process");

	EndOfProcess() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			this.cancellation.cancel();
		}
	}

	Cancellation cancellation() {
		return this.cancellation;
	}

	private void stop() {
		this.cancellation.cancel();
		try {
			this.over.await(LONGEST_UNDO.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.over.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The process is ending.
		}
	}

}
