package dev.migrate.hibernate;

import java.util.TimeZone;

import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * How values are converted where there is no factory: as its settings say.
 */
final class OfflineWrapperOptions implements WrapperOptions {

	private final Dialect dialect;

	private final TypeConfiguration types;

	private final SessionFactoryOptions options;

	OfflineWrapperOptions(Dialect dialect, TypeConfiguration types, SessionFactoryOptions options) {
		this.dialect = dialect;
		this.types = types;
		this.options = options;
	}

	@Override
	public SharedSessionContractImplementor getSession() {
		throw new UnsupportedOperationException("There is no session");
	}

	@Override
	public SessionFactoryImplementor getSessionFactory() {
		throw new UnsupportedOperationException("There is no factory");
	}

	@Override
	public Dialect getDialect() {
		return this.dialect;
	}

	@Override
	public int getPreferredSqlTypeCodeForBoolean() {
		return this.options.getPreferredSqlTypeCodeForBoolean();
	}

	@Override
	public boolean useLanguageTagForLocale() {
		return this.options.isPreferLocaleLanguageTagEnabled();
	}

	@Override
	public TimeZone getJdbcTimeZone() {
		return this.options.getJdbcTimeZone();
	}

	@Override
	public TypeConfiguration getTypeConfiguration() {
		return this.types;
	}

	@Override
	public FormatMapper getXmlFormatMapper() {
		return this.options.getXmlFormatMapper();
	}

	@Override
	public FormatMapper getJsonFormatMapper() {
		return this.options.getJsonFormatMapper();
	}

}
