package dev.migrate.dialect.h2;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Firing;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Routine;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.Validity;
import dev.migrate.schema.View;

/**
 * Reads what stands beside the tables.
 */
final class ObjectReader {

	private static final String SCHEMATA = """
			SELECT SCHEMA_NAME, REMARKS
			FROM INFORMATION_SCHEMA.SCHEMATA
			""";

	private static final String SEQUENCES = """
			SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE, CACHE,
			  CYCLE_OPTION, REMARKS
			FROM INFORMATION_SCHEMA.SEQUENCES
			""";

	private static final String DOMAIN_CHECKS = """
			SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, DOMAIN_SCHEMA, DOMAIN_NAME, REMARKS
			FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
			""";

	private static final String CHECKS = """
			SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
			FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
			""";

	private static final String DOMAINS = """
			SELECT DOMAIN_SCHEMA AS SCHEMA_NAME, DOMAIN_NAME AS OBJECT_NAME, DOMAIN_DEFAULT,
			  DATA_TYPE_SQL(DOMAIN_SCHEMA, DOMAIN_NAME, 'DOMAIN', DTD_IDENTIFIER) AS TYPE_SQL,
			  PARENT_DOMAIN_SCHEMA AS DOMAIN_SCHEMA, PARENT_DOMAIN_NAME AS DOMAIN_NAME, REMARKS
			FROM INFORMATION_SCHEMA.DOMAINS
			""";

	private static final String TABLE_KINDS = """
			SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE
			FROM INFORMATION_SCHEMA.TABLES
			WHERE TABLE_TYPE <> 'BASE TABLE'
			""";

	private static final String VIEWS = """
			SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, REMARKS
			FROM INFORMATION_SCHEMA.VIEWS
			""";

	private static final String COLUMN_COMMENTS = """
			SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, REMARKS
			FROM INFORMATION_SCHEMA.COLUMNS
			WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' AND REMARKS IS NOT NULL
			""";

	private static final String TRIGGERS = """
			SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_MANIPULATION, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE,
			  ACTION_ORIENTATION, ACTION_TIMING, JAVA_CLASS, QUEUE_SIZE, NO_WAIT, REMARKS
			FROM INFORMATION_SCHEMA.TRIGGERS
			""";

	private static final String ROUTINES = """
			SELECT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE, EXTERNAL_NAME, ROUTINE_DEFINITION, REMARKS
			FROM INFORMATION_SCHEMA.ROUTINES
			ORDER BY ROUTINE_SCHEMA, ROUTINE_NAME, SPECIFIC_NAME
			""";

	private static final String OTHERS = """
			SELECT 'synonym' AS KIND, SYNONYM_SCHEMA AS SCHEMA_NAME, SYNONYM_NAME AS OBJECT_NAME,
			  SYNONYM_FOR_SCHEMA || '.' || SYNONYM_FOR AS DEFINITION, REMARKS
			FROM INFORMATION_SCHEMA.SYNONYMS
			UNION ALL
			SELECT 'constant', CONSTANT_SCHEMA, CONSTANT_NAME, VALUE_DEFINITION, REMARKS
			FROM INFORMATION_SCHEMA.CONSTANTS
			""";

	private final InformationSchema source;

	private final List<SchemaObject> objects = new ArrayList<>();

	private final Map<QualifiedName, List<Check>> domainChecks = new HashMap<>();

	private final Map<QualifiedName, String> checkClauses = new HashMap<>();

	private final Set<QualifiedName> materializedViews = new HashSet<>();

	private final Map<QualifiedName, SortedMap<String, String>> columnComments = new HashMap<>();

	private final Set<QualifiedName> routines = new HashSet<>();

	ObjectReader(InformationSchema source) {
		this.source = source;
	}

	List<SchemaObject> read() throws SQLException {
		this.source.query(SCHEMATA, this::readNamespace);
		this.source.query(SEQUENCES, this::readSequence);
		this.source.query(CHECKS,
				(row) -> this.checkClauses.put(InformationSchema.name(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"),
						ListedValues.read(row.text("CHECK_CLAUSE"))));
		this.source.query(DOMAIN_CHECKS, this::readDomainCheck);
		this.source.query(DOMAINS, this::readDomain);
		this.source.query(TABLE_KINDS, this::readTableKind);
		this.source.query(COLUMN_COMMENTS, this::readColumnComment);
		this.source.query(VIEWS, this::readView);
		this.source.query(TRIGGERS, this::readTrigger);
		this.source.query(ROUTINES, this::readRoutine);
		this.source.query(OTHERS, this::readOther);
		return this.objects;
	}

	private void readNamespace(CatalogRow row) throws SQLException {
		String name = row.text("SCHEMA_NAME");
		if (this.source.holds(name)) {
			this.objects.add(new Namespace(name, InformationSchema.comment(row)));
		}
	}

	private void readSequence(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "SEQUENCE_SCHEMA", "SEQUENCE_NAME");
		if (this.source.holds(name)) {
			SequenceOptions options = new SequenceOptions(row.text("DATA_TYPE"), row.number("START_VALUE"),
					row.number("INCREMENT"), row.number("MINIMUM_VALUE"), row.number("MAXIMUM_VALUE"),
					row.number("CACHE"), row.text("CYCLE_OPTION").equals("YES"));
			this.objects.add(new Sequence(name, options, null, false, InformationSchema.comment(row)));
		}
	}

	private void readDomainCheck(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
		String clause = this.checkClauses.get(name);
		if (clause != null) {
			this.domainChecks
				.computeIfAbsent(InformationSchema.name(row, "DOMAIN_SCHEMA", "DOMAIN_NAME"),
						(domain) -> new ArrayList<>())
				.add(new Check(name.name(), clause, false, Validity.VALID, InformationSchema.comment(row)));
		}
	}

	private void readDomain(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "SCHEMA_NAME", "OBJECT_NAME");
		if (this.source.holds(name)) {
			this.objects.add(new Domain(name, InformationSchema.type(row), true, null, row.optional("DOMAIN_DEFAULT"),
					this.domainChecks.getOrDefault(name, List.of()), InformationSchema.comment(row)));
		}
	}

	private void readTableKind(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME");
		String type = row.text("TABLE_TYPE");
		if (type.equals("MATERIALIZED VIEW")) {
			this.materializedViews.add(name);
		}
		else if (!type.equals("VIEW") && !type.startsWith("LOCAL") && this.source.holds(name)) {
			this.objects.add(new OtherObject(type.toLowerCase(Locale.ROOT), name, null, null));
		}
	}

	private void readColumnComment(CatalogRow row) throws SQLException {
		this.columnComments
			.computeIfAbsent(InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME"), (table) -> new TreeMap<>())
			.put(row.text("COLUMN_NAME"), row.text("REMARKS"));
	}

	private void readView(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME");
		if (this.source.holds(name)) {
			this.objects.add(new View(name, this.materializedViews.contains(name), row.text("VIEW_DEFINITION"),
					List.of(), List.of(), Collections.emptySortedSet(),
					this.columnComments.getOrDefault(name, Collections.emptySortedMap()),
					InformationSchema.comment(row)));
		}
	}

	private void readTrigger(CatalogRow row) throws SQLException {
		QualifiedName table = InformationSchema.name(row, "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE");
		if (!this.source.holds(table)) {
			return;
		}
		QualifiedName name = InformationSchema.name(row, "TRIGGER_SCHEMA", "TRIGGER_NAME");
		String target = row.optional("JAVA_CLASS");
		String definition = "CREATE TRIGGER " + InformationSchema.quoted(name) + " " + row.text("ACTION_TIMING") + " "
				+ row.text("EVENT_MANIPULATION") + " ON " + InformationSchema.quoted(table)
				+ (row.text("ACTION_ORIENTATION").equals("ROW") ? " FOR EACH ROW" : "") + " QUEUE "
				+ row.number("QUEUE_SIZE") + (row.flag("NO_WAIT") ? " NOWAIT" : "")
				+ ((target != null) ? " CALL " + InformationSchema.literal(target) : "");
		// Two schemas may each have a trigger of one name on one table.
		String own = name.schema().equals(table.schema()) ? name.name() : name.toString();
		this.objects.add(new Trigger(table, own, definition, Firing.ENABLED, InformationSchema.comment(row)));
	}

	private void readRoutine(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "ROUTINE_SCHEMA", "ROUTINE_NAME");
		// One alias may stand for several methods of a class, a row for each.
		if (!this.source.holds(name) || !this.routines.add(name)) {
			return;
		}
		String external = row.optional("EXTERNAL_NAME");
		String body = row.optional("ROUTINE_DEFINITION");
		String kind = row.text("ROUTINE_TYPE").equals("AGGREGATE") ? "AGGREGATE" : "ALIAS";
		String definition = "CREATE " + kind + " " + InformationSchema.quoted(name)
				+ ((external != null) ? " FOR " + InformationSchema.literal(external)
						: " AS " + InformationSchema.literal((body != null) ? body : ""));
		this.objects.add(new Routine(name, "", row.text("ROUTINE_TYPE").equals("PROCEDURE"), definition,
				InformationSchema.comment(row)));
	}

	private void readOther(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "SCHEMA_NAME", "OBJECT_NAME");
		if (this.source.holds(name)) {
			this.objects.add(new OtherObject(row.text("KIND"), name, row.optional("DEFINITION"),
					InformationSchema.comment(row)));
		}
	}

}
