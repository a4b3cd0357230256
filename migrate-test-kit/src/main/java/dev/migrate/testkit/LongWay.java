package dev.migrate.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Delivers each piece some time after it was sent, whatever is under way before it: a
 * distance, not a narrow place.
 */
final class LongWay implements WireCounter.Way {

	private static final byte[] END = {};

	private final OutputStream out;

	private final Duration time;

	private final BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();

	private LongWay(OutputStream out, Duration time) {
		this.out = out;
		this.time = time;
	}

	static LongWay to(OutputStream out, Duration time) {
		LongWay way = new LongWay(out, time);
		WireCounter.start("way", way::deliver);
		return way;
	}

	@Override
	public void send(byte[] buffer, int length) {
		this.underWay.add(new Piece(System.nanoTime() + this.time.toNanos(), Arrays.copyOf(buffer, length)));
	}

	// What is under way still arrives.
	@Override
	public void close() {
		send(END, 0);
	}

	private void deliver() throws IOException {
		try (OutputStream end = this.out) {
			Piece piece = this.underWay.take();
			while (piece.bytes.length > 0) {
				TimeUnit.NANOSECONDS.sleep(piece.due - System.nanoTime());
				end.write(piece.bytes);
				piece = this.underWay.take();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** Some bytes, and when they arrive. */
	private static final class Piece {

		private final long due;

		private final byte[] bytes;

		Piece(long due, byte[] bytes) {
			this.due = due;
			this.bytes = bytes;
		}

	}

}
