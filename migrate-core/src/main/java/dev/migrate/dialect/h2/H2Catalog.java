package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Catalog;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.SchemaScope;

/**
 * Reads H2's information schema: a fixed number of simple queries, joined here. H2's DDL
 * knows no transactions, so neither does the reading.
 */
public final class H2Catalog implements Catalog {

	@Override
	public Schema read(Connection connection, SchemaScope scope) {
		InformationSchema source = new InformationSchema(connection, scope);
		try {
			List<SchemaObject> objects = new ArrayList<>(new TableReader(source).read());
			objects.addAll(new ObjectReader(source).read());
			return Schema.of(objects);
		}
		catch (SQLException ex) {
			throw new MigrateException(ErrorCode.DATABASE_REFUSED, "The catalogue can't be read: " + ex.getMessage(),
					null, ex);
		}
	}

}
