package org.freihafen.adoption;

import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Fingerprint;
import org.freihafen.structure.Unit;

import java.util.List;

/**
 * All that linking a Team folder with a unit brings with it. Nothing has changed yet.
 *
 * @param opening what people call the groups that the run after puts on it
 * @param closing those that it takes off
 * @param strangers those that it takes off and that are none of ours, by the cloud's names
 * @param held whether that run waits for an approval
 * @param difference who gains and who loses, of those who are in groups of ours
 */
public record LinkConsequences(
        Unit unit,
        Folder folder,
        List<String> opening,
        List<String> closing,
        List<String> strangers,
        boolean held,
        Difference difference) {

    /** Of all this. Two with the same hash do the same to the same. */
    public String hash() {
        return Fingerprint.of(
                unit.id(), folder, opening, closing, strangers, Boolean.valueOf(held), difference);
    }
}
