use axum::response::Response;
use channels::Channel;
use conversations::fading::{
    Effect, Fading, FadingState, Known, MANY_POSTS, MANY_RETURNS, TookPart, Verdict, Way, effect,
    known,
};
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use crate::parts::{badge, channel_mark, csrf, empty_state, page_header, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Over how long the effect is told.
const YEAR: SignedDuration = SignedDuration::from_hours(365 * 24);

/// What fades.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let (actor, tx) = (&here.actor, &mut tx);
    let mut proposed = Vec::new();
    for fading in Fading::list(true, 50, actor, tx).await? {
        let people = fading.took_part(actor, tx).await?;
        proposed.push((fading, people));
    }
    let since = tx.now() - YEAR;
    Ok(here.show(&FadingPage {
        proposed,
        decided: Fading::list(false, 30, actor, tx).await?,
        known: known(actor, tx).await?,
        effect: effect(since, actor, tx).await?,
        channels: Channel::all(actor, tx).await?,
    }))
}

/// What loses pace, what is proposed, and what came of it.
pub struct FadingPage {
    proposed: Vec<(Fading, Vec<TookPart>)>,
    decided: Vec<Fading>,
    known: Known,
    effect: Effect,
    channels: Vec<Channel>,
}

impl Page for FadingPage {
    fn samples() -> Vec<Self> {
        samples()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("fading-title", args![count => self.proposed.len()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("fading", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let too_few = usize::try_from(self.known.posts).unwrap_or(0) < MANY_POSTS
            && usize::try_from(self.known.returns).unwrap_or(0) < MANY_RETURNS;
        html! {
            (page_header(&self.title(frame), html! { (words.t("fading-lead")) }, html! {}))
            div.stack.stack-lg {
                @if self.proposed.is_empty() {
                    @if too_few {
                        (empty_state("clock", &words.t("fading-not-known"), &words.tn("fading-not-known-lead", args![posts => MANY_POSTS, returns => MANY_RETURNS]), html! {}))
                    } @else {
                        (empty_state("circle-check", &words.t("fading-none"), &words.t("fading-none-lead"), html! {}))
                    }
                } @else {
                    ul.stack.plain-list { @for (fading, people) in &self.proposed { li { (self.proposal(frame, fading, people)) } } }
                }
                (self.results(frame))
                @if !self.decided.is_empty() {
                    section.stack aria-labelledby="decided" {
                        h2 #decided { (words.t("fading-decided")) }
                        ul.list.card.card-flush { @for fading in &self.decided { li { (self.line(frame, fading)) } } }
                    }
                }
                section.card.card-quiet.stack {
                    h2 { (words.t("fading-how")) }
                    p { (words.t("fading-how-post")) }
                    p { (words.t("fading-how-conversation")) }
                    p { (words.t("fading-how-effect")) }
                    @if let Some(at) = self.known.looked_at {
                        p.small.muted { (words.tn("fading-coverage", args![when => words.moment(at), posts => self.known.posts, returns => self.known.returns])) }
                    }
                }
            }
        }
    }
}

page_samples!(FadingPage);

impl FadingPage {
    fn where_it_is(&self, fading: &Fading) -> Markup {
        let channel = self.channels.iter().find(|channel| channel.id == fading.channel);
        html! { @if let Some(channel) = channel { (channel_mark(channel, "")) } }
    }

    fn name(&self, frame: &Frame, fading: &Fading) -> String {
        let words = &frame.words;
        match (fading.publication, fading.person.as_str()) {
            (Some(_), _) => words.t("fading-a-post"),
            (None, "") => words.t("inbox-someone"),
            (None, name) => words.tn("inbox-with", args![name => name]),
        }
    }

    fn proposal(&self, frame: &Frame, fading: &Fading, people: &[TookPart]) -> Markup {
        let words = &frame.words;
        let post = fading.publication.is_some();
        let why = if post { "fading-why-post" } else { "fading-why-conversation" };
        let given = args![recent => fading.recent, usual => fading.usual, compared => fading.compared, days => fading.recent / 24];
        let address = match (fading.publication, fading.conversation) {
            (Some(publication), _) => frame.url(&format!("publications/{publication}")),
            (None, Some(conversation)) => frame.url(&format!("inbox/{conversation}")),
            (None, None) => frame.url("fading"),
        };
        let base = frame.url(&format!("fading/{}", fading.id));
        html! {
            article.card.stack.stack-sm {
                div.row {
                    (self.where_it_is(fading))
                    h2.fading-name { a href=(address) { (self.name(frame, fading)) } }
                }
                p.clip-2 { (fading.words) }
                p { (words.tn(why, given)) }
                @if let Some(first) = people.first().filter(|_| post) { p.small.muted { (words.tn("fading-took-part", args![name => first.name.as_str(), count => people.len()])) } }
                @if frame.may(Right::Converse) {
                    form.row method="post" action={ (base) "/relaunch" } {
                        (csrf(frame))
                        @for way in Way::ALL.iter().filter(|way| **way != Way::Mention || !people.is_empty()) {
                            button.button.button-small name="way" value=(way) { (words.t(&format!("fading-way-{way}"))) }
                        }
                    }
                    details.disclosure {
                        summary { (words.t("fading-dismiss")) }
                        form.form.row method="post" action={ (base) "/dismissal" } {
                            (csrf(frame))
                            label.visually-hidden for={ "reason-" (fading.id) } { (words.t("fading-reason")) }
                            input.input id={ "reason-" (fading.id) } name="reason" maxlength="300" placeholder=(words.t("fading-reason"));
                            button.button.button-small { (words.t("fading-dismiss-do")) }
                        }
                    }
                }
            }
        }
    }

    fn results(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let effect = &self.effect;
        let mean = |mean: Option<f64>| match mean {
            Some(mean) => words.decimal(mean, 1),
            None => words.t("fading-unknown"),
        };
        let verdict = match effect.verdict {
            Verdict::NotKnown => "fading-verdict-unknown",
            Verdict::NoEffect => "fading-verdict-none",
            Verdict::More => "fading-verdict-more",
        };
        html! {
            section.stack aria-labelledby="effect" {
                h2 #effect { (words.t("fading-effect")) }
                ul.tiles {
                    li.tile.tile-unknown[effect.came.is_none()] { span.tile-label { (words.t("fading-effect-came")) } span.tile-value { (mean(effect.came)) } span.tile-note { (words.tn("fading-effect-over", args![count => effect.relaunched])) } }
                    li.tile.tile-unknown[effect.expected.is_none()] { span.tile-label { (words.t("fading-effect-expected")) } span.tile-value { (mean(effect.expected)) } span.tile-note { (words.tn("fading-effect-over", args![count => effect.others])) } }
                }
                p { (words.t(verdict)) }
            }
        }
    }

    fn line(&self, frame: &Frame, fading: &Fading) -> Markup {
        let words = &frame.words;
        let relaunched = fading.state == FadingState::Relaunched;
        let came = match (fading.measured_at, fading.came) {
            (None, _) => words.t("fading-came-later"),
            (Some(_), Some(came)) => words.tn("fading-came", args![count => came]),
            (Some(_), None) => words.t("fading-nothing-sent"),
        };
        html! {
            div.item {
                (self.where_it_is(fading))
                div.item-body {
                    p.item-title.clip { (fading.words) }
                    p.item-meta {
                        @if let Some(way) = fading.way { span { (words.t(&format!("fading-did-{way}"))) } }
                        @if !fading.reason.is_empty() { span { (fading.reason) } }
                        @if let Some(at) = fading.decided_at { (time(words, at, &words.relative(at))) }
                    }
                }
                div.item-end {
                    @if relaunched { (badge(&came, "")) } @else { (badge(&words.t("fading-was-dismissed"), "")) }
                    @if fading.state == FadingState::Dismissed && fading.measured_at.is_none() && frame.may(Right::Converse) {
                        form method="post" action=(frame.url(&format!("fading/{}/dismissal/end", fading.id))) { (csrf(frame)) button.button.button-small.button-quiet { (words.t("fading-propose-again")) } }
                    }
                }
            }
        }
    }
}

fn samples() -> Vec<FadingPage> {
    let id = |n: u128| uuid::Uuid::from_u128(n);
    let at = |text: &str| text.parse().unwrap_or_default();
    let one = |n: u128, post: bool, state: FadingState| Fading {
        id: Id::from_uuid(id(n)),
        brand: Id::from_uuid(id(90)),
        channel: Id::from_uuid(id(91)),
        publication: post.then(|| Id::from_uuid(id(92))),
        conversation: (!post).then(|| Id::from_uuid(id(93))),
        noticed_at: at("2026-11-22T09:00:00Z"),
        recent: if post { 1 } else { 120 },
        usual: if post { 8 } else { 20 },
        compared: 34,
        total: 24,
        state,
        way: (state == FadingState::Relaunched).then_some(Way::Question),
        reason: if state == FadingState::Dismissed { "Hors saison".into() } else { String::new() },
        decided_at: (state != FadingState::Proposed).then(|| at("2026-11-22T10:00:00Z")),
        measured_at: (n == 4).then(|| at("2026-11-29T10:00:00Z")),
        came: (n == 4).then_some(6),
        words: "La galette sera-t-elle à la frangipane ou aux pommes\u{202f}?".into(),
        person: if post { String::new() } else { "Léa Fontaine".into() },
    };
    let lea = TookPart {
        conversation: Id::from_uuid(id(93)),
        name: "Léa Fontaine".into(),
        handle: "lea".into(),
    };
    let none =
        Effect { relaunched: 0, came: None, others: 0, expected: None, verdict: Verdict::NotKnown };
    let some = |verdict| Effect {
        relaunched: 14,
        came: Some(5.2),
        others: 31,
        expected: Some(1.4),
        verdict,
    };
    let known = Known { looked_at: Some(at("2026-11-22T09:00:00Z")), posts: 34, returns: 120 };
    let page = |proposed, decided, known, effect| FadingPage {
        proposed,
        decided,
        known,
        effect,
        channels: vec![],
    };
    let proposed = vec![
        (one(1, true, FadingState::Proposed), vec![lea]),
        (one(2, false, FadingState::Proposed), vec![]),
    ];
    let decided = vec![
        one(3, true, FadingState::Relaunched),
        one(4, false, FadingState::Relaunched),
        one(5, true, FadingState::Dismissed),
    ];
    vec![
        page(vec![], vec![], Known::default(), none),
        page(vec![], vec![], known, some(Verdict::NoEffect)),
        page(proposed, decided, known, some(Verdict::More)),
    ]
}
