package dev.migrate.revision;

import java.util.BitSet;

/**
 * A part of the graph that a target is limited to: one revision, named by label or id,
 * with everything above and below it over parents.
 *
 * @param name as the user wrote it
 * @param anchor the revision that the name stands for
 * @param lineage the revisions of the branch
 */
record Branch(String name, int anchor, BitSet lineage) {

	BitSet within(BitSet nodes) {
		return Topology.both(nodes, this.lineage);
	}

}
