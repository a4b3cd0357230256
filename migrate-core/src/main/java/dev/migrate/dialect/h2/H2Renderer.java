package dev.migrate.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrate.dialect.SequenceClauses;
import dev.migrate.dialect.StandardSqlRenderer;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterDomain;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.ChangeIdentity;
import dev.migrate.operation.CreateDomain;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Index;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Routine;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/**
 * Writes operations for H2. Its enums are part of a column's type: there is no operation
 * on them.
 */
public final class H2Renderer extends StandardSqlRenderer {

	private final H2Words words;

	/**
	 * Create the renderer.
	 * @param currentSchema the schema that needs no mention, as the catalogue stores it
	 */
	public H2Renderer(String currentSchema) {
		this(new H2Words(currentSchema));
	}

	/**
	 * Create a renderer of operations that a person typed.
	 * @return the renderer
	 */
	public static H2Renderer typed() {
		TypedH2Words words = new TypedH2Words();
		return new H2Renderer(words, new TypedH2Words.Inside(words));
	}

	private H2Renderer(H2Words words) {
		this(words, new H2Definitions(words));
	}

	private H2Renderer(H2Words words, H2Definitions definitions) {
		super(words, definitions, new H2Names(), new H2Fills(words));
		this.words = words;
	}

	/**
	 * Inside a table of another schema, names without a schema are that schema's.
	 */
	@Override
	public List<String> visit(CreateTable operation) {
		return isElsewhere(operation.table().name()) ? new H2Renderer(this.words.qualified()).visit(operation)
				: super.visit(operation);
	}

	@Override
	public List<String> visit(AddConstraint operation) {
		return isElsewhere(operation.table()) ? new H2Renderer(this.words.qualified()).visit(operation)
				: super.visit(operation);
	}

	private boolean isElsewhere(QualifiedName table) {
		return !this.words.isCurrent(table.schema()) && !this.words.isCurrent("");
	}

	@Override
	protected List<String> createIndex(QualifiedName table, Index index) {
		String kind = index.method().equals("spatial") ? "SPATIAL " : index.method().equals("hash") ? "HASH " : "";
		String unique = index.unique() ? (index.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ") : "";
		List<String> statements = new ArrayList<>();
		statements.add("CREATE " + unique + kind + "INDEX " + words().name(index.name()) + " ON " + words().name(table)
				+ " (" + index.elements().stream().map(definitions()::element).collect(Collectors.joining(", ")) + ")");
		addComment(statements, ObjectReference.index(table, index.name()), index.comment());
		return statements;
	}

	@Override
	protected String commented(ObjectReference object) {
		return (object.kind() == ObjectReference.Kind.CONSTRAINT)
				? "CONSTRAINT " + words().name(object.name().sibling(object.member())) : super.commented(object);
	}

	/**
	 * The name of a primary key that H2 named is not known for sure.
	 */
	@Override
	public List<String> visit(DropConstraint operation) {
		return (operation.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY)
				? List.of(alter(operation.table(), "DROP PRIMARY KEY")) : super.visit(operation);
	}

	@Override
	public List<String> visit(RenameColumn operation) {
		return List.of(alter(operation.table(),
				"ALTER COLUMN " + words().name(operation.from()) + " RENAME TO " + words().name(operation.to())));
	}

	@Override
	public List<String> visit(RenameIndex operation) {
		return List.of("ALTER INDEX " + words().name(operation.table().sibling(operation.from())) + " RENAME TO "
				+ words().name(operation.table().sibling(operation.to())));
	}

	@Override
	public List<String> visit(ChangeColumnType operation) {
		Column before = operation.before();
		Column after = operation.after();
		List<String> statements = new ArrayList<>();
		boolean carries = Objects.equals(before.defaultExpression(), after.defaultExpression());
		if (before.defaultExpression() != null && !carries) {
			statements.add(alterColumn(operation.table(), after, "DROP DEFAULT"));
		}
		String conversion = operation.conversion(words().name(after.name()));
		if (conversion == null && isBetweenNumbersAndNames(before.type(), after.type())) {
			// By itself H2 counts the names from 1: rows of others would pass for them.
			conversion = "CAST(" + words().name(after.name()) + " AS VARCHAR)";
		}
		statements.add(alterColumn(operation.table(), after,
				"SET DATA TYPE " + words().type(after.type()) + ((conversion != null) ? " USING " + conversion : "")));
		if (after.defaultExpression() != null && !carries) {
			statements.add(alterColumn(operation.table(), after, "SET DEFAULT " + words().defaultOf(after)));
		}
		return statements;
	}

	private static boolean isBetweenNumbersAndNames(ColumnType before, ColumnType after) {
		return (before.isWholeNumber() && !after.listed().isEmpty())
				|| (after.isWholeNumber() && !before.listed().isEmpty());
	}

	@Override
	public List<String> visit(ChangeIdentity operation) {
		Column before = operation.before();
		Column after = operation.after();
		if (after.identity() == null) {
			return List.of(alterColumn(operation.table(), after, "DROP IDENTITY"));
		}
		if (before.identity() == null) {
			String column = words().name(after.name());
			return List.of(alter(operation.table(), "ALTER COLUMN " + definitions().column(after)),
					alterColumn(operation.table(), after, "RESTART WITH (SELECT COALESCE(MAX(" + column
							+ "), 0) + 1 FROM " + words().name(operation.table()) + ")"));
		}
		List<String> statements = new ArrayList<>();
		if (before.identity().always() != after.identity().always()) {
			statements.add(alterColumn(operation.table(), after,
					"SET GENERATED " + (after.identity().always() ? "ALWAYS" : "BY DEFAULT")));
		}
		for (String clause : SequenceClauses.between(before.identity().options(), after.identity().options())) {
			statements
				.add(alterColumn(operation.table(), after, clause.startsWith("START") ? clause : "SET " + clause));
		}
		return statements;
	}

	@Override
	public List<String> visit(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		StringBuilder text = new StringBuilder("CREATE SEQUENCE ").append(words().name(sequence.name()));
		for (String clause : definitions().sequenceOptions(sequence.options(), "BIGINT")) {
			text.append(' ').append(clause);
		}
		List<String> statements = new ArrayList<>();
		statements.add(text.toString());
		addComment(statements, ObjectReference.to(sequence), sequence.comment());
		return statements;
	}

	@Override
	public List<String> visit(AlterSequence operation) {
		List<String> clauses = SequenceClauses.between(operation.before().options(), operation.after().options());
		return clauses.isEmpty() ? List.of()
				: List.of("ALTER SEQUENCE " + words().name(operation.after().name()) + " " + String.join(" ", clauses));
	}

	/**
	 * H2 can't rename a sequence: a new one goes on where the old one is.
	 */
	@Override
	public List<String> visit(RenameSequence operation) {
		String from = " FROM INFORMATION_SCHEMA.SEQUENCES WHERE "
				+ this.words.stored("SEQUENCE_SCHEMA", operation.from().schema()) + " AND "
				+ this.words.stored("SEQUENCE_NAME", operation.from().name()) + ")";
		String name = words().name(operation.to());
		return List.of(
				"CREATE SEQUENCE " + name + " START WITH (SELECT START_VALUE" + from + " INCREMENT BY (SELECT INCREMENT"
						+ from + " MINVALUE (SELECT MINIMUM_VALUE" + from + " MAXVALUE (SELECT MAXIMUM_VALUE" + from
						+ " CACHE (SELECT CACHE" + from,
				"ALTER SEQUENCE " + name + " RESTART WITH (SELECT BASE_VALUE" + from,
				"DROP SEQUENCE " + words().name(operation.from()));
	}

	@Override
	public List<String> visit(RenameTable operation) {
		if (!operation.from().schema().equals(operation.to().schema())) {
			throw new MigrateException(ErrorCode.UNSUPPORTED_DATABASE,
					"H2 can't move table " + operation.from() + " to schema " + operation.to().schema() + ".",
					"Write the revision by hand: create the new table, copy the rows, drop the old one.");
		}
		return super.visit(operation);
	}

	@Override
	public List<String> visit(RenameType operation) {
		return List
			.of("ALTER DOMAIN " + words().name(operation.from()) + " RENAME TO " + words().name(operation.to().name()));
	}

	@Override
	public List<String> visit(CreateEnum operation) {
		throw noEnums();
	}

	@Override
	public List<String> visit(DropEnum operation) {
		throw noEnums();
	}

	@Override
	public List<String> visit(AddEnumValue operation) {
		throw noEnums();
	}

	@Override
	public List<String> visit(RebuildEnum operation) {
		throw noEnums();
	}

	@Override
	public List<String> visit(RenameEnumValue operation) {
		throw noEnums();
	}

	private static MigrateException noEnums() {
		return nothingLike("H2 has no enum types that stand alone.");
	}

	private static MigrateException nothingLike(String sentence) {
		return new MigrateException(ErrorCode.UNSUPPORTED_DATABASE, sentence,
				"Write this part of the revision by hand, in a section for h2.");
	}

	/**
	 * CREATE DOMAIN takes no names for its checks.
	 */
	@Override
	public List<String> visit(CreateDomain operation) {
		Domain bare = operation.domain().withChecks(List.of());
		List<String> statements = new ArrayList<>(super.visit(new CreateDomain(bare)));
		statements.addAll(visit(new AlterDomain(bare, operation.domain())));
		return statements;
	}

	@Override
	public List<String> visit(CreateObject operation) {
		SchemaObject object = operation.object();
		List<String> statements = new ArrayList<>();
		if (object instanceof View view) {
			statements.add("CREATE VIEW " + words().name(view.name()) + " AS\n" + view.definition().strip());
		}
		else if (object instanceof Trigger trigger) {
			statements.add(trigger.definition());
		}
		else if (object instanceof Routine routine) {
			statements.add(routine.definition());
		}
		else if (object instanceof OtherObject other && other.definition() != null) {
			statements.add(other.definition());
		}
		else {
			throw nothingLike("H2 has nothing like " + ObjectReference.to(object) + ".");
		}
		addComment(statements, ObjectReference.to(object), object.comment());
		return statements;
	}

	@Override
	public List<String> visit(DropObject operation) {
		SchemaObject object = operation.object();
		String name = words().name(object.key().name());
		if (object instanceof View) {
			return List.of("DROP VIEW " + name);
		}
		if (object instanceof Trigger trigger) {
			return List.of("DROP TRIGGER " + words().name(trigger.relation().sibling(trigger.name())));
		}
		if (object instanceof Routine) {
			return List.of("DROP ALIAS " + name);
		}
		if (object instanceof OtherObject other) {
			return List.of("DROP " + other.type().toUpperCase(Locale.ROOT) + " " + name);
		}
		throw nothingLike("H2 has nothing like " + ObjectReference.to(object) + ".");
	}

}
