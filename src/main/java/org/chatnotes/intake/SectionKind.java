package org.chatnotes.intake;

/** What a heading promises. */
enum SectionKind {
    PROVOCATION,
    PROVOCATION_LIST,
    EVENT,
    RESOURCE,
    PODCAST,
    VIDEO,
    QUOTE,
    METHOD,
    PROMO,
    INQUIRY_FOCUS,
    STANDARDS,
    WELCOME,
    INTERNAL,
    PLAIN
}
