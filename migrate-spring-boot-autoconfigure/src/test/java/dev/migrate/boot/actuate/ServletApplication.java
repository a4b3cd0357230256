package dev.migrate.boot.actuate;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * The security chain of docs/actuator.md.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ServletApplication {

	@Bean
	SecurityFilterChain migrationsSecurity(HttpSecurity http) {
		return http.securityMatcher(EndpointRequest.to("migrations"))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(EndpointRequest.to("migrations").withHttpMethod(HttpMethod.GET))
				.permitAll()
				.anyRequest()
				.hasRole("MIGRATIONS"))
			.csrf((csrf) -> csrf.disable())
			.httpBasic(withDefaults())
			.build();
	}

	// Otherwise the error page of a 403 would itself be refused, with a 401.
	@Bean
	SecurityFilterChain errorPages(HttpSecurity http) {
		return http.securityMatcher("/error")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	InMemoryUserDetailsManager users() {
		return new InMemoryUserDetailsManager(
				User.withUsername(EndpointApplication.OPERATOR).password("{noop}secret").roles("MIGRATIONS").build(),
				User.withUsername(EndpointApplication.USER).password("{noop}secret").roles("USER").build());
	}

}
