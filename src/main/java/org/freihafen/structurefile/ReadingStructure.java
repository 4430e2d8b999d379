package org.freihafen.structurefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Takes in a structure file and reads it before the transaction that plans begins: however slowly
 * it arrives, nobody waits for it.
 */
@Dependent
public class ReadingStructure {
    private static final int LONGEST_FILE_BYTES = 16 << 20;

    private final Access access;
    private final StructureReader reader;
    private final Structuring structuring;

    @Inject
    public ReadingStructure(Access access, StructureReader reader, Structuring structuring) {
        this.access = access;
        this.reader = reader;
        this.structuring = structuring;
    }

    /**
     * Reads, checks and plans.
     *
     * @throws IOException if the stream breaks off; nothing is stored then
     */
    public Structuring.Answer plan(Actor actor, InputStream file) throws IOException {
        access.require(actor, Action.RULE_STRUCTURE);
        byte[] bytes = file.readNBytes(LONGEST_FILE_BYTES + 1);
        if (bytes.length > LONGEST_FILE_BYTES) {
            String most = Integer.toString(LONGEST_FILE_BYTES >> 20);
            return new Structuring.Answer.Broken(
                    List.of(FileProblem.ofFile(StructureFault.FILE_TOO_LONG, "", most)));
        }
        return structuring.plan(actor, reader.read(bytes));
    }
}
