package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a page has to say at its head: what was done, or what was refused and how to mend it. */
@Named
@RequestScoped
public class Notices {
    @Inject private FacesContext faces;
    @Inject private PageWords words;

    /** One thing said. */
    public record Notice(String what, String cure, Tone tone) {
        public String look() {
            return tone.name().toLowerCase(Locale.ROOT);
        }

        /** How it is read aloud: at once, or when there is a pause. */
        public String role() {
            return tone == Tone.GOOD ? "status" : "alert";
        }
    }

    /** How something is said. */
    public enum Tone {
        GOOD,
        WARN,
        BAD
    }

    public List<Notice> all() {
        List<Notice> all = new ArrayList<>(sent());
        if (faces.getExternalContext().getRequestParameterMap().containsKey(KindErrors.EXPIRED)) {
            all.add(
                    new Notice(
                            words.say("error.expired"),
                            words.say("error.expired.cure"),
                            Tone.WARN));
        }
        return all;
    }

    /** Marked as shown, as Mojarra writes into the log what it takes for shown to nobody. */
    private List<Notice> sent() {
        return faces.getMessageList().stream()
                .peek(FacesMessage::rendered)
                .map(message ->
                        new Notice(
                                message.getSummary(),
                                message.getDetail() == null ? "" : message.getDetail(),
                                FacesMessage.SEVERITY_INFO.equals(message.getSeverity())
                                        ? Tone.GOOD
                                        : Tone.BAD))
                .toList();
    }

    public boolean failed() {
        return all().stream().anyMatch(notice -> notice.tone() == Tone.BAD);
    }

    /** Says on the next page what was done, and leads there. */
    public String done(String page, String key, Object... facts) {
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_INFO, words.say(key, facts), ""));
        return page;
    }

    /** Stays on this page and says what was refused. */
    public @Nullable String refused(Refusal refusal) {
        return wrong(words.why(refusal), words.cure(refusal));
    }

    /** Stays on this page and says what is wrong with it, and how to mend that. */
    public @Nullable String wrong(String what, String cure) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, what, cure));
        return null;
    }

    /** Stays on this page and says that a field holds too much. */
    public @Nullable String tooLong(int most) {
        return wrong(words.say("field.long"), words.say("field.long.cure", most));
    }

    /** Stays on this page and says that no file was chosen, or that the one chosen is empty. */
    public @Nullable String nothingIn(@Nullable Part file) {
        String name = file == null ? null : file.getSubmittedFileName();
        return name == null || name.isEmpty()
                ? wrong(words.say("upload.none"), words.say("upload.none.cure"))
                : wrong(words.say("upload.empty"), words.say("upload.empty.cure"));
    }

    /** Leads on if it is done, and stays with the reason if it was refused. */
    public @Nullable String said(Decision<?> decision, String page, String key, Object... facts) {
        return switch (decision) {
            case Decision.Done<?> _ -> done(page, key, facts);
            case Decision.Refused<?>(Refusal why) -> refused(why);
        };
    }
}
