package dev.migrate.hibernate;

import java.util.Locale;
import java.util.Set;

/**
 * Words that cannot be the unquoted name of a table or column. Hibernate's own list is
 * too long to judge by: most of its keywords are fine as names.
 */
final class ReservedWords {

	/**
	 * Reserved on PostgreSQL 14 to 18, those that may name a function included.
	 */
	private static final Set<String> POSTGRESQL = words("all analyse analyze and any array as asc asymmetric"
			+ " authorization binary both case cast check collate collation column concurrently constraint create"
			+ " cross current_catalog current_date current_role current_schema current_time current_timestamp"
			+ " current_user default deferrable desc distinct do else end except false fetch for foreign freeze"
			+ " from full grant group having ilike in initially inner intersect into is isnull join lateral leading"
			+ " left like limit localtime localtimestamp natural not notnull null offset on only or order outer"
			+ " overlaps placing primary references returning right select session_user similar some symmetric"
			+ " table tablesample then to trailing true union unique user using variadic verbose when"
			+ " where window with");

	/**
	 * Reserved on H2 2.4.
	 */
	private static final Set<String> H2 = words("all and any array as asymmetric authorization between case cast"
			+ " check constraint cross current_catalog current_date current_path current_role current_schema"
			+ " current_time current_timestamp current_user day default distinct else end except exists false fetch"
			+ " for foreign from full group having hour if in inner intersect interval is join key left like limit"
			+ " localtime localtimestamp minus minute month natural not null offset on or order primary qualify"
			+ " right row rownum second select session_user set some symmetric system_user table to true uescape"
			+ " union unique unknown user using value values when where window with year _rowid_");

	private ReservedWords() {
	}

	static boolean isReserved(DatabaseProduct product, String name) {
		String word = name.toLowerCase(Locale.ROOT);
		if (product.isPostgreSql()) {
			return POSTGRESQL.contains(word) || (word.equals("system_user") && product.majorVersion() >= 16);
		}
		return product.isH2() && H2.contains(word);
	}

	private static Set<String> words(String list) {
		return Set.of(list.split(" "));
	}

}
