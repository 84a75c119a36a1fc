package se.koalition.notification.structure.signin;

/** Keeps a link that must not be kept. */
public class BadSignIn {
    public org.bson.Document stored() {
        return new org.bson.Document();
    }
}
