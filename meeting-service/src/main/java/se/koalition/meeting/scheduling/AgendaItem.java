package se.koalition.meeting.scheduling;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A point on the agenda as callers send it: its title alone, or an object with the title. */
record AgendaItem(
        @NotBlank @Size(max = 200) @Pattern(regexp = Scheduling.ONE_LINE, message = Scheduling.MUST_BE_ONE_LINE) String title) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    AgendaItem {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AgendaItem titled(String title) {
        return new AgendaItem(title);
    }
}
