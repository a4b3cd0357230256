package dev.migrate.testkit;

/**
 * Tells the messages of one PostgreSQL client apart, as they come in pieces. The first
 * ones have no type: questions for encryption, and the one that starts the session.
 */
final class ClientMessages {

	private static final int STARTUP_VERSION = 3;

	private static final int HEAD = 5;

	private boolean started;

	private final byte[] head = new byte[2 * Integer.BYTES];

	private int known;

	private long rest;

	/**
	 * Read on.
	 * @param buffer holds the next piece
	 * @param length of the piece
	 * @return how many statements the messages that begin in it execute
	 */
	int statements(byte[] buffer, int length) {
		int found = 0;
		int position = 0;
		while (position < length) {
			if (this.rest > 0) {
				long skipped = Math.min(this.rest, length - position);
				this.rest -= skipped;
				position += (int) skipped;
				continue;
			}
			this.head[this.known++] = buffer[position++];
			if (!this.started && this.known == this.head.length) {
				this.started = (number(Integer.BYTES) >> 16) == STARTUP_VERSION;
				begin(number(0) - this.head.length);
			}
			else if (this.started && this.known == HEAD) {
				found += (this.head[0] == 'Q' || this.head[0] == 'E') ? 1 : 0;
				begin(number(1) - Integer.BYTES);
			}
		}
		return found;
	}

	private void begin(int length) {
		this.rest = length;
		this.known = 0;
	}

	private int number(int from) {
		int value = 0;
		for (int index = from; index < from + Integer.BYTES; index++) {
			value = (value << Byte.SIZE) | (this.head[index] & 0xff);
		}
		return value;
	}

}
