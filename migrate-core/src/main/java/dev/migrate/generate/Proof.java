package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.diff.Change;
import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.script.Section;
import org.jspecify.annotations.Nullable;

/**
 * Up, compare, down, compare, up: a revision is only handed over when it does what it
 * says.
 */
final class Proof {

	private static final Pattern ADD_VALUE = Pattern.compile("(?is)\\balter\\s+type\\b.*\\badd\\s+value\\b");

	private final Workbench workbench;

	private final ComparisonRules exact;

	Proof(Workbench workbench, ComparisonRules exact) {
		this.workbench = workbench;
		this.exact = exact;
	}

	/**
	 * Prove a revision.
	 * @param base what runs before it
	 * @param claim the revision and what it has to do
	 * @return the schema after the upgrade
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	Schema prove(List<Replay.NamedSection> base, Claim claim) {
		Function<Workbench.Bench, Schema> work = (bench) -> {
			bench.replay(base);
			return prove(bench, bench.read(), claim);
		};
		this.workbench.prepareFor(base);
		return claim.needsCommits() ? this.workbench.committed(work) : this.workbench.on(work);
	}

	/**
	 * Prove a revision where what it stands on is there already.
	 * @param bench where
	 * @param before what is there
	 * @param claim the revision and what it has to do
	 * @return the schema after the upgrade
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	Schema prove(Workbench.Bench bench, Schema before, Claim claim) {
		String name = claim.name;
		Replay.NamedSection upgrade = new Replay.NamedSection("The upgrade of " + name, claim.up);
		bench.replay(List.of(upgrade));
		Schema after = bench.read();
		if (claim.wanted != null) {
			refuse(new SchemaComparator().compare(after, claim.wanted.schema(), claim.wanted.rules()),
					"After the upgrade of " + name + " the schema is not what the entities want");
		}
		if (claim.down.irreversible() == null) {
			bench.replay(List.of(new Replay.NamedSection("The downgrade of " + name, claim.down)));
			refuse(new SchemaComparator().compare(bench.read(), before, this.exact),
					"The downgrade of " + name + " does not lead back to where the upgrade began");
			bench.replay(List.of(upgrade));
			refuse(new SchemaComparator().compare(bench.read(), after, this.exact),
					"The second upgrade of " + name + " does not lead where the first did");
		}
		return after;
	}

	// In one transaction with the type's creation a new value may be used at once; in
	// production the type was committed long ago.
	private static boolean addsEnumValue(Section section) {
		return section.statements().stream().anyMatch((statement) -> ADD_VALUE.matcher(statement.text()).find());
	}

	/**
	 * Prove a revision with rows in the tables.
	 * @param name how to speak of it
	 * @param base what runs before it
	 * @param up its upgrade
	 * @param down its downgrade
	 * @return what could be filled, and what a downgrade loses
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	DataReport proveFilled(String name, List<Replay.NamedSection> base, Section up, Section down) {
		Replay.NamedSection upgrade = new Replay.NamedSection("With rows in the tables the upgrade of " + name, up);
		Replay.NamedSection downgrade = new Replay.NamedSection("With rows in the tables the downgrade of " + name,
				down);
		Function<Workbench.Bench, DataReport> work = (bench) -> {
			bench.replay(base);
			RowFiller filler = bench.filler();
			Schema before = bench.read();
			filler.fill(before);
			bench.replay(List.of(upgrade));
			Schema after = bench.read();
			filler.fill(after);
			if (down.irreversible() != null) {
				return new DataReport(filler.filled(), filler.refused(), List.of());
			}
			SortedMap<String, Long> full = filler.count(after);
			bench.replay(List.of(downgrade));
			refuse(new SchemaComparator().compare(bench.read(), before, this.exact), "With rows in the tables the"
					+ " downgrade of " + name + " does not lead back to where the upgrade began");
			bench.replay(List.of(upgrade));
			refuse(new SchemaComparator().compare(bench.read(), after, this.exact), "With rows in the tables the second"
					+ " upgrade of " + name + " does not lead where the first did");
			return new DataReport(filler.filled(), filler.refused(), losses(full, filler.count(after)));
		};
		this.workbench.prepareFor(base);
		return (addsEnumValue(up) || addsEnumValue(down)) ? this.workbench.committed(work) : this.workbench.on(work);
	}

	private static List<String> losses(SortedMap<String, Long> before, SortedMap<String, Long> after) {
		List<String> losses = new ArrayList<>();
		String lostTable = null;
		for (Map.Entry<String, Long> entry : before.entrySet()) {
			long left = after.getOrDefault(entry.getKey(), 0L);
			boolean told = lostTable != null && entry.getKey().startsWith(lostTable + ".");
			if (left < entry.getValue() && !told) {
				boolean table = before.keySet().stream().anyMatch((key) -> key.startsWith(entry.getKey() + "."));
				lostTable = table ? entry.getKey() : lostTable;
				losses.add((entry.getValue() - left) + " of " + entry.getValue() + (table ? " rows" : " values")
						+ " of " + entry.getKey());
			}
		}
		return losses;
	}

	private static void refuse(Comparison comparison, String sentence) {
		if (!comparison.isEmpty()) {
			throw new MigrateException(ErrorCode.NOT_PROVEN,
					sentence + ": "
							+ comparison.changes()
								.stream()
								.map(Change::operation)
								.map((operation) -> operation.summary())
								.collect(Collectors.joining("; "))
							+ ".",
					null);
		}
	}

	/**
	 * What is to be proven.
	 *
	 * @param name how to speak of the revision
	 * @param up its upgrade
	 * @param down its downgrade
	 * @param wanted what the upgrade must lead to, or null if any schema will do
	 */
	record Claim(String name, Section up, Section down, @Nullable Wanted wanted) {

		boolean needsCommits() {
			return addsEnumValue(this.up) || addsEnumValue(this.down);
		}

	}

	/**
	 * Where an upgrade must lead.
	 */
	record Wanted(Schema schema, ComparisonRules rules) {
	}

}
