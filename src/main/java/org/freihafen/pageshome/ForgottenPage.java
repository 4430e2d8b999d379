package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.arrival.ForgottenPassword;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.web.ClientAddress;

/** Somebody says that they forgot their password; the answer is the same for everybody. */
@Named
@RequestScoped
public class ForgottenPage {
    @Inject private HttpServletRequest request;
    @Inject private ClientAddress addresses;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ForgottenPassword forgotten;

    public String ask() {
        forgotten.forgot(asked.text("login"), addresses.of(request), words.locale());
        return notices.done("/signin?faces-redirect=true", "forgotten.done");
    }
}
