package org.freihafen.breach.quay;

import jakarta.ws.rs.core.Response;

record ResourceOnTheQuay(Response answer) {}
