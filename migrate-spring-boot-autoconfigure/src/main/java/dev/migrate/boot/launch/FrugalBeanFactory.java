package dev.migrate.boot.launch;

import java.lang.reflect.Member;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.ClassUtils;

/**
 * The beans of an application of which much was left out. What a bean must have, and is
 * not there, is missed by itself. Here a bean of the application is refused what it could
 * do without, or look up later: it would be another bean than in the whole application,
 * and nobody would notice.
 */
final class FrugalBeanFactory extends DefaultListableBeanFactory {

	private static final Set<String> FRAMEWORKS = Set.of("org.springframework.", "dev.migrate.boot.autoconfigure.",
			"dev.migrate.boot.observe.");

	@Override
	public @Nullable Object resolveDependency(DependencyDescriptor descriptor, @Nullable String requestingBeanName,
			@Nullable Set<String> autowiredBeanNames, @Nullable TypeConverter typeConverter) {
		Member member = descriptor.getMember();
		if (member != null && isApplications(member.getDeclaringClass()) && mayBeOfTheRest(descriptor)) {
			throw new LeftOutException("'" + requestingBeanName + "' asks for " + descriptor);
		}
		return super.resolveDependency(descriptor, requestingBeanName, autowiredBeanNames, typeConverter);
	}

	private static boolean mayBeOfTheRest(DependencyDescriptor descriptor) {
		Class<?> type = descriptor.getDependencyType();
		return !descriptor.isRequired() || descriptor.getAnnotation(Lazy.class) != null || type == Optional.class
				|| type == Stream.class || type.isArray() || Collection.class.isAssignableFrom(type)
				|| Map.class.isAssignableFrom(type) || ObjectFactory.class.isAssignableFrom(type)
				|| type.getName().equals("jakarta.inject.Provider") || BeanFactory.class.isAssignableFrom(type);
	}

	@Override
	protected Object initializeBean(String beanName, Object bean, @Nullable RootBeanDefinition mbd) {
		Class<?> type = ClassUtils.getUserClass(bean);
		if (isApplications(type) && (BeanFactoryAware.class.isAssignableFrom(type)
				|| ApplicationContextAware.class.isAssignableFrom(type))) {
			throw new LeftOutException("'" + beanName + "' is handed all beans");
		}
		return super.initializeBean(beanName, bean, mbd);
	}

	private static boolean isApplications(Class<?> type) {
		return FRAMEWORKS.stream().noneMatch(type.getName()::startsWith);
	}

	/** Says that the whole application has to be asked. */
	private static final class LeftOutException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		LeftOutException(String message) {
			super(message);
		}

	}

}
