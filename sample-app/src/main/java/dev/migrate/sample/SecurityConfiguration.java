package dev.migrate.sample;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Who may do what. Reading is open to everyone, writing needs a user, and running
 * migrations over HTTP needs the operator. There are no sessions and no cookies, so there
 * is nothing for CSRF tokens to protect.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String MIGRATIONS = "MIGRATIONS";

	@Bean
	@Order(1)
	SecurityFilterChain actuatorSecurity(HttpSecurity http) {
		return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(EndpointRequest.to("health", "info", "migrations").withHttpMethod(HttpMethod.GET))
				.permitAll()
				.anyRequest()
				.hasRole(MIGRATIONS))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain applicationSecurity(HttpSecurity http) {
		return stateless(http).authorizeHttpRequests((requests) -> requests
			// Otherwise the error page of a 403 would itself be refused, with a 401.
			.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(HttpMethod.GET)
			.permitAll()
			.anyRequest()
			.authenticated()).build();
	}

	private static HttpSecurity stateless(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.httpBasic(withDefaults());
	}

	@Bean
	InMemoryUserDetailsManager users(@Value("${sample.security.operator-password}") String operatorPassword,
			@Value("${sample.security.user-password}") String userPassword) {
		return new InMemoryUserDetailsManager(user("operator", operatorPassword, MIGRATIONS),
				user("user", userPassword, "USER"));
	}

	/**
	 * A password is plain unless it names how it is encoded, as in {@code {bcrypt}$2a$…}.
	 */
	private static UserDetails user(String name, String password, String role) {
		return User.withUsername(name)
			.password(password.startsWith("{") ? password : "{noop}" + password)
			.roles(role)
			.build();
	}

}
