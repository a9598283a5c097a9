//! A post that has its time: what it says, and what became of it on each channel.

use channels::publication::{Publication, StateName};
use maud::{Markup, html};
use platform::Right;
use publishing::post::{PostSource, PostState};
use publishing::{LocalSchedule, Post};

use super::composer::more;
use super::draft::proposed;
use super::publication_card::{ShownPublication, names, sample_states};
use super::shown::{ShownChannel, headline};
use super::{preview, problems};
use crate::areas::approvals::shown::ShownPost;
use crate::areas::together::discussion::Discussion;
use crate::parts::{crumbs, csrf, icon, one_button, page_header_under};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// A post that has its time.
pub struct PostPage {
    post: Post,
    author: Option<String>,
    publications: Vec<ShownPublication>,
    /// The time asked for, where it was refused.
    asked: Form,
    discussion: Discussion,
    /// Where its figures are.
    date: String,
    time: String,
}

impl PostPage {
    /// Reads what became of it.
    pub(super) async fn load(here: &InBrand, post: &Post) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let found = Publication::of_post(post.id.cast(), &here.actor, &mut tx).await;
        let found = found.map_err(problems::of_load)?;
        let names = names(here, &mut tx).await?;
        let mut publications = Vec::new();
        for publication in current(found) {
            publications.push(ShownPublication::load(publication, &names, here, &mut tx).await?);
        }
        let author = post.author.and_then(|id| names.iter().find(|(known, _)| *known == id));
        let shown = super::composer::load_channels(here, &mut tx).await?;
        let shown = ShownPost::new(post.clone(), &shown);
        let back = format!("posts/{}", post.id);
        let discussion = Discussion::load(here, &shown, back, &mut tx).await?;
        let at = match &post.state {
            PostState::Scheduled(at) if at.at > tx.now() => at.local,
            _ => proposed(None, here.words()),
        };
        Ok(Self {
            post: post.clone(),
            author: author.map(|(_, name)| name.clone()),
            publications,
            discussion,
            asked: Form::empty(),
            date: at.date().to_string(),
            time: at.strftime("%H:%M").to_string(),
        })
    }

    /// Whether something of it has left or may have: its words are what people may have read.
    pub(super) fn has_left(&self) -> bool {
        self.publications.iter().any(|shown| {
            let state = &shown.publication.state;
            state.name() != StateName::Cancelled && !state.may_change()
        })
    }

    /// Says beside the time why it was refused.
    pub(super) fn refuse_time(&mut self, form: Form, said: String) {
        self.date = form.get("date").to_owned();
        self.time = form.get("time").to_owned();
        self.asked = form;
        self.asked.refuse("when", said);
    }

    fn movable(&self) -> bool {
        self.publications.iter().any(|shown| shown.publication.state.may_change())
    }

    fn waits(&self) -> bool {
        self.publications.iter().any(|shown| {
            shown.publication.state.may_change()
                || shown.publication.state.name() == StateName::Prepared
        })
    }

    fn reschedule(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let id = self.post.id;
        let error = self.asked.error("when");
        html! {
            @if frame.may(Right::Publish) && self.movable() {
                section.card.stack aria-labelledby="move" {
                    h2 id="move" { (words.t("posts-move")) }
                    form.stack method="post" action=(frame.url(&format!("posts/{id}/schedule"))) {
                        (csrf(frame))
                        div.fields-inline {
                            div.field { label for="date" { (words.t("posts-date")) }
                                input.input id="date" type="date" name="date" value=(self.date) required aria-describedby=[error.map(|_| "when-error")]; }
                            div.field { label for="time" { (words.t("posts-time")) }
                                input.input id="time" type="time" name="time" value=(self.time) required aria-describedby=[error.map(|_| "when-error")]; }
                        }
                        @if let Some(error) = error { p.error id="when-error" role="alert" { (error) } }
                        div.form-actions { button.button { (icon("clock")) (words.t("posts-reschedule")) } }
                    }
                    @if self.waits() && !self.has_left() {
                        (one_button(frame, &frame.url(&format!("posts/{id}/schedule/end")), &words.t("posts-unschedule"), "button-quiet button-small"))
                    }
                }
            }
        }
    }
}

/// The last publication for each channel and part: cancelled ones that were planned again, and
/// parts that were taken away, are left out.
fn current(all: Vec<Publication>) -> Vec<Publication> {
    let mut kept: Vec<Publication> = Vec::new();
    for publication in all {
        let place = (publication.channel, publication.place.part);
        match kept.iter_mut().find(|known| (known.channel, known.place.part) == place) {
            Some(known) if known.state.name() == StateName::Cancelled => *known = publication,
            Some(_) if publication.state.name() == StateName::Cancelled => {}
            _ => kept.push(publication),
        }
    }
    kept.retain(|p| p.place.part == 0 || p.state.name() != StateName::Cancelled);
    // Parts beside what they follow, channels in the order of their planning.
    let mut channels: Vec<_> = kept.iter().map(|publication| publication.channel).collect();
    let mut seen = std::collections::BTreeSet::new();
    channels.retain(|channel| seen.insert(*channel));
    kept.sort_by_key(|p| (channels.iter().position(|id| *id == p.channel), p.place.part));
    kept
}

impl Page for PostPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let at = "2026-11-23T08:00:00Z".parse().expect("a time of the samples");
        let at = LocalSchedule::at_instant(at, "Europe/Paris").expect("a zone of the samples");
        let draft = super::draft::Draft {
            text: "La bûche de Noël est arrivée.\n\nRéservez : fournil-de-louise.fr/noel #Nantes"
                .to_owned(),
            own: vec![(channels[1].id, "Une bûche, soixante parts.".to_owned())],
            channels: channels.iter().map(|c| c.id).collect(),
            ..Default::default()
        };
        let page = |state, publications: Vec<ShownPublication>| Self {
            post: Post { state, source: PostSource::Feed, ..draft.as_post(&[]) },
            author: Some("Inès Le Goff".to_owned()),
            publications,
            discussion: Discussion::sample(),
            asked: Form::empty(),
            date: "2026-11-24".to_owned(),
            time: "09:00".to_owned(),
        };
        let all = sample_states().into_iter().enumerate();
        let all = all.filter(|(n, _)| n % 4 == 0 || *n < 2);
        let all: Vec<_> = all.map(|(n, state)| ShownPublication::sample(state, n % 3)).collect();
        let mut refused = page(PostState::Scheduled(at.clone()), all[..1].to_vec());
        refused.refuse_time(
            Form::filled([("date", "2020-01-01"), ("time", "09:00")]),
            "Passé.".to_owned(),
        );
        vec![page(PostState::Draft, vec![]), page(PostState::Scheduled(at), all), refused]
    }

    fn title(&self, frame: &Frame) -> String {
        headline(&self.post.text, &frame.words.t("posts-without-words"))
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let post = &self.post;
        let above = crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts"))]);
        let edit = frame.url(&format!("posts/{}/edit", post.id));
        let may_edit = frame.may(Right::Publish) && !self.has_left();
        let shown = |id| self.publications.iter().find(|p: &&ShownPublication| p.channel.id == id);
        html! {
            (page_header_under(above, &self.title(frame), html! {
                @if let PostState::Scheduled(at) = &post.state { (words.moment(at.at)) }
            }, html! {
                @if may_edit { a.button href=(edit) { (icon("pencil")) (words.t("posts-edit")) } }
                (more(frame, post.id))
            }))
            div.columns {
                div.stack.stack-lg {
                    @for shown in &self.publications {
                        @if matches!(shown.publication.state.name(), StateName::Failed | StateName::Held | StateName::Uncertain) { (shown.advice(frame)) }
                    }
                    section.stack aria-labelledby="sends" {
                        h2 id="sends" { (words.t("posts-sends")) }
                        @if self.publications.is_empty() { p.muted { (words.t("posts-no-send")) } } @else {
                            ul.card.card-flush.list { @for shown in &self.publications { (shown.card(frame)) } }
                        }
                    }
                    (self.reschedule(frame))
                    (self.discussion.section(frame))
                    (self.discussion.history(frame))
                }
                aside.stack aria-label=(words.t("posts-details")) {
                    (self.discussion.standing(frame))
                    @if post.variants.is_empty() { div.card { p.post-text { (preview::marked(&post.text, None)) } } }
                    @for (index, variant) in post.variants.iter().enumerate() {
                        @if let Some(shown) = shown(variant.channel) {
                            @if index == 0 || variant.text.is_some() || variant.extras != Default::default() { (preview::of_post(frame, post, &shown.channel)) }
                        }
                    }
                    div.card { dl.facts {
                        @if let Some(author) = &self.author { dt { (words.t("posts-fact-author")) } dd { (author) } }
                        @if post.source == PostSource::Feed { dt { (words.t("posts-fact-source")) } dd { (words.t("posts-from-feed")) } }
                        @if let PostState::Scheduled(at) = &post.state {
                            dt { (words.t("posts-fact-zone")) } dd { (at.zone.rsplit('/').next().unwrap_or_default().replace('_', " ")) }
                            @if let Some(moved) = at.moved { dt { (words.t("posts-fact-clocks")) } dd { (preview::moved_words(words, at, moved)) } }
                        }
                        dt { (words.t("posts-fact-begun")) } dd { (words.tn("posts-at", args![when => words.relative(post.created_at)])) }
                    } }
                }
            }
        }
    }
}

page_samples!(PostPage);
