package org.chatnotes.smtp;

import org.chatnotes.mail.EmailAddress;

/** @param sender where bounces go; may be empty */
public record Envelope(String sender, EmailAddress to) {}
