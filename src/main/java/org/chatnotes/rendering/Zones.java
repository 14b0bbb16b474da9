package org.chatnotes.rendering;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import org.chatnotes.i18n.Messages;

/** A time zone in words: "New York time". */
final class Zones {
    private Zones() {}

    static String inWords(String zone, Messages messages) {
        String place =
                TimeZoneNames.getInstance(ULocale.forLocale(messages.locale())).getExemplarLocationName(zone);
        return place == null || zone.startsWith("Etc/") || zone.equals("UTC")
                ? zone.replace("Etc/", "")
                : messages.say("rendering.zone_time", place);
    }
}
