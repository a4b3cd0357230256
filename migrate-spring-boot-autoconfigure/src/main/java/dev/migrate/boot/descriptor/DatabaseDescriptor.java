package dev.migrate.boot.descriptor;

import java.util.List;
import java.util.Map;

import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * Folder and database, side by side.
 *
 * @param product which server answered, with its version
 * @param current the applied heads
 * @param heads the folder's heads
 * @param upToDate whether nothing is pending, failed or changed
 * @param pending how many revisions are pending
 * @param running what another run is at, or null if there is none
 * @param revisions in the order of {@code db history}: newest first
 */
public record DatabaseDescriptor(String product, List<RevisionId> current, List<RevisionId> heads, boolean upToDate,
		int pending, @Nullable RunInProgressDescriptor running,
		List<RevisionDescriptor> revisions) implements Descriptor {

	public DatabaseDescriptor {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		revisions = List.copyOf(revisions);
	}

	/**
	 * Describe a status.
	 * @param status as read
	 * @return its JSON form
	 */
	public static DatabaseDescriptor of(StatusReport status) {
		return new DatabaseDescriptor(status.server().toString(), status.current(),
				status.heads().stream().map((head) -> head.id()).toList(), status.upToDate(),
				status.in(RevisionState.PENDING).size(), RunInProgressDescriptor.of(status.running()),
				status.revisions().stream().map(RevisionDescriptor::of).toList());
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("product", this.product)
			.with("current", this.current)
			.with("heads", this.heads)
			.with("upToDate", this.upToDate)
			.with("pending", this.pending)
			.with("running", this.running)
			.with("revisions", this.revisions)
			.map();
	}

}
