//! One message to decide about, with all that is known around it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Act, Channel};
use conversations::moderation::{Because, Case, Clause, NewRuling, Ruling, Run, Sanction, Why};
use conversations::{Conversation, KnownPerson, Message};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::decide::{clauses, fields, grounds, must_decide, read, refuse};
use super::ruling::send_statement;
use super::samples::{sample_case, sample_clauses, sample_ruling};
use super::shown::{at_network, decision_badge, ground_line, sanction_badge, until, whys};
use super::statement::{parts, shown};
use crate::parts::{
    Tone, channel_mark, check, crumbs, csrf, error_summary, icon, notice, page_header_under, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many messages around it are shown.
const AROUND: usize = 6;

/// Shows it.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Case>)>,
) -> Result<Response, Refusal> {
    let form = Form::filled([("days", "30")]);
    Ok(here.show(&CasePage::load(&here, id, form).await?))
}

/// Puts a message in the queue by hand, and goes to it.
pub async fn ask(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Message>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let case = Case::ask(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("moderation/cases/{}", case.id)).into_response())
}

/// Decides; or shows what the author would be told.
pub async fn post(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Case>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    if !must_decide(&mut form, &words) {
        return Ok(here.refused(&CasePage::load(&here, id, form).await?));
    }
    let new = read(&form);
    if form.has("preview") {
        return foreseen(&here, id, &new, form, &words).await;
    }
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    let connectors = &here.house.kit.connectors;
    let mut cases = vec![case.clone()];
    if form.has("equal") {
        cases.extend(case.equal(&here.actor, &mut tx).await?);
    }
    let mut first: Option<Ruling> = None;
    for case in &cases {
        match case.decide(new.clone(), connectors, &here.actor, &mut tx).await {
            Ok(ruling) => {
                if form.has("tells") && ruling.restricts() {
                    send_statement(&here, ruling.id, &mut tx).await?;
                }
                first.get_or_insert(ruling);
            }
            Err(error) => {
                drop(tx);
                refuse(&mut form, error, &words)?;
                return Ok(here.refused(&CasePage::load(&here, id, form).await?));
            }
        }
    }
    let next = Case::queue(1, &here.actor, &mut tx).await?.into_iter().next();
    tx.commit().await?;
    let restricts = first.as_ref().is_some_and(Ruling::restricts);
    let to = match (first, next) {
        (Some(ruling), _) if restricts && !form.has("tells") => {
            format!("moderation/rulings/{}", ruling.id)
        }
        (_, Some(next)) => format!("moderation/cases/{}", next.id),
        _ => "moderation".to_owned(),
    };
    let go = here.go(&to).saying("moderation-decided-many");
    Ok(go.with("count", cases.len().to_string()).into_response())
}

async fn foreseen(
    here: &InBrand,
    id: Id<Case>,
    new: &NewRuling,
    mut form: Form,
    words: &Words,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    let seen = case.foresee(new, &here.actor, &mut tx).await;
    drop(tx);
    match seen {
        Ok((ruling, sanction)) => {
            let mut page = CasePage::load(here, id, form).await?;
            let theirs = Words::new(ruling.language).in_zone(words.zone());
            let theirs = match words.now() {
                Some(now) => theirs.at(now),
                None => theirs,
            };
            let channel = page.channel.as_ref();
            let name = here.brand.name.as_str();
            page.preview = parts(&theirs, &ruling, sanction.as_ref(), channel, name);
            page.language = ruling.language.tag();
            Ok(here.show(&page))
        }
        Err(error) => {
            refuse(&mut form, error, words)?;
            Ok(here.refused(&CasePage::load(here, id, form).await?))
        }
    }
}

/// One message to decide about.
pub struct CasePage {
    case: Case,
    channel: Option<Channel>,
    offers: Vec<Act>,
    privately: bool,
    around: Vec<Message>,
    read: Vec<Why>,
    runs: Vec<Run>,
    known: Option<KnownPerson>,
    rulings: Vec<Ruling>,
    sanctions: Vec<Sanction>,
    equal: usize,
    place: (usize, usize),
    beside: (Option<Id<Case>>, Option<Id<Case>>),
    clauses: Vec<Clause>,
    preview: Vec<(String, Vec<String>)>,
    language: &'static str,
    form: Form,
}

impl CasePage {
    async fn load(here: &InBrand, id: Id<Case>, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let actor = &here.actor;
        let case = Case::load(id, actor, &mut tx).await?;
        let message = case.said(actor, &mut tx).await?;
        let channel = Channel::load(case.channel, actor, &mut tx).await.ok();
        let connectors = &here.house.kit.connectors;
        let conversation = Conversation::load(case.conversation, actor, &mut tx).await?;
        let mut around = conversation.messages(None, 100, actor, &mut tx).await?.messages;
        if let Some(at) = around.iter().position(|one| one.id == case.message) {
            around.truncate((at + AROUND / 2).min(around.len()));
            around.drain(..at.saturating_sub(AROUND / 2));
        }
        let rulings = match case.identity {
            Some(identity) => Ruling::list(Some(identity), None, 10, actor, &mut tx).await?,
            None => Vec::new(),
        };
        let sanctions = match case.identity {
            Some(identity) => Sanction::list(Some(identity), actor, &mut tx).await?,
            None => Vec::new(),
        };
        let queue = Case::queue(500, actor, &mut tx).await?;
        let at = queue.iter().position(|one| one.id == id);
        let beside = |step: isize| {
            let to = at?.checked_add_signed(step)?;
            queue.get(to).map(|case| case.id)
        };
        let offers = channel.as_ref().map(|channel| message.offers(channel, connectors));
        Ok(Self {
            privately: channel
                .as_ref()
                .is_some_and(|channel| message.can_be_answered_privately(channel, connectors)),
            offers: offers.unwrap_or_default(),
            around,
            read: case.read(actor, &mut tx).await?,
            runs: Run::of_message(case.message, actor, &mut tx).await?,
            known: conversation.known_person(0, actor, &mut tx).await?,
            rulings,
            sanctions,
            equal: case.equal(actor, &mut tx).await?.len(),
            place: (at.map_or(0, |at| at + 1), queue.len()),
            beside: (beside(-1), beside(1)),
            clauses: clauses(here, &mut tx).await?,
            preview: Vec::new(),
            language: "fr",
            case,
            channel,
            form,
        })
    }

    fn url(&self, frame: &Frame, id: Id<Case>) -> String {
        frame.url(&format!("moderation/cases/{id}"))
    }

    fn message(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let case = &self.case;
        let network = self.channel.as_ref().map_or("", |channel| channel.network_name.as_str());
        html! {
            section.card.stack aria-labelledby="said" {
                div.card-head {
                    h2.h3 #said { (words.t("moderation-said")) }
                    @if let Some(channel) = &self.channel { (channel_mark(channel, "network-sm")) }
                }
                blockquote.moderation-said { @if case.said.is_empty() { (words.t("moderation-no-words")) } @else { (case.said) } }
                p.small.muted {
                    (words.tn("moderation-said-by", args![name => case.name.as_deref().unwrap_or_default(), handle => case.handle.as_deref().unwrap_or_default(), network => network])) ", "
                    (time(words, case.said_at, &words.moment(case.said_at)))
                }
                (notice(if case.because == Because::Rule { Tone::Info } else { Tone::Warning },
                    &words.tn(&format!("moderation-because-{}", case.because), args![name => case.rule_name.as_deref().unwrap_or_default()]),
                    whys(words, &case.why)))
                @if !self.read.is_empty() {
                    div { h3.h4 { (words.t("moderation-read")) } (whys(words, &self.read)) }
                }
                @if !self.runs.is_empty() {
                    details.disclosure {
                        summary { (words.tn("moderation-runs", args![count => self.runs.len()])) }
                        ul.moderation-why { @for run in &self.runs { @for did in &run.did {
                            li { (words.t(&format!("moderation-action-{}", did.action))) ", " (words.t(&format!("moderation-outcome-{}", did.outcome.as_str()))) }
                        } } }
                    }
                }
            }
        }
    }

    fn context(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack.stack-sm aria-labelledby="around" {
                div.card-head {
                    h2.h3 #around { (words.t("moderation-around")) }
                    a href=(frame.url(&format!("inbox/{}#m{}", self.case.conversation, self.case.message))) { (words.t("moderation-open-conversation")) }
                }
                @for message in &self.around {
                    div.moderation-around data-this[message.id == self.case.message] {
                        p.small.muted {
                            (message.person.as_ref().map_or_else(|| words.t("moderation-us"), |person| person.name.clone())) ", "
                            (time(words, message.sent_at, &words.moment(message.sent_at)))
                        }
                        p.keep-lines { (message.text) }
                    }
                }
            }
        }
    }

    fn author(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let now = words.now().unwrap_or_default();
        let holds: Vec<_> = self.sanctions.iter().filter(|one| one.holds_at(now)).collect();
        html! {
            section.card.stack.stack-sm aria-labelledby="author" {
                h2.h3 #author { (words.t("moderation-author")) }
                @if let Some(known) = &self.known {
                    p {
                        strong { (known.identity.name) } " " span.muted { "@" (known.identity.handle) } br;
                        span.small.muted { (words.tn("moderation-author-since", args![when => words.date(words.local(known.identity.first_seen_at).date()), count => known.messages])) }
                    }
                }
                @for sanction in &holds {
                    p.small { (sanction_badge(words, sanction.kind)) " " (until(words, sanction.until)) @if let Some(state) = at_network(words, sanction) { ", " (state) } }
                }
                @if self.rulings.is_empty() { p.muted { (words.t("moderation-author-nothing")) } } @else {
                    ul.list { @for ruling in &self.rulings { li {
                        a.item href=(frame.url(&format!("moderation/rulings/{}", ruling.id))) {
                            div.item-body { p.clip-2 { (ruling.said) } p.item-meta {
                                @if let Some(ground) = &ruling.ground { span { (ground_line(words, ground)) } }
                                (time(words, ruling.at, &words.relative(ruling.at)))
                            } }
                            div.item-end { (decision_badge(words, ruling)) }
                        }
                    } } }
                }
            }
        }
    }

    fn decision(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = &self.form;
        html! {
            form.card.form #decide method="post" action=(self.url(frame, self.case.id)) {
                (csrf(frame))
                h2.h3 { (words.t("moderation-decide")) }
                (error_summary(words, form))
                (fields(frame, form, &grounds(words, &self.clauses), &self.offers))
                @if self.equal > 0 { (check(form, "equal", "on", &words.tn("moderation-field-equal", args![count => self.equal]))) }
                @if self.privately { (check(form, "tells", "on", &words.t("moderation-field-tells"))) }
                @else { p.hint { (words.t("moderation-no-private")) } }
                div.form-actions {
                    button.button.button-primary data-key="e" data-submit-key { (icon("check")) (words.t("moderation-decide-go")) }
                    button.button name="preview" value="on" formaction={ (self.url(frame, self.case.id)) "#preview" } data-key="v" { (words.t("moderation-preview")) }
                }
                p.hint.only-wide { (words.t("moderation-keys")) }
            }
            @if !self.preview.is_empty() {
                section.card.card-quiet.stack #preview aria-labelledby="preview-title" {
                    h2.h3 #preview-title { (words.t("moderation-preview-title")) }
                    div.stack lang=(self.language) { (shown(&self.preview)) }
                }
            }
        }
    }
}

impl Page for CasePage {
    fn samples() -> Vec<Self> {
        let page = |offers: Vec<Act>, form: Form, preview: bool| Self {
            case: sample_case(1),
            channel: crate::areas::channels::sample_channels().into_iter().next(),
            offers,
            privately: preview,
            around: vec![],
            read: sample_case(1).why,
            runs: vec![],
            known: None,
            rulings: vec![sample_ruling(1)],
            sanctions: vec![super::samples::sample_sanction()],
            equal: 2,
            place: (1, 3),
            beside: (None, Some(sample_case(2).id)),
            clauses: sample_clauses(),
            preview: if preview {
                vec![("Les faits".to_owned(), vec!["Une insulte".to_owned()])]
            } else {
                vec![]
            },
            language: "fr",
            form,
        };
        let mut refused = Form::filled([("decision", "hide")]);
        refused.refuse("ground", "Choisissez");
        vec![
            page(vec![Act::Hide], Form::empty(), true),
            page(vec![], Form::empty(), false),
            page(vec![Act::Hide, Act::Delete], refused, false),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-case-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let title = words.tn("moderation-title", args![count => self.place.1]);
        let above = crumbs(frame, &[(&title, &frame.url("moderation"))]);
        let (before, after) = self.beside;
        let steps = html! {
            @if let Some(id) = before { a.button.button-icon href=(self.url(frame, id)) rel="prev" data-key="p" aria-label=(words.t("moderation-previous")) { (icon("chevron-left")) } }
            @if self.place.0 > 0 { span.muted { (words.tn("moderation-place", args![at => self.place.0, count => self.place.1])) } }
            @if let Some(id) = after { a.button.button-icon href=(self.url(frame, id)) rel="next" data-key="n" aria-label=(words.t("moderation-next")) { (icon("chevron-right")) } }
        };
        let decided = self.case.decided_at;
        html! {
            (page_header_under(above, &self.title(frame), html! {}, steps))
            div.moderation-case {
                div.stack { (self.message(frame)) (self.context(frame)) }
                div.stack {
                    @if let Some(at) = decided {
                        (notice(Tone::Success, &words.tn("moderation-case-decided", args![when => words.moment(at)]), html! {}))
                    } @else if frame.may(Right::Converse) { (self.decision(frame)) }
                    (self.author(frame))
                }
            }
        }
    }
}

page_samples!(CasePage);
