package se.koalition.portal.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import se.koalition.portal.coverage.Charting;
import se.koalition.portal.problems.Problem;

class CoverageReadingControllerTests {

    @Test
    void nothingIsCountedForWhoMayNotSeeIt() {
        Charting charting = mock();
        Reader reader = mock();
        var stranger = new TestingAuthenticationToken("stranger", "");
        when(reader.member("c", stranger, List.of())).thenThrow(Problem.forbidden("No."));

        assertThatThrownBy(() ->
                        new CoverageReadingController(charting, reader).coverage("c", null, null, stranger, List.of()))
                .isInstanceOf(Problem.class);

        verifyNoInteractions(charting);
    }
}
