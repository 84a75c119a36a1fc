package se.koalition.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import se.koalition.portal.readmodel.Awaiting;
import se.koalition.portal.readmodel.Awaiting.Reached;
import se.koalition.portal.readmodel.Member;
import se.koalition.portal.readmodel.Rights;
import se.koalition.portal.readmodel.Rights.Standing;
import se.koalition.portal.security.Caller;
import se.koalition.portal.security.Callers;

class FramesTests {

    private static Member bo(String name, long sequence) {
        return new Member(
                sequence,
                "bo",
                name,
                "bo@x.example",
                "sv",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void whatAVisitorDidToThemselfIsSeenToo() {
        Callers callers = mock();
        Rights rights = mock();
        Awaiting awaiting = mock();
        when(callers.of(any())).thenReturn(Optional.of(new Caller("bo", false, 1)));
        when(rights.of("bo")).thenReturn(Optional.of(new Standing(bo("Bo", 1), Set.of(), Set.of())));
        when(awaiting.await(List.of("member:bo:2"))).thenAnswer(call -> {
            // It comes while it is awaited.
            when(callers.of(any())).thenReturn(Optional.of(new Caller("bo", false, 2)));
            when(rights.of("bo")).thenReturn(Optional.of(new Standing(bo("Bo B", 2), Set.of(), Set.of())));
            return new Reached(7, false);
        });
        Memory memory = new Memory();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/me");
        request.setUserPrincipal(new TestingAuthenticationToken("bo", ""));
        request.getSession();
        memory.position(request, "member:bo:2");

        Visit visit = new Frames(callers, rights, awaiting, new Languages(), memory).visit(request);

        assertThat(visit.standing().orElseThrow().member().name()).isEqualTo("Bo B");
        assertThat(visit.caller().orElseThrow().memberSequence()).isEqualTo(2);
        assertThat(visit.language()).isEqualTo(Locale.of("sv"));
    }
}
