package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A digest of texts in order; each text ends with a zero, so that moving a character from
 * one to the next shows. It tells whether something has changed, not whether somebody
 * wants to deceive: two checksums of different polynomials are one of 64 bits, and a boot
 * has them without loading the providers of cryptography.
 */
public final class Digest {

	private static final byte[] END = { 0 };

	private final CRC32 first = new CRC32();

	private final CRC32C second = new CRC32C();

	/**
	 * Add a text.
	 * @param text the next one
	 * @return this
	 */
	public Digest add(String text) {
		add(text.getBytes(StandardCharsets.UTF_8));
		add(END);
		return this;
	}

	private void add(byte[] bytes) {
		this.first.update(bytes, 0, bytes.length);
		this.second.update(bytes, 0, bytes.length);
	}

	/**
	 * End it.
	 * @return 16 hexadecimal digits
	 */
	public String hex() {
		return digits(this.first.getValue()) + digits(this.second.getValue());
	}

	// Of 32 bits; the one in front keeps the zeros.
	private static String digits(long value) {
		return Long.toHexString(value | 1L << 32).substring(1);
	}

}
