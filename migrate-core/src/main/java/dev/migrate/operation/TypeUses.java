package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.Cast;
import dev.migrate.schema.Table;

/**
 * What has to follow when a type is rebuilt under its own name.
 *
 * @param tables the tables with columns of the type or of arrays of it, each reduced to
 * those columns and the constraints and indexes whose text speaks of the type
 * @param casts the casts from and to the type
 */
public record TypeUses(List<Table> tables, List<Cast> casts) {

	/**
	 * The uses of a type that nothing uses.
	 */
	public static final TypeUses NONE = new TypeUses(List.of(), List.of());

	public TypeUses {
		tables = List.copyOf(tables);
		casts = List.copyOf(casts);
	}

}
