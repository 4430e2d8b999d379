package org.freihafen.breach.quay;

import jakarta.servlet.http.HttpServletRequest;

record ServletOnTheQuay(HttpServletRequest request) {}
