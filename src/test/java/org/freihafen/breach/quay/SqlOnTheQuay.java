package org.freihafen.breach.quay;

import org.jdbi.v3.core.Jdbi;

record SqlOnTheQuay(Jdbi database) {}
