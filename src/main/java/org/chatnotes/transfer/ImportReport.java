package org.chatnotes.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do. Each record after the header counts once, as the first that fits, in the order
 * {@code invalid duplicate suppressed unchanged changed new}; blank records do not count.
 *
 * @param added shown as {@code new}: not on this list before
 * @param suppressed suppressed or left before, or the file says unsubscribed, cleaned or complained
 * @param rejects path of a CSV file of the refused rows with reasons, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportReport(
        long rows,
        @JsonProperty("new") long added,
        long changed,
        long unchanged,
        long duplicate,
        long suppressed,
        long invalid,
        @Nullable String rejects) {}
