package dev.migrate.dialect.h2;

import dev.migrate.dialect.Definitions;
import dev.migrate.dialect.SqlWords;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.UniqueConstraint;

/**
 * What stands inside a table on H2. Only a primary key goes without a name: it is dropped
 * without one too.
 */
class H2Definitions extends Definitions {

	private static final int CACHE = 32;

	H2Definitions(SqlWords words) {
		super(words);
	}

	@Override
	protected String generatedKind(boolean stored) {
		return "";
	}

	@Override
	protected long defaultCache() {
		return CACHE;
	}

	/**
	 * H2 takes NULL for the lowest value.
	 */
	@Override
	protected boolean isNullsFirstByDefault(IndexElement element) {
		return !element.descending();
	}

	@Override
	public String visit(UniqueConstraint unique) {
		return "UNIQUE" + (unique.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "") + " ("
				+ words().names(unique.columns()) + ")";
	}

	@Override
	protected boolean leavesOutName(TableConstraint constraint, String serverName) {
		return constraint.kind() == TableConstraint.Kind.PRIMARY_KEY
				&& (constraint.name().equals(serverName) || constraint.name().startsWith("CONSTRAINT_"));
	}

}
