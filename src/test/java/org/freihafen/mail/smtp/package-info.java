@NullMarked
package org.freihafen.mail.smtp;

import org.jspecify.annotations.NullMarked;
