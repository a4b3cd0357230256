package dev.migrate.boot.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.CommonDataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * A class or a bean method that is in the application on a condition. Read from the class
 * file: what it names need not be on the class path.
 *
 * @param type the class
 * @param methods the bean methods of the name, none if the condition is the class's
 */
record ConditionedPlace(AnnotationMetadata type, List<MethodMetadata> methods) {

	private static final List<Class<?>> PLACES = List.of(CommonDataSource.class, ConnectionDetails.class,
			DataSourceProperties.class);

	// Below these names different people publish.
	private static final Set<String> SHARED = Set.of("org.springframework.", "com.github.", "io.github.");

	ConditionedPlace {
		methods = List.copyOf(methods);
	}

	/**
	 * Read what a condition was evaluated for.
	 * @param source a class, or a class and a method: {@code com.example.Places#place}
	 * @param reader of class files
	 * @return the place
	 */
	static ConditionedPlace read(String source, MetadataReaderFactory reader) {
		int end = source.indexOf('#');
		try {
			AnnotationMetadata type = reader.getMetadataReader((end < 0) ? source : source.substring(0, end))
				.getAnnotationMetadata();
			List<MethodMetadata> methods = new ArrayList<>();
			if (end >= 0) {
				beanMethods(type).filter((method) -> method.getMethodName().equals(source.substring(end + 1)))
					.forEach(methods::add);
			}
			return new ConditionedPlace(type, methods);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<MethodMetadata> beanMethods(AnnotationMetadata type) {
		return type.getAnnotatedMethods(Bean.class.getName()).stream();
	}

	/**
	 * Tell whether a bean that is asked for can't be one of a module of Spring Boot: it
	 * is a DataSource, or of the people who ask.
	 */
	boolean asksForItsOwn() {
		List<String> asked = beansAskedFor();
		return !asked.isEmpty() && asked.stream().allMatch(this::isOwn);
	}

	private boolean isOwn(String name) {
		String root = root(this.type.getClassName());
		return name.startsWith("javax.sql.") || (!root.isEmpty() && !SHARED.contains(root) && name.startsWith(root));
	}

	private static String root(String name) {
		int first = name.indexOf('.');
		int second = name.indexOf('.', first + 1);
		return name.substring(0, ((second < 0) ? first : second) + 1);
	}

	/**
	 * Return the types of beans that it is on condition of, and the names and
	 * annotations.
	 */
	List<String> beansAskedFor() {
		List<String> asked = new ArrayList<>();
		if (this.methods.isEmpty()) {
			addAskedFor(this.type, "", asked);
		}
		this.methods.forEach((method) -> addAskedFor(method, method.getReturnTypeName(), asked));
		return asked;
	}

	private static void addAskedFor(AnnotatedTypeMetadata place, String made, List<String> asked) {
		MergedAnnotations annotations = place.getAnnotations();
		annotations.stream(ConditionalOnSingleCandidate.class)
			.forEach((condition) -> addUnlessEmpty(asked, condition.getString("value"), condition.getString("type")));
		Stream.concat(annotations.stream(ConditionalOnBean.class), annotations.stream(ConditionalOnMissingBean.class))
			.forEach((condition) -> {
				int before = asked.size();
				List.of("value", "type", "annotation", "name")
					.forEach((attribute) -> asked.addAll(List.of(condition.getStringArray(attribute))));
				if (asked.size() == before) {
					addUnlessEmpty(asked, made);
				}
			});
	}

	private static void addUnlessEmpty(List<String> names, String... added) {
		Stream.of(added).filter((name) -> !name.isEmpty()).forEach(names::add);
	}

	/**
	 * Tell whether it may make a DataSource, or what says where one leads.
	 */
	boolean leadsToADatabase(@Nullable ClassLoader classLoader) {
		if (!this.methods.isEmpty()) {
			return this.methods.stream().anyMatch((method) -> isAPlace(method.getReturnTypeName(), classLoader));
		}
		return isAPlace(this.type.getClassName(), classLoader)
				|| beanMethods(this.type).anyMatch((method) -> isAPlace(method.getReturnTypeName(), classLoader));
	}

	private static boolean isAPlace(String name, @Nullable ClassLoader classLoader) {
		try {
			Class<?> made = ClassUtils.forName(name, classLoader);
			return PLACES.stream().anyMatch((place) -> place.isAssignableFrom(made));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

}
