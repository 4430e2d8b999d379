/** Letters by SMTP, or as files where there is no mail server. */
@NullMarked
package org.freihafen.mail.smtp;

import org.jspecify.annotations.NullMarked;
