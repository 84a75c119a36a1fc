package se.koalition.load.floor;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import org.bson.Document;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same requests as a service takes, with the least behind them. */
@RestController
class FloorController {

    private final MongoCollection<Document> answers;
    private volatile byte[] bytes = {'{', '}'};

    FloorController(MongoCollection<Document> answers) {
        this.answers = answers;
    }

    record Reply(String answer) {}

    /** One insert, acknowledged by a majority; every answer is a document of its own. */
    @PutMapping("/api/meetings/{meetingId}/answers/{memberId}")
    ResponseEntity<Void> answer(
            @PathVariable("meetingId") String meetingId,
            @PathVariable("memberId") String memberId,
            @RequestBody Reply reply) {
        answers.insertOne(new Document("meetingId", meetingId)
                .append("memberId", memberId)
                .append("answer", reply.answer())
                .append("answeredAt", Instant.now()));
        return ResponseEntity.noContent().build();
    }

    /** What {@link #bytes()} is to answer from now on. */
    @PutMapping("/bytes")
    ResponseEntity<Void> keep(@RequestBody byte[] given) {
        bytes = given;
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/bytes")
    ResponseEntity<byte[]> bytes() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes);
    }
}
