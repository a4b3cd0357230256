package dev.migrate.dialect.h2;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.schema.ColumnType;
import dev.migrate.sql.DelimitedIdentifier;

/**
 * The words of a person: what is not a name or a type that H2 calls otherwise stays as it
 * was typed.
 */
final class TypedH2Words extends H2Words {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	private static final Pattern ARRAY = Pattern.compile("(.*)\\[\\]");

	TypedH2Words() {
		super("");
	}

	/**
	 * Plain names are stored as the database stores what is typed without quotes.
	 */
	@Override
	public String name(String identifier) {
		if (identifier.length() > 2 && identifier.startsWith("\"") && identifier.endsWith("\"")) {
			return identifier;
		}
		boolean plain = PLAIN.matcher(identifier).matches() && !RESERVED.contains(identifier.toUpperCase(Locale.ROOT));
		return plain ? identifier : DelimitedIdentifier.of(identifier);
	}

	/**
	 * Plain names are found in either case: the database alone knows which it stores.
	 */
	@Override
	String stored(String column, String identifier) {
		if (identifier.isEmpty()) {
			return column + " = CURRENT_SCHEMA";
		}
		String written = name(identifier);
		return written.startsWith("\"")
				? super.stored(column, written.substring(1, written.length() - 1).replace("\"\"", "\""))
				: "UPPER(" + column + ") = " + literal(identifier.toUpperCase(Locale.ROOT));
	}

	@Override
	public String type(ColumnType type) {
		Matcher array = ARRAY.matcher(type.sql());
		if (array.matches()) {
			return type(ColumnType.of(array.group(1))) + " ARRAY";
		}
		return switch (type.sql()) {
			case "text" -> "CLOB";
			case "bytea" -> "BLOB";
			case "json", "jsonb" -> "JSON";
			case "timestamp without time zone" -> "TIMESTAMP";
			case "time without time zone" -> "TIME";
			case "smallint", "integer", "bigint", "real", "double precision", "boolean", "uuid", "date",
					"timestamp with time zone", "time with time zone" ->
				type.sql().toUpperCase(Locale.ROOT);
			default -> sized(type.sql());
		};
	}

	private static String sized(String sql) {
		return sql.replaceFirst("^character varying\\b", "VARCHAR")
			.replaceFirst("^character\\b", "CHAR")
			.replaceFirst("^numeric\\b", "NUMERIC")
			.replaceFirst("^timestamp(\\(\\d\\)) without time zone$", "TIMESTAMP$1")
			.replaceFirst("^timestamp(\\(\\d\\)) with time zone$", "TIMESTAMP$1 WITH TIME ZONE")
			.replaceFirst("(\\d),(\\d)", "$1, $2");
	}

	@Override
	public String expression(String expression) {
		return expression;
	}

	/** Knows that nobody typed how many numbers a session takes at once. */
	static final class Inside extends H2Definitions {

		Inside(TypedH2Words words) {
			super(words);
		}

		@Override
		protected long defaultCache() {
			return 1;
		}

	}

}
