package se.koalition.local.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was typed.
 *
 * @param words the command's own arguments, in order
 */
record Arguments(String command, List<String> words, boolean empty, boolean yes, OptionalInt offset) {

    static Arguments parse(String... typed) {
        List<String> words = new ArrayList<>();
        boolean empty = false;
        boolean yes = false;
        OptionalInt offset = OptionalInt.empty();
        for (int i = 0; i < typed.length; i++) {
            switch (typed[i]) {
                case "--empty" -> empty = true;
                case "--yes" -> yes = true;
                case "--port-offset" -> offset = OptionalInt.of(number(++i < typed.length ? typed[i] : ""));
                default -> words.add(word(typed[i]));
            }
        }
        String command = words.isEmpty() ? "help" : words.removeFirst();
        return new Arguments(command, List.copyOf(words), empty, yes, offset);
    }

    private static String word(String text) {
        if (text.startsWith("-")) {
            throw new Stop("There is no option " + text + ": ./koalition help lists what there is.");
        }
        return text;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Stop("--port-offset needs a number, for example --port-offset 100.");
        }
    }

    int portOffset() {
        return offset.orElse(0);
    }

    String word(int index, String what) {
        if (index >= words.size()) {
            throw new Stop("./koalition " + command + " needs " + what + ".");
        }
        return words.get(index);
    }
}
