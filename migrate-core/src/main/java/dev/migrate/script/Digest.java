package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of texts in order; each text ends with a zero, so that moving a character from
 * one to the next shows.
 */
public final class Digest {

	private final MessageDigest digest;

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
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0);
		return this;
	}

	/**
	 * End it.
	 * @return half of the SHA-256
	 */
	public String hex() {
		return HexFormat.of().formatHex(this.digest.digest(), 0, 16);
	}

}
