package org.chatnotes.inbox;

/** One address, how many mails are kept for it, and the newest of them. */
public record Mailbox(String address, int count, KeptMail newest) {}
