package org.chatnotes.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a mail for people; a damaged one shows as much as can be read, and its source in any case. */
final class MailReader {
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private MailReader() {}

    static MailView read(byte[] bytes) {
        String source = new String(bytes, StandardCharsets.UTF_8);
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            String html = body(mail, "text/html");
            String text = body(mail, "text/plain");
            return new MailView(
                    decoded(mail.getHeader("Subject", null)),
                    decoded(mail.getHeader("From", ", ")),
                    decoded(mail.getHeader("To", ", ")),
                    headers(mail),
                    html,
                    text,
                    html == null ? linksOfText(text == null ? "" : text) : linksOfHtml(html),
                    source);
        } catch (MessagingException | IOException damaged) {
            return new MailView("", "", "", List.of(), null, null, List.of(), source);
        }
    }

    /** The first part of a type that is not an attachment. */
    private static @Nullable String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = body(inner, type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!part.isMimeType(type) || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        try {
            return part.getContent() instanceof String words ? words : null;
        } catch (IOException unknownCharset) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<MailView.Header> headers(MimeMessage mail) throws MessagingException {
        List<MailView.Header> headers = new ArrayList<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            headers.add(new MailView.Header(header.getName(), decoded(header.getValue())));
        }
        return headers;
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (IOException unknownCharset) {
            return header;
        }
    }

    private static List<MailView.Link> linksOfHtml(String html) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Element link : Jsoup.parse(html).select("a[href]")) {
            String url = link.attr("href");
            if (url.startsWith("http:") || url.startsWith("https:") || url.startsWith("mailto:")) {
                String words = link.text().isBlank() ? link.select("img").attr("alt") : link.text();
                links.merge(url, words, (first, again) -> first.isBlank() ? again : first);
            }
        }
        return list(links);
    }

    private static List<MailView.Link> linksOfText(String text) {
        Map<String, String> links = new LinkedHashMap<>();
        Matcher matcher = URL.matcher(text);
        while (matcher.find()) {
            links.putIfAbsent(matcher.group(), "");
        }
        return list(links);
    }

    private static List<MailView.Link> list(Map<String, String> links) {
        return links.entrySet().stream()
                .map(link ->
                        new MailView.Link(link.getValue().isBlank() ? link.getKey() : link.getValue(), link.getKey()))
                .toList();
    }
}
