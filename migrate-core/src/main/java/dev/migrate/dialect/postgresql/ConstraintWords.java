package dev.migrate.dialect.postgresql;

import java.sql.SQLException;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Validity;

/**
 * What the flags and letters of pg_constraint mean.
 */
final class ConstraintWords {

	private ConstraintWords() {
	}

	static Deferral deferral(CatalogRow row) throws SQLException {
		if (!row.flag("deferrable")) {
			return Deferral.NOT_DEFERRABLE;
		}
		return row.flag("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
	}

	static Validity validity(CatalogRow row) throws SQLException {
		if (!row.flag("enforced")) {
			return Validity.NOT_ENFORCED;
		}
		return row.flag("validated") ? Validity.VALID : Validity.NOT_VALID;
	}

	static ReferentialAction action(String letter) throws SQLException {
		return switch (letter) {
			case "a" -> ReferentialAction.NO_ACTION;
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> throw new SQLException("the catalogue knows a referential action " + letter);
		};
	}

}
