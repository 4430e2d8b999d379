package org.freihafen.structurefile;

/** Reads structure files. Never fails: what cannot be read is a problem of the file. */
public interface StructureReader {
    StructureFile read(byte[] file);
}
