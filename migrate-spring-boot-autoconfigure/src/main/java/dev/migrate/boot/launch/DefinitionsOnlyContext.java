package dev.migrate.boot.launch;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DelegatingMessageSource;
import org.springframework.core.ResolvableType;

/**
 * A context that reads all bean definitions and creates a bean when it is asked for: no
 * singleton in advance, no lifecycle, no events.
 */
final class DefinitionsOnlyContext extends AnnotationConfigApplicationContext {

	private boolean speaks;

	DefinitionsOnlyContext(DefaultListableBeanFactory beans) {
		super(beans);
	}

	// Hardly a command says anything in the application's words, and the one that stands
	// where it has none looks through all locales of the JDK.
	@Override
	protected void initMessageSource() {
		if (containsLocalBean(MESSAGE_SOURCE_BEAN_NAME)) {
			speak();
		}
		else {
			registerBeanDefinition(MESSAGE_SOURCE_BEAN_NAME, new RootBeanDefinition(DelegatingMessageSource.class));
		}
	}

	private void speak() {
		if (!this.speaks) {
			this.speaks = true;
			super.initMessageSource();
		}
	}

	@Override
	public @Nullable String getMessage(String code, Object @Nullable [] args, @Nullable String defaultMessage,
			@Nullable Locale locale) {
		speak();
		return super.getMessage(code, args, defaultMessage, locale);
	}

	@Override
	public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
		speak();
		return super.getMessage(code, args, locale);
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
		speak();
		return super.getMessage(resolvable, locale);
	}

	@Override
	protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beanFactory) {
		DefinitionsOnly.finish(beanFactory, getEnvironment());
	}

	@Override
	protected void finishRefresh() {
		resetCommonCaches();
		clearResourceCaches();
	}

	@Override
	protected void publishEvent(Object event, @Nullable ResolvableType typeHint) {
		// A listener of the application would be created to hear it.
	}

}
