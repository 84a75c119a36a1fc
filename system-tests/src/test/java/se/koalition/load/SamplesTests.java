package se.koalition.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTests {

    @Test
    void percentilesAreMeasuredValuesWhateverTheOrder() {
        Samples samples = new Samples();
        LongStream.rangeClosed(1, 2_000).map(i -> 2_001 - i).forEach(i -> samples.add(i * 1_000_000));

        assertThat(samples.percentile(50)).isEqualTo(1_000);
        assertThat(samples.percentile(99)).isEqualTo(1_980);
        assertThat(samples.percentile(100)).isEqualTo(2_000);
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(new Samples().percentile(50)).isNaN();
    }
}
