package dev.migrate.hibernate;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;

/**
 * Teaches Hibernate the words that the driver would name as keywords. With a database it
 * asks, and {@code hibernate.auto_quote_keyword} quotes columns by the answer, as they
 * are written: on PostgreSQL an attribute of the column {@code VERSION} has another
 * column then.
 */
@SuppressWarnings("removal") // Nothing else comes before the first name.
final class DriverKeywords implements MetadataBuilderContributor {

	static final String SETTING = JpaSettings.METADATA_BUILDER_CONTRIBUTOR;

	private static final Set<String> POSTGRESQL = words(
			"abort access aggregate also analyse analyze attach backward bit cache checkpoint class cluster columns comment"
					+ " comments compression concurrently configuration conflict connection content conversion copy cost csv"
					+ " current_catalog current_schema database delimiter delimiters depends detach dictionary disable discard do"
					+ " document enable encoding encrypted enum event exclusive explain expression extension family finalize force"
					+ " forward freeze functions generated greatest groups handler header if ilike immutable implicit import include"
					+ " index indexes inherit inherits inline instead isnull label leakproof least limit listen load location lock"
					+ " locked logged mapping materialized mode move nfc nfd nfkc nfkd nothing notify notnull nowait off offset oids"
					+ " operator owned owner parallel parser passing password plans policy prepared procedural procedures program"
					+ " publication quote reassign refresh reindex rename replace replica reset restrict returning routines rule"
					+ " schemas sequences server setof share show skip snapshot stable standalone statistics stdin stdout storage"
					+ " stored strict strip subscription support sysid tables tablespace temp template text truncate trusted types"
					+ " unencrypted unlisten unlogged until vacuum valid validate validator variadic verbose version views volatile"
					+ " whitespace wrapper xml xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi"
					+ " xmlroot xmlserialize xmltable yes");

	private static final Set<String> SINCE_16 = words(
			"absent format indent json json_array json_arrayagg json_object json_objectagg keys scalar");

	private static final Set<String> SINCE_17 = words("conditional empty error json_exists json_query json_scalar"
			+ " json_serialize json_table json_value keep merge_action nested omit plan quotes string target unconditional");

	private static final Set<String> SINCE_18 = words("enforced objects period virtual");

	private static final Set<String> H2 = words("current_catalog current_schema groups if ilike key limit minus offset"
			+ " qualify regexp rownum top _rowid_");

	private final DatabaseProduct product;

	private final @Nullable MetadataBuilderContributor users;

	private DriverKeywords(DatabaseProduct product, @Nullable MetadataBuilderContributor users) {
		this.product = product;
		this.users = users;
	}

	/**
	 * Return these keywords and the contributor that the application brings.
	 * @param users an instance, a class or a class name, or null
	 */
	static DriverKeywords besides(@Nullable Object users, DatabaseProduct product) {
		return new DriverKeywords(product, Given.instance(MetadataBuilderContributor.class, users));
	}

	private static Set<String> words(String list) {
		return new TreeSet<>(Arrays.asList(list.split(" ")));
	}

	static Set<String> of(DatabaseProduct product) {
		Set<String> words = new TreeSet<>();
		if (product.isH2()) {
			words.addAll(H2);
		}
		if (product.isPostgreSql()) {
			words.addAll(POSTGRESQL);
			words.addAll((product.majorVersion() >= 16) ? SINCE_16 : Set.of());
			words.addAll((product.majorVersion() >= 17) ? SINCE_17 : Set.of());
			words.addAll((product.majorVersion() >= 18) ? SINCE_18 : Set.of());
		}
		return words;
	}

	@Override
	public void contribute(MetadataBuilder builder) {
		if (builder instanceof MetadataBuilderImplementor implementor) {
			teach(implementor.getBootstrapContext()
				.getServiceRegistry()
				.requireService(JdbcEnvironment.class)
				.getIdentifierHelper());
		}
		if (this.users != null) {
			this.users.contribute(builder);
		}
	}

	/**
	 * There is no door to these words: Hibernate takes them from a connection or not at
	 * all. Without them only what such an attribute's column is called differs.
	 */
	@SuppressWarnings("unchecked")
	private void teach(IdentifierHelper helper) {
		try {
			Field field = helper.getClass().getDeclaredField("reservedWords");
			field.setAccessible(true);
			((Collection<String>) field.get(helper)).addAll(of(this.product));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// Another helper, which knows its own words.
		}
	}

}
