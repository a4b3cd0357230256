package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A digest of texts in order; each text ends with a zero, so that moving a character from
 * one to the next shows. It tells whether something has changed, not whether somebody
 * wants to deceive: two checksums of different making are one of 64 bits, and a boot has
 * them without loading the providers of cryptography, or reckoning tables.
 */
public final class Digest {

	private static final int ROOM = 8192;

	private final CRC32 first = new CRC32();

	private final Adler32 second = new Adler32();

	private final byte[] waiting = new byte[ROOM];

	private int used;

	/**
	 * Add a text.
	 * @param text the next one
	 * @return this
	 */
	public Digest add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length >= ROOM - this.used) {
			flush();
		}
		if (bytes.length >= ROOM) {
			update(bytes, bytes.length);
		}
		else {
			System.arraycopy(bytes, 0, this.waiting, this.used, bytes.length);
			this.used += bytes.length;
		}
		this.waiting[this.used++] = 0;
		return this;
	}

	private void flush() {
		update(this.waiting, this.used);
		this.used = 0;
	}

	private void update(byte[] bytes, int length) {
		this.first.update(bytes, 0, length);
		this.second.update(bytes, 0, length);
	}

	/**
	 * End it.
	 * @return 16 hexadecimal digits
	 */
	public String hex() {
		flush();
		return digits(this.first.getValue()) + digits(this.second.getValue());
	}

	// Of 32 bits; the one in front keeps the zeros.
	private static String digits(long value) {
		return Long.toHexString(value | 1L << 32).substring(1);
	}

}
