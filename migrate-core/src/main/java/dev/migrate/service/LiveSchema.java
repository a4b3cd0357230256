package dev.migrate.service;

import java.util.List;
import java.util.Locale;

import dev.migrate.dialect.OwnTables;
import dev.migrate.run.DatabaseSession;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;

/**
 * What a database has, without our own tables.
 */
final class LiveSchema {

	private final DatabaseSession session;

	LiveSchema(DatabaseSession session) {
		this.session = session;
	}

	Schema read() {
		return this.session.dialect().catalog().read(this.session.connection(), everythingBut(this.session.tables()));
	}

	static SchemaScope everythingBut(OwnTables own) {
		String schema = own.schema().replace("\"", "");
		SchemaScope scope = SchemaScope.everything();
		for (String table : List.of(own.version(), own.journal(), own.lock())) {
			String bare = own.bare(table);
			scope = scope.leavingOut(
					List.of(new QualifiedName(schema, bare), new QualifiedName(schema, bare.toUpperCase(Locale.ROOT))));
		}
		return scope;
	}

}
