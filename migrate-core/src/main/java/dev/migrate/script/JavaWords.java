package dev.migrate.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.SqlWords;
import dev.migrate.migration.ColumnDefinition;
import dev.migrate.migration.Definitions;
import dev.migrate.migration.SequenceDefinition;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;

/**
 * Names, types, columns and sequences of a catalogue in the words of a Java revision.
 */
final class JavaWords {

	private static final Pattern SIZED = Pattern.compile("(character varying|character|numeric|timestamp)"
			+ "\\((\\d+)(?:, ?(\\d+))?\\)( without time zone| with time zone)?");

	private static final Pattern ARRAY = Pattern.compile("(.*?)(?:\\[\\]| array)");

	private static final Map<String, Supplier<ColumnType>> PLAIN = Map.ofEntries(
			Map.entry("smallint", Definitions::smallint), Map.entry("integer", Definitions::integer),
			Map.entry("bigint", Definitions::bigint), Map.entry("real", Definitions::real),
			Map.entry("double precision", Definitions::doublePrecision), Map.entry("boolean", Definitions::bool),
			Map.entry("text", Definitions::text), Map.entry("character large object", Definitions::text),
			Map.entry("date", Definitions::date), Map.entry("time without time zone", Definitions::time),
			Map.entry("timestamp without time zone", Definitions::timestamp),
			Map.entry("timestamp with time zone", Definitions::timestampTz), Map.entry("uuid", Definitions::uuid),
			Map.entry("jsonb", Definitions::jsonb), Map.entry("bytea", Definitions::bytes),
			Map.entry("binary large object", Definitions::bytes));

	private static final Map<String, String> CALLS = Map.of("double precision", "doublePrecision", "boolean", "bool",
			"character large object", "text", "time without time zone", "time", "timestamp without time zone",
			"timestamp", "timestamp with time zone", "timestampTz", "bytea", "bytes", "binary large object", "bytes");

	private final SqlWords words;

	private final SqlWords typed;

	/**
	 * Create the words.
	 * @param words of the database
	 * @param typed of the database, for what a person types
	 */
	JavaWords(SqlWords words, SqlWords typed) {
		this.words = words;
		this.typed = typed;
	}

	/**
	 * Return an identifier as it is written within SQL.
	 */
	String sql(String identifier) {
		return this.words.name(identifier);
	}

	String name(String identifier) {
		String sql = this.words.name(identifier);
		if (!sql.startsWith("\"")) {
			return sql;
		}
		String inner = sql.substring(1, sql.length() - 1);
		boolean same = !inner.contains("\"") && !inner.contains(".") && this.typed.name(inner).equals(sql);
		return same ? inner : sql;
	}

	String name(QualifiedName name) {
		boolean local = this.words.name(name).equals(this.words.name(name.name()));
		return local ? name(name.name()) : name(name.schema()) + "." + name(name.name());
	}

	List<String> names(List<String> identifiers) {
		return identifiers.stream().map(this::name).toList();
	}

	String expression(String expression) {
		return this.words.expression(expression);
	}

	Written<ColumnType> type(ColumnType type) {
		String sql = type.sql().toLowerCase(Locale.ROOT);
		if (type.definedBy() == null) {
			if (PLAIN.containsKey(sql)) {
				return new Written<>(CALLS.getOrDefault(sql, sql) + "()", PLAIN.get(sql).get());
			}
			Matcher array = ARRAY.matcher(sql);
			if (array.matches()) {
				Written<ColumnType> element = type(ColumnType.of(array.group(1)));
				return new Written<>("array(" + element.code() + ")", Definitions.array(element.value()));
			}
			Matcher sized = SIZED.matcher(sql);
			if (sized.matches()) {
				return sized(sized);
			}
		}
		String text = this.words.type(type);
		return new Written<>("type(" + JavaText.literal(text) + ")", Definitions.type(text));
	}

	private static Written<ColumnType> sized(Matcher sized) {
		int size = Integer.parseInt(sized.group(2));
		int scale = (sized.group(3) != null) ? Integer.parseInt(sized.group(3)) : 0;
		return switch (sized.group(1)) {
			case "character varying" -> new Written<>("varchar(" + size + ")", Definitions.varchar(size));
			case "character" -> new Written<>("character(" + size + ")", Definitions.character(size));
			case "numeric" -> new Written<>("numeric(" + size + ", " + scale + ")", Definitions.numeric(size, scale));
			default -> " with time zone".equals(sized.group(4))
					? new Written<>("timestampTz(" + size + ")", Definitions.timestampTz(size))
					: new Written<>("timestamp(" + size + ")", Definitions.timestamp(size));
		};
	}

	/** Return a column without constraints. */
	Written<ColumnDefinition> column(Column column) {
		Written<ColumnType> type = type(column.type());
		String name = name(column.name());
		Written<ColumnDefinition> written = new Written<>("column(" + JavaText.literal(name) + ", " + type.code() + ")",
				Definitions.column(name, type.value()));
		if (column.collation() != null) {
			String collation = this.words.local(column.collation());
			written = written.then("collate(" + JavaText.literal(collation) + ")",
					(definition) -> definition.collate(collation));
		}
		Generated generated = column.generated();
		if (generated != null) {
			String expression = expression(generated.expression());
			written = written.then("generatedAs(" + JavaText.literal(expression) + ")",
					(definition) -> definition.generatedAs(expression));
		}
		if (column.identity() != null) {
			written = column.identity().always() ? written.then("identityAlways()", ColumnDefinition::identityAlways)
					: written.then("identity()", ColumnDefinition::identity);
		}
		if (column.defaultExpression() != null) {
			Written<String> value = defaultOf(column);
			written = written.then(value.code(), (definition) -> definition.defaultSql(value.value()));
		}
		if (!column.nullable() && column.identity() == null) {
			written = written.then("notNull()", ColumnDefinition::notNull);
		}
		if (column.comment() != null) {
			String comment = column.comment();
			written = written.then("comment(" + JavaText.literal(comment) + ")",
					(definition) -> definition.comment(comment));
		}
		return written;
	}

	/** Return the call that sets the default of a column. */
	Written<String> defaultOf(Column column) {
		String sql = this.words.defaultOf(column);
		if (sql.matches("-?[0-9]{1,9}") || sql.matches("(?i)true|false")) {
			return new Written<>("defaultTo(" + sql.toLowerCase(Locale.ROOT) + ")", sql);
		}
		if (sql.matches("'(?:[^']|'')*'")) {
			String text = sql.substring(1, sql.length() - 1).replace("''", "'");
			return new Written<>("defaultTo(" + JavaText.literal(text) + ")", sql);
		}
		return new Written<>("defaultSql(" + JavaText.literal(sql) + ")", sql);
	}

	/** Return a sequence, with what is not the usual. */
	Written<SequenceDefinition> sequence(Sequence sequence) {
		String name = name(sequence.name());
		SequenceOptions options = sequence.options();
		Written<SequenceDefinition> written = new Written<>("sequence(" + JavaText.literal(name) + ")",
				Definitions.sequence(name));
		if (options.start() != 1) {
			written = written.then("startWith(" + options.start() + ")",
					(definition) -> definition.startWith(options.start()));
		}
		if (options.increment() != 1) {
			written = written.then("incrementBy(" + options.increment() + ")",
					(definition) -> definition.incrementBy(options.increment()));
		}
		if (options.minimum() != 1 || options.maximum() != Long.MAX_VALUE) {
			written = written.then("between(" + options.minimum() + ", " + options.maximum() + "L)",
					(definition) -> definition.between(options.minimum(), options.maximum()));
		}
		return options.cycle() ? written.then("cycle()", SequenceDefinition::cycle) : written;
	}

}
