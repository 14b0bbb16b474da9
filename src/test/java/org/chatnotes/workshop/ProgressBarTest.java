package org.chatnotes.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.chatnotes.outbox.Tally;
import org.chatnotes.workshop.ProgressBar.Segment;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void aStateWithFewReadersIsStillSeenAndAllFitsTheBar() {
        List<Segment> bar =
                ProgressBar.of(new Tally(3041, 1171, 4, 1842, 17, 5, 2, 0)).segments();
        assertThat(bar)
                .extracting(Segment::key)
                .containsExactly("sent", "busy", "retry", "fail", "skip", "wait", "unk");
        assertThat(bar).filteredOn(part -> part.count() > 0).allMatch(part -> part.width() >= 4);
        Segment last = bar.get(5);
        assertThat(last.x() + last.width()).isCloseTo(1000, within(0.01));
        assertThat(bar.get(6).width()).isZero();
    }

    @Test
    void anEmptyAudienceHasAnEmptyBar() {
        assertThat(ProgressBar.of(Tally.NONE).segments()).allMatch(part -> part.width() == 0);
    }

    @Test
    void oneStateAloneFillsTheBar() {
        Segment sent =
                ProgressBar.of(new Tally(5, 0, 0, 5, 0, 0, 0, 0)).segments().get(0);
        assertThat(sent.width()).isEqualTo(1000);
    }
}
