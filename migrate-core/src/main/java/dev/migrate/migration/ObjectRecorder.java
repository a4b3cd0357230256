package dev.migrate.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateObject;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropObject;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.TypeUses;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what concerns schemas, sequences, enum types and views.
 */
abstract class ObjectRecorder implements ObjectOperations {

	abstract void record(Operation operation, @Nullable String oneWay);

	/** Record what can be taken back once it is said how. */
	abstract Execution executed(Operation operation, String oneWay, Function<ExecuteSql, Operation> reversible);

	final void record(Operation operation) {
		record(operation, null);
	}

	static String undefined(String what, String remedy) {
		return "what " + what + " was is not said: write " + remedy;
	}

	@Override
	public void createSchema(String name) {
		record(new CreateSchema(new Namespace(name, null)));
	}

	@Override
	public void dropSchema(String name) {
		record(new DropSchema(new Namespace(name, null)));
	}

	@Override
	public void createSequence(String name) {
		createSequence(Definitions.sequence(name));
	}

	@Override
	public void createSequence(SequenceDefinition sequence) {
		record(new CreateSequence(sequence.sequence()));
	}

	@Override
	public void dropSequence(String name) {
		record(new DropSequence(Definitions.sequence(name).sequence()),
				undefined("sequence " + name, "dropSequence(sequence(\"" + name + "\")…)"));
	}

	@Override
	public void dropSequence(SequenceDefinition sequence) {
		record(new DropSequence(sequence.sequence()));
	}

	@Override
	public void alterSequence(SequenceDefinition was, SequenceDefinition now) {
		if (!was.sequence().name().equals(now.sequence().name())) {
			throw new MigrateException(
					ErrorCode.INVALID_SOURCE, "alterSequence changes how a sequence counts, and was given "
							+ was.sequence().name() + " and " + now.sequence().name() + ".",
					"Use renameSequence for the name.");
		}
		record(new AlterSequence(was.sequence(), now.sequence()));
	}

	@Override
	public void renameSequence(String from, String to) {
		QualifiedName name = Names.qualified(from);
		record(new RenameSequence(name, name.sibling(to)));
	}

	@Override
	public void createEnum(String name, String... labels) {
		record(new CreateEnum(new EnumType(Names.qualified(name), List.of(labels), null)));
	}

	@Override
	public void dropEnum(String name, String... labels) {
		record(new DropEnum(new EnumType(Names.qualified(name), List.of(labels), null)),
				(labels.length > 0) ? null : undefined("enum type " + name, "its labels behind its name"));
	}

	@Override
	public void addEnumValue(String name, String label) {
		addEnumValue(name, label, List.of());
	}

	@Override
	public void addEnumValue(String name, String label, String before) {
		addEnumValue(name, label, List.of(before));
	}

	private void addEnumValue(String name, String label, List<String> known) {
		record(new AddEnumValue(new EnumType(Names.qualified(name), known, null), label, 0, TypeUses.NONE),
				"a label is taken out by replaceEnum only, which has to know the others and the columns");
	}

	@Override
	public void replaceEnum(String name, List<String> was, List<String> now, String... columns) {
		QualifiedName type = Names.qualified(name);
		TreeMap<QualifiedName, List<Column>> uses = new TreeMap<>();
		for (String column : columns) {
			int dot = column.lastIndexOf('.');
			if (dot <= 0) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE, "'" + column + "' is not a column of a table.",
						"Write table.column, or schema.table.column.");
			}
			uses.computeIfAbsent(Names.qualified(column.substring(0, dot)), (table) -> new ArrayList<>())
				.add(Column.of(column.substring(dot + 1), name));
		}
		List<Table> tables = uses.entrySet().stream().map((use) -> Table.of(use.getKey(), use.getValue())).toList();
		record(new RebuildEnum(new EnumType(type, was, null), new EnumType(type, now, null),
				new TypeUses(tables, List.of())));
	}

	@Override
	public void renameEnum(String from, String to) {
		QualifiedName name = Names.qualified(from);
		record(new RenameType(ObjectKind.ENUM_TYPE, name, name.sibling(to)));
	}

	@Override
	public void createView(String name, String query) {
		record(new CreateObject(view(name, query, false)));
	}

	@Override
	public void dropView(String name) {
		record(new DropObject(view(name, "", false)), undefined("view " + name, "its query behind its name"));
	}

	@Override
	public void dropView(String name, String query) {
		record(new DropObject(view(name, query, false)));
	}

	@Override
	public void createMaterializedView(String name, String query) {
		record(new CreateObject(view(name, query, true)));
	}

	@Override
	public void dropMaterializedView(String name) {
		record(new DropObject(view(name, "", true)),
				undefined("materialized view " + name, "its query behind its name"));
	}

	@Override
	public void dropMaterializedView(String name, String query) {
		record(new DropObject(view(name, query, true)));
	}

	private static View view(String name, String query, boolean materialized) {
		return new View(Names.qualified(name), materialized, query.strip(), List.of(), List.of(), new TreeSet<>(),
				new TreeMap<>(), null);
	}

}
