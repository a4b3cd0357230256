package dev.migrate.boot.descriptor;

import java.util.List;
import java.util.Map;

import dev.migrate.script.Section;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a revision, both ways, as they are for this database.
 *
 * @param upgrade statements in order
 * @param downgrade statements in order; empty if there is no way back
 * @param irreversible why there is no way back, or null if there is one
 */
public record SqlDescriptor(List<String> upgrade, List<String> downgrade,
		@Nullable String irreversible) implements Descriptor {

	public SqlDescriptor {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Describe the two sections of a revision.
	 * @param upgrade what an upgrade runs
	 * @param downgrade what a downgrade runs
	 * @return their JSON form
	 */
	public static SqlDescriptor of(Section upgrade, Section downgrade) {
		return new SqlDescriptor(statements(upgrade), statements(downgrade), downgrade.irreversible());
	}

	static List<String> statements(Section section) {
		return section.statements().stream().map(SqlStatement::text).toList();
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("upgrade", this.upgrade)
			.with("downgrade", this.downgrade)
			.with("irreversible", this.irreversible)
			.map();
	}

}
