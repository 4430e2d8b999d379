package org.freihafen.breach.quay;

import jakarta.mail.Address;

record MailOnTheQuay(Address to) {}
