package dev.migrate.dialect.h2;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.SqlWords;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.sql.DelimitedIdentifier;
import dev.migrate.sql.LexicalRules;

/**
 * How H2's SQL spells things, on a database that stores plain names in one case.
 */
class H2Words extends SqlWords {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"");

	protected static final Set<String> RESERVED = Set
		.of(("ALL AND ANY ARRAY AS ASYMMETRIC AUTHORIZATION BETWEEN BOTH CASE CAST CHECK CONSTRAINT CROSS CURRENT_CATALOG "
				+ "CURRENT_DATE CURRENT_PATH CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DAY "
				+ "DEFAULT DISTINCT ELSE END EXCEPT EXISTS FALSE FETCH FOR FOREIGN FROM FULL GROUP GROUPS HAVING HOUR IF "
				+ "ILIKE IN INNER INTERSECT INTERVAL IS JOIN KEY LEADING LEFT LIKE LIMIT LOCALTIME LOCALTIMESTAMP MINUS "
				+ "MINUTE MONTH NATURAL NOT NULL OFFSET ON OR ORDER OVER PARTITION PRIMARY QUALIFY RANGE REGEXP RIGHT ROW "
				+ "ROWNUM ROWS SECOND SELECT SESSION_USER SET SOME SYMMETRIC SYSTEM_USER TABLE TO TOP TRAILING TRUE "
				+ "UESCAPE UNION UNIQUE UNKNOWN USER USING VALUE VALUES WHEN WHERE WINDOW WITH YEAR _ROWID_")
			.split(" "));

	private final boolean lowerCase;

	/**
	 * Create the words.
	 * @param currentSchema the schema that unqualified names go to; its case tells how
	 * the database stores plain names
	 */
	H2Words(String currentSchema) {
		this(currentSchema, !currentSchema.equals(currentSchema.toUpperCase(Locale.ROOT)));
	}

	private H2Words(String currentSchema, boolean lowerCase) {
		super(currentSchema);
		this.lowerCase = lowerCase;
	}

	/**
	 * Return words that write every schema.
	 */
	H2Words qualified() {
		return new H2Words("", this.lowerCase);
	}

	boolean isCurrent(String schema) {
		return schema.equals(currentSchema());
	}

	@Override
	public String name(String identifier) {
		String stored = this.lowerCase ? identifier.toLowerCase(Locale.ROOT) : identifier.toUpperCase(Locale.ROOT);
		boolean plain = PLAIN.matcher(identifier).matches() && identifier.equals(stored)
				&& !RESERVED.contains(identifier.toUpperCase(Locale.ROOT));
		return plain ? identifier.toLowerCase(Locale.ROOT) : DelimitedIdentifier.of(identifier);
	}

	/**
	 * Write what finds a name in the catalogue.
	 * @param column of the catalogue
	 * @param identifier the name
	 * @return a condition
	 */
	String stored(String column, String identifier) {
		return column + " = " + literal(identifier);
	}

	@Override
	public LexicalRules rules() {
		return LexicalRules.H2;
	}

	@Override
	public String type(ColumnType type) {
		if (type.definedBy() != null) {
			return name(type.definedBy());
		}
		return type.sql()
			.replaceFirst("^CHARACTER VARYING", "VARCHAR")
			.replaceFirst("^CHARACTER LARGE OBJECT", "CLOB")
			.replaceFirst("^BINARY LARGE OBJECT", "BLOB")
			.replaceFirst("^BINARY VARYING", "VARBINARY")
			.replaceFirst("^CHARACTER\\b", "CHAR");
	}

	@Override
	public String defaultOf(Column column) {
		return expression(String.valueOf(column.defaultExpression()));
	}

	@Override
	public String expression(String expression) {
		String whole = ListedValues.written(withoutSchema(expression));
		Matcher matcher = TOKEN.matcher(whole);
		StringBuilder text = new StringBuilder();
		while (matcher.find()) {
			String name = matcher.group(1);
			matcher.appendReplacement(text,
					Matcher.quoteReplacement((name != null) ? name(name.replace("\"\"", "\"")) : matcher.group()));
		}
		return matcher.appendTail(text).toString();
	}

	private String withoutSchema(String expression) {
		String prefix = "\"" + currentSchema() + "\".";
		StringBuilder text = new StringBuilder();
		boolean quoted = false;
		int at = 0;
		while (at < expression.length()) {
			quoted ^= expression.charAt(at) == '\'';
			if (!quoted && expression.startsWith(prefix, at)) {
				at += prefix.length();
			}
			else {
				text.append(expression.charAt(at));
				at++;
			}
		}
		return text.toString();
	}

}
