package dev.migrate.migration;

import java.util.List;

import dev.migrate.operation.Literal;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Java revision, for static imports: types, columns, constraints, indexes.
 * Names are written as in SQL without quotes: lower-case letters, digits and {@code _}
 * are stored as the database stores plain names, all others are quoted.
 */
public final class Definitions {

	private Definitions() {
	}

	public static ColumnType smallint() {
		return ColumnType.of("smallint");
	}

	public static ColumnType integer() {
		return ColumnType.of("integer");
	}

	public static ColumnType bigint() {
		return ColumnType.of("bigint");
	}

	public static ColumnType numeric(int precision, int scale) {
		return ColumnType.of("numeric(" + precision + "," + scale + ")");
	}

	public static ColumnType real() {
		return ColumnType.of("real");
	}

	public static ColumnType doublePrecision() {
		return ColumnType.of("double precision");
	}

	public static ColumnType bool() {
		return ColumnType.of("boolean");
	}

	public static ColumnType varchar(int length) {
		return ColumnType.of("character varying(" + length + ")");
	}

	public static ColumnType character(int length) {
		return ColumnType.of("character(" + length + ")");
	}

	public static ColumnType text() {
		return ColumnType.of("text");
	}

	public static ColumnType date() {
		return ColumnType.of("date");
	}

	public static ColumnType time() {
		return ColumnType.of("time without time zone");
	}

	public static ColumnType timestamp() {
		return ColumnType.of("timestamp without time zone");
	}

	public static ColumnType timestamp(int precision) {
		return ColumnType.of("timestamp(" + precision + ") without time zone");
	}

	public static ColumnType timestampTz(int precision) {
		return ColumnType.of("timestamp(" + precision + ") with time zone");
	}

	public static ColumnType timestampTz() {
		return ColumnType.of("timestamp with time zone");
	}

	public static ColumnType uuid() {
		return ColumnType.of("uuid");
	}

	/**
	 * JSON in the form that the database can search.
	 * @return {@code jsonb} on PostgreSQL, {@code json} on H2
	 */
	public static ColumnType jsonb() {
		return ColumnType.of("jsonb");
	}

	/**
	 * Bytes of any length.
	 * @return {@code bytea} on PostgreSQL, {@code blob} on H2
	 */
	public static ColumnType bytes() {
		return ColumnType.of("bytea");
	}

	public static ColumnType array(ColumnType of) {
		return ColumnType.of(of.sql() + "[]");
	}

	/**
	 * Any other type.
	 * @param sql as the database writes it
	 * @return the type
	 */
	public static ColumnType type(String sql) {
		return ColumnType.of(sql);
	}

	public static ColumnDefinition column(String name, ColumnType type) {
		return new ColumnDefinition(new Column(name, type, true, null, null, null, null, null), List.of());
	}

	/**
	 * Define a table, as it was: for dropping one so that it can come back.
	 * @param name name, or schema and name
	 * @param elements columns, constraints, indexes, comment
	 * @return the definition
	 */
	public static TableDefinition table(String name, TableElement... elements) {
		return new TableDefinition(name, List.of(elements));
	}

	public static PrimaryKeyDefinition primaryKey(String... columns) {
		return new PrimaryKeyDefinition(PrimaryKey.of("", List.of(columns)));
	}

	public static UniqueDefinition unique(String... columns) {
		return new UniqueDefinition(UniqueConstraint.of("", List.of(columns)));
	}

	/**
	 * Define a foreign key; where it points has to follow.
	 * @param columns the referring columns
	 * @return the definition
	 */
	public static ForeignKeyDefinition foreignKey(String... columns) {
		return new ForeignKeyDefinition(ForeignKey.of("", List.of(columns), new QualifiedName("", "?"), List.of()));
	}

	/**
	 * Define a check.
	 * @param name of the constraint
	 * @param condition in SQL
	 * @return the definition
	 */
	public static CheckDefinition check(String name, String condition) {
		return new CheckDefinition(Check.of(name, condition));
	}

	/**
	 * Define an exclusion constraint.
	 * @param name of the constraint
	 * @param definition in SQL, from {@code EXCLUDE} on
	 * @return the definition
	 */
	public static ExclusionDefinition exclude(String name, String definition) {
		return new ExclusionDefinition(new Exclusion(name, definition, null));
	}

	public static IndexDefinition index(String... columns) {
		return new IndexDefinition(Index.of("", List.of(columns)));
	}

	/**
	 * Define an index on more than plain columns.
	 * @param elements such as {@code descending("created_at")}
	 * @return the definition
	 */
	public static IndexDefinition index(IndexElement... elements) {
		return new IndexDefinition(
				new Index("", false, "btree", List.of(elements), List.of(), null, false, true, null));
	}

	public static IndexElement ascending(String column) {
		return IndexElement.column(column);
	}

	public static IndexElement descending(String column) {
		return new IndexElement(column, null, true, true, null, null);
	}

	/**
	 * Index what an expression yields.
	 * @param sql such as {@code lower(email)}
	 * @return an element of an index
	 */
	public static IndexElement expression(String sql) {
		return IndexElement.expression(sql);
	}

	public static TableCommentDefinition comment(String text) {
		return new TableCommentDefinition(text);
	}

	/**
	 * Define a sequence that counts from 1 up.
	 * @param name name, or schema and name
	 * @return the definition
	 */
	public static SequenceDefinition sequence(String name) {
		return new SequenceDefinition(new Sequence(Names.qualified(name), SequenceOptions.BIGINT, null, false, null));
	}

	/**
	 * Return a row to insert.
	 * @param values texts, numbers, truth values, dates and times, UUIDs, bytes, null, or
	 * what {@link #sql} returned
	 * @return the row
	 */
	public static List<Literal> row(@Nullable Object... values) {
		return Literals.of(values);
	}

	/**
	 * Return a value that the database computes.
	 * @param expression in SQL
	 * @return the value
	 */
	public static Literal sql(String expression) {
		return new Literal(Literal.Kind.EXPRESSION, expression);
	}

}
