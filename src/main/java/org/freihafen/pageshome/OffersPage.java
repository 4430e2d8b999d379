package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.offering.AnsweringOffers;
import org.freihafen.offering.Offer;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.GranteeNames;
import org.freihafen.pagesgroup.GroupActs;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What groups offer to single people: those to the visitor, and those of the group shown. */
@Named
@RequestScoped
public class OffersPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private GranteeNames granteeNames;
    @Inject private OfferingGrants offering;
    @Inject private AnsweringOffers answering;

    private final Once<List<Line>> mine = new Once<>();
    private final Once<List<Line>> here = new Once<>();

    /** An offer for people. */
    public record Line(
            String id,
            String unit,
            String folder,
            String address,
            String what,
            String reason,
            String open) {}

    /** Those that the visitor can answer. */
    public List<Line> mine() {
        return mine.get(() -> answering.waiting(visitor.id()).stream().map(this::line).toList());
    }

    /** Those of the group that wait. */
    public List<Line> here() {
        return here.get(() ->
                offering.listed(visitor.actor(), asked.unit().id()).stream()
                        .map(this::line)
                        .toList());
    }

    private Line line(Offer offer) {
        String end =
                offer.until()
                        .map(day -> words.say("grant.until", words.day(day)))
                        .orElse(words.say("grant.forEver"));
        return new Line(
                offer.id().toString(),
                asked.structure()
                        .byId(offer.folder().workspace())
                        .map(Unit::outwardName)
                        .orElse(""),
                granteeNames.folder(offer.folder()),
                offer.address(),
                words.say("allows." + Allowed.by(offer.permissions())) + ", " + end,
                offer.reason(),
                words.momentDay(offer.open()));
    }

    public @Nullable String accept() {
        UUID id = asked.id("offer", UUID::fromString);
        String folder =
                mine().stream()
                        .filter(line -> line.id().equals(id.toString()))
                        .map(Line::folder)
                        .findFirst()
                        .orElse("");
        return notices.said(
                answering.accept(visitor.actor(), id),
                "/home?faces-redirect=true",
                "offer.accepted",
                folder);
    }

    public @Nullable String decline() {
        return notices.said(
                answering.decline(visitor.actor(), asked.id("offer", UUID::fromString)),
                "/home?faces-redirect=true",
                "offer.declined");
    }

    public @Nullable String withdraw() {
        return notices.said(
                offering.withdraw(visitor.actor(), asked.id("offer", UUID::fromString)),
                GroupActs.page(asked.unit()),
                "offers.withdrawn");
    }
}
