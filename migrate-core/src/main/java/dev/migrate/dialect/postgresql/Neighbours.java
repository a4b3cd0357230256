package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.ChangeColumnType;
import dev.migrate.operation.FillValue;
import dev.migrate.operation.Operation;

/**
 * Operations on one table that stand side by side and that the same statements can say:
 * the table is altered, and its rows are written, once for all of them.
 */
final class Neighbours {

	private final Predicate<AddColumn> needsFilling;

	/**
	 * Create a finder of neighbours.
	 * @param needsFilling whether rows get something in a new column that is no default
	 */
	Neighbours(Predicate<AddColumn> needsFilling) {
		this.needsFilling = needsFilling;
	}

	/**
	 * Return the operations in their order, those together that belong together.
	 */
	List<List<Operation>> in(List<? extends Operation> operations) {
		List<List<Operation>> groups = new ArrayList<>();
		for (Operation operation : operations) {
			List<Operation> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
			if (last.isEmpty() || !last.stream().allMatch((member) -> join(member, operation))) {
				last = new ArrayList<>();
				groups.add(last);
			}
			last.add(operation);
		}
		return groups;
	}

	private boolean join(Operation one, Operation other) {
		if (one instanceof AddColumn added && other instanceof AddColumn next) {
			return added.table().equals(next.table())
					&& ((!this.needsFilling.test(added) && !this.needsFilling.test(next))
							|| (added.fill() instanceof FillValue.Moved moved
									&& next.fill() instanceof FillValue.Moved same && added.column().nullable()
									&& next.column().nullable() && isSameRow(moved, same)));
		}
		// In one statement every expression reads the row as it was before all of it.
		return one instanceof ChangeColumnType changed && other instanceof ChangeColumnType next
				&& changed.table().equals(next.table()) && !changed.after().name().equals(next.after().name())
				&& next.using() == null;
	}

	private static boolean isSameRow(FillValue.Moved one, FillValue.Moved other) {
		return one.table().equals(other.table()) && one.key().equals(other.key())
				&& one.ownKey().equals(other.ownKey());
	}

}
