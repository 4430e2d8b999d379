package org.freihafen.breach.quay;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WiredRule {}
