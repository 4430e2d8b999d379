package org.freihafen.mail;

/** Takes letters to the mail server. */
public interface Postman {
    /**
     * Hands one over.
     *
     * @throws Undelivered if the mail server did not take it, or may not have
     */
    void deliver(Envelope envelope) throws Undelivered;

    /** The mail server did not take a letter. Says nothing about whom it was for. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final Posted.Trouble trouble;

        public Undelivered(Posted.Trouble trouble) {
            super(trouble.name());
            this.trouble = trouble;
        }

        public Posted.Trouble trouble() {
            return trouble;
        }
    }
}
