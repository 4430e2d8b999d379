package org.freihafen.pages;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.access.Denied;
import org.freihafen.web.Here;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what goes wrong in a page into the answer that fits: what may not be done or is not there
 * into the page that says so, what has moved on into the page that tells of it, a view that expired
 * into the same page afresh with a kind notice.
 */
public class KindErrors extends ExceptionHandlerFactory {
    static final String EXPIRED = "expired";

    public KindErrors(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Kind(getWrapped().getExceptionHandler());
    }

    private static final class Kind extends ExceptionHandlerWrapper {
        private Kind(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                if (answered(events.next().getContext().getException())) {
                    events.remove();
                }
            }
            getWrapped().handle();
        }

        private static boolean answered(@Nullable Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                switch (cause) {
                    case Denied _ -> {
                        return send(HttpServletResponse.SC_FORBIDDEN);
                    }
                    case NotThere _ -> {
                        return send(HttpServletResponse.SC_NOT_FOUND);
                    }
                    case Elsewhere elsewhere -> {
                        return lead(elsewhere.page());
                    }
                    case ViewExpiredException expired -> {
                        return afresh(expired.getViewId());
                    }
                    default -> {}
                }
            }
            return false;
        }

        private static boolean send(int status) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(status, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
            return true;
        }

        private static boolean afresh(String viewId) {
            FacesContext faces = FacesContext.getCurrentInstance();
            ExternalContext external = faces.getExternalContext();
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            Here.parameters((HttpServletRequest) external.getRequest())
                    .forEach((name, value) -> parameters.put(name, List.of(Here.encoded(value))));
            parameters.put(EXPIRED, List.of("1"));
            return redirected(
                    faces,
                    faces.getApplication()
                            .getViewHandler()
                            .getRedirectURL(faces, viewId, parameters, false));
        }

        private static boolean lead(String page) {
            FacesContext faces = FacesContext.getCurrentInstance();
            return redirected(faces, faces.getExternalContext().getRequestContextPath() + page);
        }

        private static boolean redirected(FacesContext faces, String address) {
            try {
                faces.getExternalContext().redirect(address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
            return true;
        }
    }
}
