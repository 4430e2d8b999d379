package org.freihafen.mail;

/** Tells the sender, once the transaction committed, that letters wait; a lost call costs time. */
public interface PostBell {
    void ring();
}
