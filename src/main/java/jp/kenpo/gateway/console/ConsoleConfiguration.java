package jp.kenpo.gateway.console;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** The parts of Spring MVC that the pages need. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        return new ConsoleLanguage();
    }

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/console");
        texts.setDefaultEncoding("UTF-8");
        // Else a Japanese machine would answer in Japanese whoever asks for English
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
