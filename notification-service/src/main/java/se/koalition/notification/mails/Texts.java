package se.koalition.notification.mails;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The wording of mails in one language; {@code mails_*.properties}, where an apostrophe is written twice. */
record Texts(Locale language) {

    private static final String BUNDLE = Texts.class.getPackageName().replace('.', '/') + "/mails";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String get(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }
}
