package dev.migrate.diff;

import dev.migrate.operation.FillValue;

/**
 * What rows get, in words.
 */
final class FillWords implements FillValue.Visitor<String> {

	@Override
	public String visit(FillValue.Expression value) {
		return value.sql();
	}

	@Override
	public String visit(FillValue.FirstRow value) {
		return "the first " + value.column() + " of table " + value.table();
	}

	@Override
	public String visit(FillValue.Moved value) {
		return "the " + value.column() + " of its row of table " + value.table();
	}

	@Override
	public String visit(FillValue.Numbering value) {
		return "a number of its own";
	}

	@Override
	public String visit(FillValue.RandomUuid value) {
		return "a random UUID";
	}

}
