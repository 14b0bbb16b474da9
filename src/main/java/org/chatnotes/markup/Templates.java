package org.chatnotes.markup;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chatnotes.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker over the top-level {@code templates/} (in the jar) and a folder that overrides it file by file. HTML
 * templates ({@code .ftlh}) escape by themselves, text templates ({@code .ftl}) do not. Templates cannot reach classes;
 * editors' text reaches them as data only.
 */
public final class Templates {
    private final Configuration configuration;

    /** @param overrides a folder whose files win over the built-in ones, or null */
    public Templates(@Nullable Path overrides) {
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader(overrides));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setTemplateConfigurations(text());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        DefaultObjectWrapperBuilder wrapper = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
        wrapper.setExposeFields(false);
        wrapper.setIterableSupport(true);
        configuration.setObjectWrapper(wrapper.build());
    }

    /**
     * Renders a template. Beside the model it sees {@code t(key, arguments…)}, the messages in a language, and
     * {@code language}.
     *
     * @param name such as {@code web/notes/list.ftlh}
     * @throws IllegalStateException when the template has a fault; its message names template and line
     */
    public String render(String name, Messages messages, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", messages.language());
        all.put("t", (TemplateMethodModelEx) arguments -> say(messages, arguments));
        StringWriter out = new StringWriter(4096);
        try {
            configuration.getTemplate(name, messages.locale()).process(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e.getMessageWithoutStackTop(), e);
        }
        return out.toString();
    }

    private static String say(Messages messages, List<?> arguments) throws TemplateModelException {
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object argument : arguments) {
            plain.add(argument == null ? null : DeepUnwrap.unwrap((TemplateModel) argument));
        }
        return messages.say(
                String.valueOf(plain.get(0)), plain.subList(1, plain.size()).toArray());
    }

    private static TemplateLoader loader(@Nullable Path overrides) {
        TemplateLoader builtIn = new ClassTemplateLoader(Templates.class, "/templates");
        if (overrides == null) {
            return builtIn;
        }
        try {
            return new MultiTemplateLoader(new TemplateLoader[] {new FileTemplateLoader(overrides.toFile()), builtIn});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code .ftl} is plain text here: the text part of mails. */
    private static ConditionalTemplateConfigurationFactory text() {
        TemplateConfiguration plain = new TemplateConfiguration();
        plain.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        return new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.ftl"), plain);
    }

    /** HTML that is already safe, for a model: FreeMarker prints it as it is. */
    public static TemplateModel safe(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
