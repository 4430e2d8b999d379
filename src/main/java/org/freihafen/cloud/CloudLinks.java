package org.freihafen.cloud;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.GrantId;
import org.freihafen.shares.Links;

import java.net.URI;
import java.util.Optional;

/** Links as the clouds told where they lead. */
@Dependent
public class CloudLinks implements Links {
    private final CloudIds ids;

    @Inject
    public CloudLinks(CloudIds ids) {
        this.ids = ids;
    }

    @Override
    public Optional<URI> of(GrantId grant) {
        return ids.link(grant);
    }
}
