package org.chatnotes.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chatnotes.problem.Problem;

/** Says in words what is wrong with a JSON body, and where; never with names of our classes. */
final class JsonFault {
    private static final int SHOWN = 60;

    private JsonFault() {}

    static String sentence(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "The JSON is nested too deeply, or a name or number in it is too long.";
        }
        if (!(fault instanceof JsonMappingException mapping)) {
            return "This is not JSON" + line(fault.getLocation()) + ".";
        }
        if (mapping.getCause() instanceof Problem problem) {
            return problem.sentence();
        }
        String where = path(mapping);
        String place = where.isEmpty() ? "The JSON" : "“" + where + "” in the JSON";
        if (mapping instanceof InvalidFormatException format) {
            return place + " cannot be “" + cut(String.valueOf(format.getValue())) + "”" + allowed(format) + ".";
        }
        if (mapping instanceof InvalidTypeIdException id) {
            return id.getTypeId() == null
                    ? place + " needs a “type”."
                    : place + " has a type that is not known: “" + cut(id.getTypeId()) + "”.";
        }
        return place + " is not of the kind that is expected there" + line(mapping.getLocation()) + ".";
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String allowed(InvalidFormatException fault) {
        Class<?> type = fault.getTargetType();
        return type == null || !type.isEnum()
                ? ""
                : ", only "
                        + Arrays.stream(type.getEnumConstants())
                                .map(word -> String.valueOf(word).toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }

    private static String line(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
