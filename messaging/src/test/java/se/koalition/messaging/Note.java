package se.koalition.messaging;

/** The smallest aggregate there can be. */
record Note(String id, String text) {

    record Written(String text) implements Fact {
        @Override
        public String type() {
            return "note.written.v1";
        }
    }

    static Decision<Note> write(String id, String text) {
        return new Decision<>(new Note(id, text), new Written(text));
    }
}
