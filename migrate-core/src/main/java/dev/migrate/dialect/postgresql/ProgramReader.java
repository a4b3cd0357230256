package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Firing;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.Policy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Rule;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.Trigger;

/**
 * Reads what is known by the server's text, and what is only named.
 */
final class ProgramReader implements CatalogReader {

	private final SchemaScope scope;

	private final List<SchemaObject> objects = new ArrayList<>();

	ProgramReader(SchemaScope scope) {
		this.scope = scope;
	}

	@Override
	public List<String> queries() {
		return List.of(ProgramQueries.NAMESPACES, ProgramQueries.EXTENSIONS, ProgramQueries.ROUTINES,
				ProgramQueries.TRIGGERS, ProgramQueries.POLICIES, ProgramQueries.RULES, ProgramQueries.CASTS,
				ProgramQueries.OTHERS);
	}

	@Override
	public void read(String query, CatalogRow row) throws SQLException {
		switch (query) {
			case ProgramQueries.NAMESPACES -> readNamespace(row);
			case ProgramQueries.EXTENSIONS -> readExtension(row);
			case ProgramQueries.ROUTINES -> readRoutine(row);
			case ProgramQueries.TRIGGERS -> readTrigger(row);
			case ProgramQueries.POLICIES -> readPolicy(row);
			case ProgramQueries.RULES -> readRule(row);
			case ProgramQueries.CASTS -> readCast(row);
			default -> readOther(row);
		}
	}

	List<SchemaObject> objects() {
		return this.objects;
	}

	private void readNamespace(CatalogRow row) throws SQLException {
		this.objects.add(new Namespace(row.text("name"), row.optional("comment")));
	}

	private void readExtension(CatalogRow row) throws SQLException {
		String schema = row.text("schema");
		if (this.scope.schemas().isEmpty() || this.scope.schemas().contains(schema)) {
			this.objects.add(new Extension(row.text("name"), schema));
		}
	}

	private void readRoutine(CatalogRow row) throws SQLException {
		this.objects.add(new Routine(name(row), row.text("arguments"), row.flag("procedure"), definition(row),
				row.optional("comment")));
	}

	private void readTrigger(CatalogRow row) throws SQLException {
		if (isInScope(row)) {
			this.objects.add(new Trigger(name(row), row.text("trigger"), definition(row), firing(row.text("enabled")),
					row.optional("comment")));
		}
	}

	private void readPolicy(CatalogRow row) throws SQLException {
		if (isInScope(row)) {
			this.objects.add(new Policy(name(row), row.text("policy"), definition(row), row.optional("comment")));
		}
	}

	private void readRule(CatalogRow row) throws SQLException {
		if (isInScope(row)) {
			this.objects.add(new Rule(name(row), row.text("rule"), definition(row), firing(row.text("enabled")),
					row.optional("comment")));
		}
	}

	private void readCast(CatalogRow row) throws SQLException {
		this.objects
			.add(new Cast(row.text("source"), row.text("target"), row.text("definition"), row.optional("comment")));
	}

	private void readOther(CatalogRow row) throws SQLException {
		this.objects.add(new OtherObject(row.text("type"), name(row), row.optional("definition"), null));
	}

	private boolean isInScope(CatalogRow row) throws SQLException {
		return !this.scope.leftOut().contains(name(row));
	}

	private static QualifiedName name(CatalogRow row) throws SQLException {
		return new QualifiedName(row.text("schema"), row.text("name"));
	}

	private static String definition(CatalogRow row) throws SQLException {
		String text = row.text("definition").strip();
		return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
	}

	private static Firing firing(String letter) throws SQLException {
		return switch (letter) {
			case "O" -> Firing.ENABLED;
			case "D" -> Firing.DISABLED;
			case "R" -> Firing.REPLICA;
			case "A" -> Firing.ALWAYS;
			default -> throw new SQLException("the catalogue knows a way of firing " + letter);
		};
	}

}
