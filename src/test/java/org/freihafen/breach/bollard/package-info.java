@Room
package org.freihafen.breach.bollard;

import org.freihafen.Room;
