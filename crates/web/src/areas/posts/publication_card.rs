//! One publication: where it stands, what to do if something is wrong, what happened.

use channels::publication::{
    Failure, HeldBy, NeedsPerson, PartKind, Place, Publication, PublicationState, Purpose,
    StateName,
};
use channels::{Channel, Content};
use database::Tx;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;

use publishing::guard::{Fact, Finding, Guard, Hold, Level};

use super::problems;
use super::shown::{ShownChannel, headline, state_key};
use super::steps::{self, ShownStep};
use crate::areas::checks;
use crate::parts::{Tone, csrf, icon, notice, one_button, state};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Refusal};

/// A publication with what is needed to tell of it.
#[derive(Debug, Clone)]
pub(super) struct ShownPublication {
    pub publication: Publication,
    pub channel: ShownChannel,
    pub steps: Vec<ShownStep>,
    /// All that appears together with it, in order; itself alone where nothing follows.
    pub chain: Vec<Publication>,
    /// The checks that keep it back, with what they saw.
    pub hold: Option<Hold>,
}

/// The names of the brand's teammates.
pub(super) async fn names(
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, String)>, Refusal> {
    let team = Membership::of_brand(&here.actor, tx).await;
    // Who may not see the team reads the story without names.
    let team = team.unwrap_or_default();
    Ok(team.into_iter().map(|member| (member.teammate, member.name.to_string())).collect())
}

impl ShownPublication {
    /// Reads what is needed to tell of it.
    pub async fn load(
        publication: Publication,
        names: &[(Id<Teammate>, String)],
        here: &InBrand,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let channel = Channel::load(publication.channel, &here.actor, tx).await;
        let channel = channel.map_err(problems::of_channel)?;
        let channel = ShownChannel::of(&channel, &here.house.kit.connectors);
        let steps = publication.timeline(tx).await?;
        let who = |id: Option<Id<Teammate>>| {
            names.iter().find(|(known, _)| Some(*known) == id).map(|(_, name)| name.clone())
        };
        let steps = steps.into_iter().map(|step| ShownStep { who: who(step.teammate), step });
        let by_guard =
            matches!(publication.state, PublicationState::Held { reason: HeldBy::Guard });
        let hold = if by_guard { Hold::of(publication.id, &here.actor, tx).await? } else { None };
        let chain = publication.chain(tx).await?;
        Ok(Self { steps: steps.collect(), publication, channel, chain, hold })
    }

    /// Where it stands, in one sentence.
    pub fn now(&self, words: &Words) -> String {
        let before = self.publication.place.after;
        let before = before.and_then(|id| self.chain.iter().find(|part| part.id == id));
        let waits = before.is_some_and(|before| before.state.name() != StateName::Published);
        match self.publication.state.name() {
            StateName::Planned if waits => words.t("publications-now-waits"),
            _ => steps::now(words, &self.publication, &self.channel),
        }
    }

    /// Which part it is of what appears together: « Partie 2 sur 3 ».
    pub fn part(&self, words: &Words) -> Option<String> {
        part_of(words, &self.publication, &self.chain)
    }

    /// All that appears together with it, each with where it stands.
    pub fn parts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if self.chain.len() < 2 {
            return html! {};
        }
        html! {
            section.stack aria-labelledby="parts" {
                h2 id="parts" { (words.t("publications-parts")) }
                ol.card.card-flush.list {
                    @for part in &self.chain {
                        li {
                            a.item href=(frame.url(&format!("publications/{}", part.id))) aria-current=[(part.id == self.publication.id).then_some("true")] {
                                div.item-body {
                                    p.item-title.clip { (headline(&part.content.text, &words.t("posts-without-words"))) }
                                    p.item-meta { span { (part_of(words, part, &self.chain).unwrap_or_default()) } }
                                }
                                div.item-end { (state(words, state_key(part.state.name()))) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether it is late beyond what the brand allows.
    pub fn is_late(&self) -> bool {
        let waits = matches!(
            self.publication.state.name(),
            StateName::Planned
                | StateName::Prepared
                | StateName::Sending
                | StateName::Processing
                | StateName::Uncertain
                | StateName::NeedsPerson
        );
        waits && self.publication.late_alerted_at.is_some()
    }

    fn url(&self, frame: &Frame, path: &str) -> String {
        frame.url(&format!("publications/{}{path}", self.publication.id))
    }

    /// Its state's pill, and that it is late.
    pub fn pills(&self, frame: &Frame) -> Markup {
        html! {
            @if self.is_late() { (state(&frame.words, "late")) }
            (state(&frame.words, state_key(self.publication.state.name())))
        }
    }

    /// The link to the piece at the network.
    pub fn permalink(&self) -> Option<&str> {
        match &self.publication.state {
            PublicationState::Published { remote, .. } => {
                remote.url.as_deref().filter(|url| url.starts_with("http"))
            }
            _ => None,
        }
    }

    /// A line of a list, that leads to its page.
    pub fn line(&self, frame: &Frame, title: &str) -> Markup {
        let words = &frame.words;
        html! {
            li {
                a.item href=(self.url(frame, "")) {
                    (self.channel.mark(""))
                    div.item-body {
                        p.item-title.clip { (title) }
                        p.item-meta {
                            @if let Some(part) = self.part(words) { span { (part) } }
                            span { (self.now(words)) }
                        }
                    }
                    div.item-end { (self.pills(frame)) }
                }
            }
        }
    }

    /// A publication among those of its post, with its story folded.
    pub fn card(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            li.send-line {
                div.item {
                    (self.channel.mark(""))
                    div.item-body {
                        p.item-title { a.link-quiet href=(self.url(frame, "")) { (self.channel.account()) } }
                        p.item-meta {
                            @if let Some(part) = self.part(words) { span { (part) } }
                            span { (self.now(words)) }
                        }
                    }
                    div.item-end {
                        (self.pills(frame))
                        @if self.publication.state.name() == StateName::Published {
                            a.button.button-small.button-quiet href=(self.url(frame, "/figures")) { (icon("chart-column")) (words.t("posts-figures")) }
                        }
                        @if let Some(url) = self.permalink() {
                            a.button.button-small href=(url) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.t("publications-see")) }
                        }
                        @if let PublicationState::NeedsPerson { .. } = self.publication.state {
                            a.button.button-small.button-primary href=(self.url(frame, "")) { (icon("smartphone")) (words.t("publications-open")) }
                        }
                        @if !matches!(self.publication.state.name(), StateName::Failed | StateName::Held) { (self.quick(frame)) }
                    }
                }
                details.disclosure.send-story {
                    summary { (words.t("publications-what-happened")) }
                    (steps::story(words, &self.steps))
                }
            }
        }
    }

    /// What one can do with a press.
    pub fn quick(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if !frame.may(self.right()) {
            return html! {};
        }
        let button = |path: &str, key: &str, class: &str| {
            one_button(
                frame,
                &self.url(frame, path),
                &words.t(key),
                &format!("button-small {class}"),
            )
        };
        match &self.publication.state {
            PublicationState::Planned | PublicationState::Prepared { .. } => {
                html! { (button("/hold", "publications-hold", "")) }
            }
            PublicationState::Held { .. } => {
                html! { (button("/hold/end", "publications-release", "")) }
            }
            PublicationState::Failed { .. } => {
                html! { (button("/hold/end", "publications-retry", "")) }
            }
            _ => html! {},
        }
    }

    fn right(&self) -> Right {
        match self.publication.purpose {
            Purpose::Post { .. } => Right::Publish,
            Purpose::Reply { .. } => Right::Converse,
        }
    }

    /// What to know and what to do, where something is to be done.
    pub fn advice(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let said = self.now(words);
        let edit = match self.publication.purpose {
            Purpose::Post { post, .. } => Some(frame.url(&format!("posts/{post}/edit"))),
            Purpose::Reply { .. } => None,
        };
        let actions = html! {
            @if frame.may(self.right()) {
                div.row { (self.quick(frame)) (self.cancel(frame)) }
            }
        };
        match &self.publication.state {
            PublicationState::Failed { reason, detail } => notice(
                Tone::Danger,
                &words.tn("publications-failed", args![network => self.channel.network.as_str()]),
                html! {
                    p { (said) }
                    @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail])) } }
                    div.row {
                        @if *reason == Failure::Reauthorize && frame.may(Right::ManageChannels) {
                            a.button.button-small href=(frame.url(&format!("channels/{}", self.channel.id))) { (words.t("publications-reconnect")) }
                        }
                        @if let (Some(edit), false) = (&edit, reason.may_be_retried()) {
                            @if frame.may(Right::Publish) { a.button.button-small.button-primary href=(edit) { (icon("pencil")) (words.t("publications-edit")) } }
                        }
                        @if frame.may(self.right()) { (self.quick(frame)) (self.cancel(frame)) }
                    }
                },
            ),
            PublicationState::Held { reason } => notice(
                Tone::Warning,
                &words.t("publications-held"),
                html! {
                    p { (said) }
                    @if let Some(hold) = &self.hold {
                        ul.stack.stack-sm {
                            @for finding in &hold.findings { (checks::panel::line(frame, finding, std::slice::from_ref(&self.channel))) }
                        }
                        div.row {
                            @if let (Some(edit), true) = (&edit, frame.may(Right::Publish)) {
                                a.button.button-small.button-primary href=(edit) { (icon("pencil")) (words.t("publications-edit")) }
                            }
                        }
                        p { (words.t("publications-held-guard-lead")) }
                    } @else if *reason != HeldBy::Person { p { (words.t("publications-held-lead")) } }
                    (actions)
                },
            ),
            PublicationState::Uncertain { checks, detail, .. } => notice(
                Tone::Doubt,
                &said,
                html! {
                    p { (words.tn("publications-uncertain-lead", args![count => *checks])) }
                    @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail])) } }
                },
            ),
            PublicationState::NeedsPerson { why: NeedsPerson::CannotTell, detail, .. } => {
                self.cannot_tell(frame, detail)
            }
            PublicationState::NeedsPerson { .. } => self.by_hand(frame),
            PublicationState::Planned | PublicationState::Prepared { .. } => {
                html! { p.muted { (said) } (actions) }
            }
            _ => html! { p.muted { (said) } },
        }
    }

    fn cancel(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        one_button(
            frame,
            &self.url(frame, "/removal"),
            &words.t("publications-cancel"),
            "button-small button-quiet",
        )
    }

    /// Nobody can tell: everything that a person needs to look and say.
    fn cannot_tell(&self, frame: &Frame, detail: &str) -> Markup {
        let words = &frame.words;
        let (links, detail): (Vec<_>, Vec<_>) =
            detail.split_whitespace().partition(|word| word.starts_with("http"));
        let title = words
            .tn("publications-now-cannot-tell", args![network => self.channel.network.as_str()]);
        notice(
            Tone::Doubt,
            &title,
            html! {
                p { (words.t("publications-cannot-tell-lead")) }
                @if !detail.is_empty() { p.small { (words.tn("publications-detail", args![detail => detail.join(" ")])) } }
                @if let Some(profile) = self.profile() {
                    div.row { a.button href=(profile) rel="noopener noreferrer" target="_blank" { (icon("external-link")) (words.t("publications-open-account")) } }
                }
                @if frame.may(self.right()) {
                    div.stack.decision {
                        @if !links.is_empty() {
                            p.strong { (words.t("publications-candidates")) }
                            @for link in &links {
                                form.row method="post" action=(self.url(frame, "/decision")) {
                                    (csrf(frame)) input type="hidden" name="link" value=(link);
                                    a href=(link) rel="noopener noreferrer" target="_blank" { (primitives::text::shorten_url(link, 50)) }
                                    button.button.button-small name="says" value="there" { (words.t("publications-this-one")) }
                                }
                            }
                        }
                        (self.confirm(frame, "publications-is-there"))
                        div.row {
                            form method="post" action=(self.url(frame, "/decision")) {
                                (csrf(frame)) button.button name="says" value="send" { (icon("send")) (words.t("publications-send-it")) }
                            }
                            (self.give_up(frame))
                        }
                    }
                }
            },
        )
    }

    fn profile(&self) -> Option<&str> {
        self.channel.profile.as_deref().filter(|url| url.starts_with("http"))
    }

    fn confirm(&self, frame: &Frame, key: &str) -> Markup {
        let words = &frame.words;
        html! {
            form.stack.stack-sm method="post" action=(self.url(frame, "/decision")) {
                (csrf(frame))
                div.field {
                    label for="link" { (words.t("publications-link")) }
                    input.input id="link" name="link" type="url" inputmode="url" placeholder="https://" autocomplete="off";
                }
                div.row { button.button.button-primary name="says" value="there" { (icon("check")) (words.t(key)) } }
            }
        }
    }

    fn give_up(&self, frame: &Frame) -> Markup {
        html! {
            form method="post" action=(self.url(frame, "/decision")) {
                (csrf(frame)) button.button.button-quiet name="says" value="leave" { (frame.words.t("publications-give-up")) }
            }
        }
    }

    /// A person publishes by hand, on a screen made for that.
    fn by_hand(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let screen = match self.publication.purpose {
            Purpose::Post { .. } => format!("to-post/{}", self.publication.id),
            Purpose::Reply { conversation } => format!("inbox/{conversation}"),
        };
        notice(
            Tone::Info,
            &words.t("publications-hand"),
            html! {
                p { (words.t("publications-hand-lead")) }
                div.row {
                    a.button.button-primary href=(frame.url(&screen)) { (icon("hand")) (words.t("publications-hand-go")) }
                }
            },
        )
    }

    /// A publication of the named world, in that state.
    pub fn sample(state: PublicationState, channel: usize) -> Self {
        use channels::publication::{Step, StepKind};
        let at: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time of the samples");
        let id = |n: u128| uuid::Uuid::from_u128(n);
        let channel = ShownChannel::samples().swap_remove(channel);
        let step = |kind, who: Option<&str>, data| ShownStep {
            step: Step { at, kind, teammate: None, data },
            who: who.map(str::to_owned),
        };
        let json = |text: &str| serde_json::from_str(text).unwrap_or_default();
        let kinds = StepKind::ALL.iter().filter(|kind| channel.assisted == (**kind > StepKind::Absent)).map(|kind| {
            let data = r#"{"detail":"503","until":"2026-11-23T09:00:00Z","url":"https://bsky.app/x","reason":"gave_up"}"#;
            step(*kind, Some("Inès Le Goff"), json(data))
        });
        let media = channels::AttachedMedia {
            media: Id::from_uuid(id(9)),
            hash: "0".repeat(64),
            content_type: "image/jpeg".to_owned(),
            width: 1200,
            height: 800,
            alt_text: "Une bûche au praliné sur le marbre du fournil".to_owned(),
            size: 240_000,
            duration_ms: None,
        };
        let content = Content {
            text: "La bûche de Noël est arrivée.\n\n#Nantes".to_owned(),
            link: Some("https://fournil-de-louise.fr/noel".to_owned()),
            media: vec![media],
            ..Content::default()
        };
        let publication = Publication {
            id: Id::from_uuid(id(5)),
            brand: Id::from_uuid(id(6)),
            channel: channel.id,
            purpose: Purpose::Post { post: Id::from_uuid(id(7)), variant: Id::from_uuid(id(8)) },
            place: Place::default(),
            due_at: at,
            content,
            state,
            attempts: 1,
            created_by: None,
            created_at: at,
            updated_at: at,
            late_alerted_at: Some(at),
        };
        let steps = kinds.collect();
        let hold = matches!(publication.state, PublicationState::Held { reason: HeldBy::Guard })
            .then(|| Hold { findings: vec![retouched()], at });
        let comment = Publication {
            id: Id::from_uuid(id(10)),
            place: Place { part: 1, kind: PartKind::FirstComment, after: Some(publication.id) },
            content: Content { text: "La recette est ici.".to_owned(), ..Content::default() },
            state: PublicationState::Planned,
            ..publication.clone()
        };
        let chain = vec![publication.clone(), comment];
        Self { publication, channel, steps, chain, hold }
    }
}

/// « Partie 2 sur 3 », « Premier commentaire »; nothing for a post that nothing follows.
fn part_of(words: &Words, part: &Publication, chain: &[Publication]) -> Option<String> {
    let posts = chain.iter().filter(|part| part.place.kind != PartKind::FirstComment).count();
    match part.place.kind {
        PartKind::FirstComment => Some(words.t("publications-first-comment")),
        _ if chain.len() < 2 => None,
        _ if posts < 2 => Some(words.t("publications-main-part")),
        _ => {
            let number = part.place.part + 1;
            Some(words.tn("publications-part", args![part => number, parts => posts]))
        }
    }
}

/// A picture shown as retouched without its mention, for samples.
fn retouched() -> Finding {
    Finding {
        guard: Guard::Retouched,
        level: Level::Stops,
        channel: None,
        fact: Fact::NoRetouchMention,
        accepted: false,
    }
}

/// Every state that a publication can be in, for samples.
pub(super) fn sample_states() -> Vec<PublicationState> {
    use channels::publication::Frozen;
    use channels::{Rejection, Remote};
    let at: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time of the samples");
    let frozen = || Frozen {
        payload: serde_json::Value::Null,
        fingerprint: String::new(),
        send_key: "3k".to_owned(),
        at,
    };
    let failed = |reason| PublicationState::Failed { reason, detail: "413 too large".to_owned() };
    let remote =
        Remote { id: "1".to_owned(), url: Some("https://bsky.app/x".to_owned()), at: None };
    let needs = |why, detail: &str| PublicationState::NeedsPerson {
        why,
        detail: detail.to_owned(),
        frozen: None,
    };
    let rejections = [
        Rejection::TextTooLong,
        Rejection::Empty,
        Rejection::Media,
        Rejection::TooManyMedia,
        Rejection::ReplyTargetGone,
        Rejection::Duplicate,
        Rejection::Forbidden,
        Rejection::NotThisNetwork,
        Rejection::WrongCredentials,
        Rejection::SecondFactor,
        Rejection::AppPassword,
        Rejection::NoPasswords,
        Rejection::NotSecure,
        Rejection::SendingRefused,
        Rejection::ServersUnknown,
        Rejection::Other,
    ];
    let mut states = vec![
        PublicationState::Planned,
        PublicationState::Prepared { frozen: frozen(), next_at: at },
        PublicationState::Sending { frozen: frozen(), since: at, lease_until: at },
        PublicationState::Processing { frozen: frozen(), handle: "1".to_owned(), check_after: at },
        PublicationState::Published { remote, at },
        PublicationState::Uncertain {
            frozen: frozen(),
            since: at,
            next_at: at,
            checks: 3,
            detail: "timed out".to_owned(),
        },
        PublicationState::Cancelled,
        needs(NeedsPerson::Assisted, ""),
        needs(
            NeedsPerson::CannotTell,
            "https://piaille.fr/@fournil/1 https://piaille.fr/@fournil/2",
        ),
        needs(NeedsPerson::CannotTell, "another publication already is 1"),
        failed(Failure::Reauthorize),
        failed(Failure::GaveUp),
        failed(Failure::Unsupported),
        failed(Failure::ChannelGone),
    ];
    states.extend(HeldBy::ALL.iter().map(|reason| PublicationState::Held { reason: *reason }));
    states.extend(rejections.map(|rejection| failed(Failure::Rejected(rejection))));
    states
}
