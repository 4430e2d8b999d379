package org.freihafen.breach.quay;

import jakarta.faces.context.FacesContext;

record PageOnTheQuay(FacesContext page) {}
