package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;

/**
 * Draws revisions with lanes beside them, as {@code git log --graph} does.
 */
final class HistoryGraph {

	private final Function<Revision, String> text;

	private final List<String> lines = new ArrayList<>();

	/** The revision that each lane leads down to. */
	private final List<RevisionId> lanes = new ArrayList<>();

	private HistoryGraph(Function<Revision, String> text) {
		this.text = text;
	}

	/**
	 * Draw revisions.
	 * @param newestFirst none of them below one that it revises
	 * @param text what stands beside each, one or more lines
	 */
	static List<String> draw(List<Revision> newestFirst, Function<Revision, String> text) {
		HistoryGraph graph = new HistoryGraph(text);
		Set<RevisionId> shown = new HashSet<>();
		newestFirst.forEach((revision) -> shown.add(revision.id()));
		newestFirst.forEach((revision) -> graph.add(revision, shown));
		return graph.lines;
	}

	private void add(Revision revision, Set<RevisionId> shown) {
		int lane = lane(revision.id());
		List<RevisionId> parents = revision.parents().stream().filter(shown::contains).toList();
		String mark = "*";
		for (String line : this.text.apply(revision).lines().toList()) {
			this.lines.add((row(lane, mark) + " " + line).stripTrailing());
			mark = parents.isEmpty() ? " " : "|";
		}
		if (parents.isEmpty()) {
			close(lane, lane);
			return;
		}
		this.lanes.set(lane, parents.get(0));
		for (int index = parents.size() - 1; index > 0; index--) {
			open(lane, parents.get(index));
		}
	}

	private int lane(RevisionId id) {
		int lane = this.lanes.indexOf(id);
		if (lane < 0) {
			this.lanes.add(id);
			return this.lanes.size() - 1;
		}
		for (int other = this.lanes.lastIndexOf(id); other > lane; other = this.lanes.lastIndexOf(id)) {
			close(other, lane);
		}
		return lane;
	}

	private String row(int marked, String mark) {
		StringBuilder row = new StringBuilder();
		for (int lane = 0; lane < this.lanes.size(); lane++) {
			row.append((lane == 0) ? "" : " ").append((lane == marked) ? mark : "|");
		}
		return row.toString();
	}

	/** Begin a lane right of another; those further right make room. */
	private void open(int lane, RevisionId parent) {
		StringBuilder row = blank(this.lanes.size() + 1);
		for (int each = 0; each < this.lanes.size(); each++) {
			row.setCharAt((each <= lane) ? 2 * each : 2 * each + 1, (each <= lane) ? '|' : '\\');
		}
		row.setCharAt(2 * lane + 1, '\\');
		this.lines.add(row.toString().stripTrailing());
		this.lanes.add(lane + 1, parent);
	}

	/** End a lane in one left of it, or in itself; those further right move up. */
	private void close(int lane, int target) {
		StringBuilder row = blank(this.lanes.size());
		for (int each = 0; each < this.lanes.size(); each++) {
			if (each > target + 1 && each <= lane) {
				row.setCharAt(2 * each - 3, '_');
			}
			if (each > lane || (each == lane && target < lane)) {
				row.setCharAt(2 * each - 1, '/');
			}
			else if (each < lane) {
				row.setCharAt(2 * each, '|');
			}
		}
		if (!row.toString().isBlank() && (target < lane || lane < this.lanes.size() - 1)) {
			this.lines.add(row.toString().stripTrailing());
		}
		this.lanes.remove(lane);
	}

	private static StringBuilder blank(int lanes) {
		return new StringBuilder(" ".repeat(2 * lanes));
	}

}
