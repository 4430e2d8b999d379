package org.freihafen.directory;

import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Target;

/** The LDAP directory, as far as its entries carry our mark. */
public interface Directory extends Target<EntryKey, DirectoryEntry>, Marked {}
