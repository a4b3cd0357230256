package dev.migrate.hibernate;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names as the server stores them, and the names that it would choose itself: the pattern
 * is PostgreSQL's ({@code makeObjectName}), used on every database.
 */
final class ServerNames {

	/** PostgreSQL cuts what is longer, silently. */
	private static final int MAX_BYTES = 63;

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	/**
	 * What Hibernate makes up: a prefix and an MD5 sum in base 35.
	 */
	private static final Pattern HASH = Pattern.compile("(?:FK|UK|IDX)_?[0-9a-y]{20,25}");

	private final DatabaseProduct product;

	private final UnquotedCase unquotedCase;

	private final Dialect dialect;

	private final SqlStringGenerationContext context;

	private final Set<String> taken = new HashSet<>();

	ServerNames(EntityModelRequest request, Dialect dialect, SqlStringGenerationContext context) {
		this.product = request.product();
		this.unquotedCase = request.unquotedCase();
		this.dialect = dialect;
		this.context = context;
	}

	/**
	 * Return whether Hibernate made up a name.
	 * @param name the name, or null
	 * @param hash what Hibernate would make up; asked only where the name itself leaves a
	 * doubt
	 */
	static boolean isGenerated(@Nullable String name, Supplier<String> hash) {
		if (name == null) {
			return true;
		}
		String text = Identifier.toIdentifier(name).getText();
		if (!HASH.matcher(text).matches()) {
			return false;
		}
		// A sum has seven digits on average; a person's word has none or one.
		return text.chars().filter(Character::isDigit).count() > 2 || text.equals(hash.get());
	}

	/**
	 * Return a name as the catalogue has it.
	 * @param text the name without quotes
	 * @param quoted whether it is written with quotes
	 */
	String stored(String text, boolean quoted) {
		return cut(quoted ? text : switch (this.unquotedCase) {
			case LOWER -> text.toLowerCase(Locale.ROOT);
			case UPPER -> text.toUpperCase(Locale.ROOT);
			case AS_WRITTEN -> text;
		});
	}

	String stored(Identifier identifier) {
		return stored(identifier.getText(), identifier.isQuoted());
	}

	String stored(Column column) {
		return stored(column.getName(), column.isQuoted());
	}

	String stored(Table table) {
		return stored(table.getNameIdentifier());
	}

	@Nullable String schemaOf(Table table) {
		return schemaOf(table.getQualifiedTableName());
	}

	@Nullable String schemaOf(QualifiedName name) {
		Identifier schema = this.context.schemaWithDefault(name.getSchemaName());
		return (schema != null) ? stored(schema) : null;
	}

	List<String> stored(List<Column> columns) {
		return columns.stream().map(this::stored).toList();
	}

	/**
	 * Return the name in SQL, quoted if it has to be.
	 * @param name a name as the mapping has it, with or without quotes
	 */
	String sql(String name) {
		Identifier identifier = Identifier.toIdentifier(name);
		if (identifier.isQuoted() || !PLAIN.matcher(identifier.getText()).matches()) {
			return this.dialect.openQuote() + identifier.getText() + this.dialect.closeQuote();
		}
		return identifier.getText();
	}

	/**
	 * Return the name that a constraint or index gets which has none, and remember it.
	 * @param table the table
	 * @param columns the middle part as it is stored, or null
	 * @param label {@code key}, {@code fkey}, {@code pkey}, {@code idx} or {@code check}
	 * @return the name as it is stored, quoted where it would be folded otherwise
	 */
	String choose(Table table, @Nullable List<String> columns, String label) {
		boolean perTable = this.product.isPostgreSql() && (label.equals("fkey") || label.equals("check"));
		String scope = schemaOf(table) + "/" + (perTable ? stored(table) : "") + "/";
		String middle = (columns != null) ? String.join("_", columns) : null;
		int counter = 0;
		String own = stored(table);
		String name = compose(own, middle, stored(label, false));
		while (!this.taken.add(scope + name.toLowerCase(Locale.ROOT))) {
			counter++;
			name = compose(own, middle, stored(label + counter, false));
		}
		return stored(name, false).equals(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
	}

	private String compose(String table, @Nullable String middle, String label) {
		int available = MAX_BYTES - label.length() - 1 - ((middle != null) ? 1 : 0);
		int first = bytes(table);
		int second = (middle != null) ? bytes(middle) : 0;
		while (first + second > available) {
			if (first > second) {
				first--;
			}
			else {
				second--;
			}
		}
		String head = clip(table, first);
		return (middle != null) ? head + "_" + clip(middle, second) + "_" + label : head + "_" + label;
	}

	boolean isTooLong(String name) {
		return this.product.isPostgreSql() && bytes(name) > MAX_BYTES;
	}

	private String cut(String name) {
		return isTooLong(name) ? clip(name, MAX_BYTES) : name;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private static String clip(String text, int bytes) {
		String clipped = text;
		while (bytes(clipped) > bytes) {
			clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
		}
		return clipped;
	}

}
