package dev.migrate.sql;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a database reads the characters of SQL: its comments, quotes, blanks and blocks. A
 * rule says what the server itself does, so that a statement ends where the server ends
 * it.
 */
public final class LexicalRules {

	/**
	 * PostgreSQL with {@code standard_conforming_strings} on, and psql's {@code COPY}
	 * data.
	 */
	public static final LexicalRules POSTGRESQL = new LexicalRules("postgresql",
			EnumSet.of(Feature.ESCAPE_STRINGS, Feature.DOLLAR_TAGS, Feature.NESTED_COMMENTS, Feature.OWN_OPERATORS,
					Feature.ATOMIC_BLOCKS, Feature.RULE_ACTIONS, Feature.COPY_DATA, Feature.META_COMMANDS,
					Feature.FOLDS_TO_LOWER_CASE));

	/** H2 2 in its regular mode. */
	public static final LexicalRules H2 = new LexicalRules("h2", EnumSet.of(Feature.NESTED_COMMENTS,
			Feature.SLASH_COMMENTS, Feature.BACKTICK_IDENTIFIERS, Feature.UNICODE_BLANKS));

	private final String dialect;

	private final Set<Feature> features;

	private final Characters characters;

	private LexicalRules(String dialect, Set<Feature> features) {
		this.dialect = dialect;
		this.features = features;
		this.characters = new Characters(this);
	}

	boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	Characters characters() {
		return this.characters;
	}

	/**
	 * Return the name that a token means.
	 * @param token a word or a quoted identifier
	 * @return the name as the catalogue stores it
	 */
	public String fold(Token token) {
		String text = token.text();
		if (token.kind() == TokenKind.WORD) {
			return has(Feature.FOLDS_TO_LOWER_CASE) ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT);
		}
		// A name with U& keeps its escapes: it is only compared and shown.
		int open = Character.isLetter(text.charAt(0)) ? 3 : 1;
		String quote = text.substring(open - 1, open);
		String name = text.substring(open, text.length() - 1).replace(quote + quote, quote);
		return quote.equals("`") ? name.toUpperCase(Locale.ROOT) : name;
	}

	/**
	 * Return the dialect's name, as section lines and logs write it.
	 */
	@Override
	public String toString() {
		return this.dialect;
	}

	/** What sets one database's text apart from another's. */
	enum Feature {

		/** A literal with the prefix E takes backslash escapes. */
		ESCAPE_STRINGS,

		/**
		 * A dollar quote may have a tag; without this there is only the plain double
		 * dollar.
		 */
		DOLLAR_TAGS,

		/** A block comment may hold another. */
		NESTED_COMMENTS,

		/** Two slashes begin a line comment. */
		SLASH_COMMENTS,

		/** Backticks quote an identifier. */
		BACKTICK_IDENTIFIERS,

		/** Every Unicode space is a blank, not only those of ASCII. */
		UNICODE_BLANKS,

		/** Any run of operator characters is an operator: users define their own. */
		OWN_OPERATORS,

		/** The body of a routine may be BEGIN ATOMIC … END. */
		ATOMIC_BLOCKS,

		/** CREATE RULE holds several statements in parentheses. */
		RULE_ACTIONS,

		/** The rows of COPY … FROM STDIN follow the statement. */
		COPY_DATA,

		/** A backslash outside quotes is a command to psql, never SQL. */
		META_COMMANDS,

		/** An unquoted name means its lower-case form; otherwise its upper-case form. */
		FOLDS_TO_LOWER_CASE

	}

}
