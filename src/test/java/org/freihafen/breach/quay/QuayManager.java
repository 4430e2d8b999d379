package org.freihafen.breach.quay;

record QuayManager() {}
