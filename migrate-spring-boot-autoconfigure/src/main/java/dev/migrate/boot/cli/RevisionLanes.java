package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;

/**
 * Draws revisions as a graph, the way git does: each stands on a lane, a branch opens one
 * and a merge joins two. A lane is known by the revision that it leads down to.
 */
final class RevisionLanes {

	private final List<RevisionId> lanes = new ArrayList<>();

	private final List<String> lines = new ArrayList<>();

	private final List<RevisionId> shown;

	private RevisionLanes(List<Revision> revisions) {
		this.shown = revisions.stream().map(Revision::id).toList();
	}

	/**
	 * Draw revisions.
	 * @param revisions each before what it stands on
	 * @param text what is written beside a revision, one line or several
	 * @return the lines
	 */
	static List<String> draw(List<Revision> revisions, Description text) {
		RevisionLanes drawing = new RevisionLanes(revisions);
		revisions.forEach((revision) -> drawing.add(revision, text.of(revision).lines().toList()));
		return drawing.lines;
	}

	private void add(Revision revision, List<String> text) {
		int lane = this.lanes.indexOf(revision.id());
		if (lane < 0) {
			lane = this.lanes.size();
			this.lanes.add(revision.id());
		}
		joinAll(lane);
		List<RevisionId> parents = revision.parents().stream().filter(this.shown::contains).toList();
		line(straight(lane, '*'), text.isEmpty() ? "" : text.get(0));
		for (String more : text.subList(Math.min(1, text.size()), text.size())) {
			line(straight(lane, parents.isEmpty() ? ' ' : '|'), more);
		}
		if (parents.isEmpty()) {
			end(lane);
			return;
		}
		this.lanes.set(lane, parents.get(0));
		for (int parent = parents.size() - 1; parent > 0; parent--) {
			line(bent(lane + 1, '\\', 1), "");
			this.lanes.add(lane + 1, parents.get(parent));
		}
	}

	/** Bring every other lane that leads to the same revision over to its own. */
	private void joinAll(int lane) {
		for (int other = lane + 1; other < this.lanes.size(); other++) {
			if (this.lanes.get(other).equals(this.lanes.get(lane))) {
				StringBuilder line = bent(other, '/', -1);
				for (int gap = 2 * lane + 1; gap < 2 * other - 1; gap += 2) {
					line.setCharAt(gap, '_');
				}
				line(line, "");
				this.lanes.remove(other);
				other--;
			}
		}
	}

	private void end(int lane) {
		this.lanes.remove(lane);
		if (lane < this.lanes.size()) {
			this.lanes.add(lane, this.shown.get(0));
			StringBuilder line = bent(lane + 1, '/', -1);
			line.setCharAt(2 * lane, ' ');
			this.lanes.remove(lane);
			line(line, "");
		}
	}

	private StringBuilder straight(int lane, char own) {
		StringBuilder line = new StringBuilder("| ".repeat(this.lanes.size()));
		line.setCharAt(2 * lane, own);
		return line;
	}

	/** Draw the lanes from one on as they move by half a place, the others straight. */
	private StringBuilder bent(int from, char stroke, int move) {
		StringBuilder line = new StringBuilder(" ".repeat(2 * this.lanes.size() + 2));
		for (int lane = 0; lane < this.lanes.size(); lane++) {
			line.setCharAt((lane < from) ? 2 * lane : 2 * lane + move, (lane < from) ? '|' : stroke);
		}
		if (move > 0) {
			line.setCharAt(2 * from - 1, stroke);
		}
		return line;
	}

	private void line(CharSequence drawn, String text) {
		this.lines.add((drawn + text).stripTrailing());
	}

	/** What is written beside a revision. */
	interface Description {

		String of(Revision revision);

	}

}
