package dev.migrate.dialect.postgresql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.SqlWords;
import dev.migrate.operation.Literal;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.sql.DelimitedIdentifier;
import dev.migrate.sql.LexicalRules;

/**
 * How PostgreSQL's SQL spells things.
 */
class PostgresqlWords extends SqlWords {

	private static final String SYSTEM = "pg_catalog.";

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	// Reserved words, also those that may be a function or type: as a column's or table's
	// name they have to be quoted. Of every version from 14 on.
	private static final Set<String> RESERVED = Set.of(("all analyse analyze and any array as asc asymmetric "
			+ "authorization binary both case cast check collate collation column concurrently constraint create cross "
			+ "current_catalog current_date current_role current_schema current_time current_timestamp current_user "
			+ "default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group "
			+ "having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime "
			+ "localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references "
			+ "returning right select session_user similar some symmetric system_user table tablesample then to trailing "
			+ "true union unique user using variadic verbose when where window with")
		.split(" "));

	private static final Pattern BUILT_IN = Pattern.compile("(?:bigint|integer|smallint|boolean|character varying"
			+ "|character|text|bytea|numeric|real|double precision|date|time|timestamp|interval|uuid|jsonb?|xml|oid"
			+ "|inet|cidr|macaddr8?|bit varying|bit|money|tsvector|tsquery|point|line|lseg|box|path|polygon|circle"
			+ "|(?:int4|int8|num|ts|tstz|date)(?:multi)?range)\\b[a-z0-9 (),]*(?:\\[\\])*");

	private static final Pattern LITERAL_WITH_CAST = Pattern.compile("('(?:[^']|'')*')::([^':]+)");

	private static final Pattern NEXTVAL = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

	private final ExpressionStyle expressions = new ExpressionStyle();

	PostgresqlWords(String currentSchema) {
		super(currentSchema);
	}

	@Override
	public String name(String identifier) {
		return (PLAIN.matcher(identifier).matches() && !RESERVED.contains(identifier)) ? identifier
				: DelimitedIdentifier.of(identifier);
	}

	@Override
	public String type(ColumnType type) {
		return (type.definedBy() == null && BUILT_IN.matcher(type.sql()).matches()) ? builtIn(type.sql())
				: local(type.sql());
	}

	private static String builtIn(String sql) {
		return sql.toUpperCase(Locale.ROOT)
			.replace("CHARACTER VARYING", "VARCHAR")
			.replaceFirst("^CHARACTER\\b", "CHAR")
			.replace(" WITHOUT TIME ZONE", "")
			.replaceAll(",(?! )", ", ");
	}

	/**
	 * Leave out the current schema in front of a name, outside of quoted text.
	 */
	@Override
	public String local(String sql) {
		String prefix = name(currentSchema()) + ".";
		StringBuilder text = new StringBuilder();
		int at = 0;
		while (at < sql.length()) {
			char character = sql.charAt(at);
			if (character == '\'') {
				int end = closingQuote(sql, at);
				text.append(sql, at, end);
				at = end;
			}
			else if (sql.startsWith(prefix, at) && (at == 0 || !isNamePart(sql.charAt(at - 1)))) {
				at += prefix.length();
			}
			else if (sql.startsWith(SYSTEM, at) && (at == 0 || !isNamePart(sql.charAt(at - 1)))) {
				at += SYSTEM.length();
			}
			else {
				text.append(character);
				at++;
			}
		}
		return text.toString();
	}

	private static int closingQuote(String sql, int start) {
		int end = sql.indexOf('\'', start + 1);
		return (end < 0) ? sql.length() : end + 1;
	}

	private static boolean isNamePart(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '"' || character == '.';
	}

	@Override
	public String defaultOf(Column column) {
		String expression = String.valueOf(column.defaultExpression());
		Matcher cast = LITERAL_WITH_CAST.matcher(expression);
		if (cast.matches() && base(cast.group(2)).equals(base(column.type().sql()))) {
			return unquoted(cast.group(1), base(column.type().sql()));
		}
		return expression(expression);
	}

	private static String base(String type) {
		return switch (type) {
			case "bpchar" -> "character";
			case "\"bit\"" -> "bit";
			default -> type.replaceAll("\\([0-9, ]*\\)", "");
		};
	}

	/**
	 * A number without quotes where the server reads it as one of that very type: it
	 * counts small ones as integers, whatever the column.
	 */
	private static String unquoted(String literal, String type) {
		String text = literal.substring(1, literal.length() - 1);
		boolean same = switch (type) {
			case "integer" -> text.matches("-[0-9]+");
			case "bigint" -> text.matches("-?[1-9][0-9]{10,17}");
			case "numeric" -> text.matches("-[0-9]+\\.[0-9]+");
			default -> false;
		};
		return same ? text : literal;
	}

	@Override
	public String expression(String expression) {
		Matcher sequence = NEXTVAL.matcher(expression);
		if (sequence.matches()) {
			return "nextval('" + local(sequence.group(1)) + "')";
		}
		return local(this.expressions.simplified(expression));
	}

	@Override
	public LexicalRules rules() {
		return LexicalRules.POSTGRESQL;
	}

	@Override
	public String literal(Literal literal) {
		return (literal.kind() == Literal.Kind.BYTES) ? "'\\x" + literal.text() + "'" : super.literal(literal);
	}

	@Override
	public String literal(String text) {
		return text.contains("\\") ? "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'" : super.literal(text);
	}

	/**
	 * Write the name of a type beside it, while another takes its place.
	 * @param name the type's name
	 * @return the old type's name
	 */
	QualifiedName aside(QualifiedName name) {
		return name.sibling(name.name() + "_old");
	}

}
