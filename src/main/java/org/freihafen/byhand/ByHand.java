package org.freihafen.byhand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.HandWork;

/** Finds in each cloud what people did there by hand, and hands it over. */
@Dependent
public class ByHand implements HandWork.Everywhere {
    private final HandOver onward;

    @Inject
    public ByHand(HandOver onward) {
        this.onward = onward;
    }

    @Override
    public HandWork in(String cloud, CloudIds ids) {
        return new DoneByHand(cloud, ids, onward);
    }
}
