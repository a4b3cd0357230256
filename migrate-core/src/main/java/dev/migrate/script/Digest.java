package dev.migrate.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of texts in order; each text ends with a zero, so that moving a character from
 * one to the next shows.
 */
public final class Digest {

	// A cold digest is slow with each call, not with each byte.
	private static final int ENOUGH = 1 << 16;

	private final MessageDigest digest;

	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(1024);

	/**
	 * Begin a digest.
	 */
	public Digest() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Add a text.
	 * @param text the next one
	 * @return this
	 */
	public Digest add(String text) {
		this.waiting.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		this.waiting.write(0);
		if (this.waiting.size() > ENOUGH) {
			digest();
		}
		return this;
	}

	private void digest() {
		this.digest.update(this.waiting.toByteArray());
		this.waiting.reset();
	}

	/**
	 * End it.
	 * @return half of the SHA-256
	 */
	public String hex() {
		digest();
		return HexFormat.of().formatHex(this.digest.digest(), 0, 16);
	}

}
