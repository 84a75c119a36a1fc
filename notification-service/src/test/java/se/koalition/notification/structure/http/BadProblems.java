package se.koalition.notification.structure.http;

/** What all endpoints share must not know one of them. */
public class BadProblems {
    public String problem(se.koalition.notification.structure.signin.BadSignIn signIn) {
        return signIn.toString();
    }
}
