package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.arrival.AcceptingNotice;
import org.freihafen.arrival.Notice;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** The notice on data protection, and the word of whoever accepts it. */
@Named
@RequestScoped
public class NoticePage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Notice notice;
    @Inject private AcceptingNotice accepting;

    public List<String> paragraphs() {
        return Arrays.asList(notice.in(words.locale()).split("\n\n", -1));
    }

    public String version() {
        return notice.version();
    }

    public boolean pending() {
        return accepting.pending(visitor.id());
    }

    public @Nullable String accept() {
        return notices.said(
                accepting.accept(visitor.id(), asked.text("accepted")),
                "/home?faces-redirect=true",
                "notice.done");
    }
}
