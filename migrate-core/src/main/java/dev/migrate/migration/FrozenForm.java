package dev.migrate.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A row of words that stands for recorded operations for years, whatever becomes of the
 * classes behind it: each entry has a name and fields, and a field that says nothing is
 * left out, so that what is added to an operation later changes nothing that was recorded
 * before. Each word is digested in UTF-8 with the byte FF behind it, each entry ends with
 * FE: bytes that UTF-8 never uses.
 */
final class FrozenForm {

	/** The number of this form, which leads every result. */
	static final int ALGORITHM = 1;

	private static final int LENGTH = 16;

	private final MessageDigest digest;

	private final StringBuilder text = new StringBuilder();

	FrozenForm() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	FrozenForm word(String word) {
		this.digest.update(word.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0xFF);
		this.text.append((this.text.isEmpty() || this.text.charAt(this.text.length() - 1) == '\n') ? "" : " | ")
			.append(word.replace("\n", "\\n"));
		return this;
	}

	FrozenForm field(String name, @Nullable Object value) {
		return (value != null) ? word(name + "=" + value) : this;
	}

	FrozenForm fields(String name, Collection<?> values) {
		values.forEach((value) -> field(name, value));
		return this;
	}

	FrozenForm flag(String name, boolean set) {
		return set ? word(name) : this;
	}

	FrozenForm end() {
		this.digest.update((byte) 0xFE);
		this.text.append('\n');
		return this;
	}

	String checksum() {
		return "java-" + ALGORITHM + ":" + HexFormat.of().formatHex(this.digest.digest(), 0, LENGTH);
	}

	/**
	 * Return the words, for people and tests.
	 */
	@Override
	public String toString() {
		return this.text.toString();
	}

}
