package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.migrate.schema.Column;
import dev.migrate.schema.Identity;
import dev.migrate.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a relation or composite type by their number, which leaves gaps where
 * one was dropped. An identity's sequence comes later than its column.
 */
final class ColumnDrafts {

	private static final int MOST_HAVE_LESS = 16;

	private @Nullable Column[] columns = new Column[MOST_HAVE_LESS];

	private boolean[] always = new boolean[MOST_HAVE_LESS];

	private int end;

	void put(int position, Column column, boolean identityAlways) {
		if (position >= this.columns.length) {
			int length = Math.max(position + 1, this.columns.length * 2);
			this.columns = Arrays.copyOf(this.columns, length);
			this.always = Arrays.copyOf(this.always, length);
		}
		this.columns[position] = column;
		this.always[position] = identityAlways;
		this.end = Math.max(this.end, position + 1);
	}

	void identify(int position, SequenceOptions options) {
		Column column = (position < this.end) ? this.columns[position] : null;
		if (column != null) {
			this.columns[position] = column.withIdentity(new Identity(this.always[position], options));
		}
	}

	String name(int position) {
		Column column = (position < this.end) ? this.columns[position] : null;
		return Objects.requireNonNull(column, "a column that the catalogue refers to").name();
	}

	List<Column> list() {
		List<Column> list = new ArrayList<>(this.end);
		for (int position = 0; position < this.end; position++) {
			Column column = this.columns[position];
			if (column != null) {
				list.add(column);
			}
		}
		return list;
	}

}
