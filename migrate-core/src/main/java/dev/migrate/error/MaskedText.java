package dev.migrate.error;

import java.util.regex.Pattern;

/**
 * Text of drivers, pools and servers without the passwords that they like to repeat.
 */
public final class MaskedText {

	// password=…, PWD: …, "sslpassword":"…", trustStorePassword='…'
	private static final Pattern PASSWORD = Pattern
		.compile("(?i)((?:password|passwd|passphrase|pwd)\\w*[\"']?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^&;,\\s)]*)");

	// Of SQL: IDENTIFIED BY '…', PASSWORD '…'
	private static final Pattern LITERAL = Pattern
		.compile("(?i)(\\b(?:password|identified\\s+by)\\s+)('(?:[^']|'')*'|\"[^\"]*\")");

	private static final Pattern USER_INFO = Pattern.compile("(//[^/@\\s:]*:)[^@\\s]*@");

	// Drivers repeat it without the rest of the URL, too.
	private static final Pattern BARE_USER_INFO = Pattern.compile("([^/@\\s:]*:)[^@\\s/:]+@");

	private MaskedText() {
	}

	/**
	 * Hide passwords.
	 * @param text any text
	 * @return the text with stars where a password seems to stand
	 */
	public static String of(String text) {
		String masked = PASSWORD.matcher(text).replaceAll("$1***");
		masked = LITERAL.matcher(masked).replaceAll("$1***");
		masked = USER_INFO.matcher(masked).replaceAll("$1***@");
		return BARE_USER_INFO.matcher(masked).replaceAll("$1***@");
	}

}
