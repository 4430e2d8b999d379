package org.freihafen.breach.store;

import jakarta.persistence.EntityManager;

record JpaInTheStore(EntityManager entities) {}
