//! What pages of agreements show: the post as people will see it, who is asked, and the two
//! buttons.

use channels::Channel;
use jiff::Timestamp;
use maud::{Markup, html};
use primitives::Id;
use publishing::Post;
use publishing::approval::{Asked, Mode, NewAnswer, Request, RequestState};

use crate::areas::posts::preview;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::parts::{badge, csrf, icon, time};
use crate::words::{Words, args};
use crate::{Form, Frame};

/// A post with the channels it goes to.
#[derive(Debug, Clone)]
pub(crate) struct ShownPost {
    pub post: Post,
    pub channels: Vec<ShownChannel>,
}

impl ShownPost {
    /// The post, with those of the brand's channels that it goes to.
    pub fn new(post: Post, channels: &[ShownChannel]) -> Self {
        let goes = |channel: &&ShownChannel| post.variant_for(channel.id).is_some();
        let channels = channels.iter().filter(goes).cloned().collect();
        Self { post, channels }
    }

    /// Its first words.
    pub fn title(&self, words: &Words) -> String {
        headline(&self.post.text, &words.t("approvals-no-words"))
    }

    /// The networks it goes to, as badges.
    pub fn marks(&self) -> Markup {
        html! { @for channel in &self.channels { (channel.mark("network-sm")) " " } }
    }

    /// As each network will show it.
    pub fn previews(&self, frame: &Frame) -> Markup {
        html! {
            @for channel in &self.channels { (preview::of_post(frame, &self.post, channel)) }
            @if self.channels.is_empty() { p.card.pre { (self.post.text) } }
        }
    }

    /// As its first network will show it, the others a press away.
    pub fn first_preview(&self, frame: &Frame) -> Markup {
        let Some((first, others)) = self.channels.split_first() else {
            return self.previews(frame);
        };
        let count = i64::try_from(others.len()).unwrap_or_default();
        html! {
            (preview::of_post(frame, &self.post, first))
            @if !others.is_empty() {
                details.disclosure {
                    summary { (frame.words.tn("approvals-other-versions", args![count => count])) }
                    div.stack { @for channel in others { (preview::of_post(frame, &self.post, channel)) } }
                }
            }
        }
    }

    /// A post of the named world, for two networks.
    pub fn sample() -> Self {
        let channels: Vec<_> = ShownChannel::samples().into_iter().take(2).collect();
        let draft = crate::areas::posts::draft::Draft {
            text: "La bûche de Noël est arrivée.\n\nRéservez : fournil-de-louise.fr/noel #Nantes"
                .to_owned(),
            channels: channels.iter().map(|channel| channel.id).collect(),
            ..Default::default()
        };
        Self { post: draft.as_post(&[]), channels }
    }
}

/// The picture of a post of that id.
pub(crate) fn picture_of(
    post: &Post,
    id: Id<platform::media::Media>,
) -> Option<&platform::media::Media> {
    post.media.iter().map(|attached| &attached.media).find(|media| media.id == id)
}

/// What was answered by the form of [`answer_form`].
pub(crate) fn read_answer(form: &Form) -> NewAnswer {
    NewAnswer {
        agrees: form.get("answer") == "agree",
        words: form.get("words").to_owned(),
        seen: form.get("seen").to_owned(),
    }
}

/// The two buttons: to agree, or to say what is to be changed.
pub(crate) fn answer_form(frame: &Frame, action: &str, request: &Request, form: &Form) -> Markup {
    let words = &frame.words;
    let field = format!("words-{}", request.id);
    let error = form.error("words");
    let error_id = format!("{field}-error");
    html! {
        form.answer-form.stack method="post" action=(action) {
            (csrf(frame))
            input type="hidden" name="seen" value=(request.content_hash);
            button.button.button-primary.button-block.button-answer name="answer" value="agree" {
                (icon("check")) (words.t("approvals-agree"))
            }
            details.disclosure open[error.is_some()] {
                summary.button.button-block.button-answer { (icon("pencil")) (words.t("approvals-ask-changes")) }
                div.stack.stack-sm {
                    div.field {
                        label for=(field) { (words.t("approvals-what-to-change")) }
                        textarea.textarea id=(field) name="words" rows="4" maxlength="4000"
                            aria-invalid=[error.map(|_| "true")] aria-describedby=[error.map(|_| error_id.as_str())] { "\n" (form.get("words")) }
                        @if let Some(error) = error { p.error id=(error_id) role="alert" { (error) } }
                    }
                    button.button.button-block name="answer" value="changes" { (icon("send")) (words.t("approvals-send-changes")) }
                }
            }
        }
    }
}

/// When it is to appear.
pub(crate) fn wanted(words: &Words, request: &Request, now: Option<Timestamp>) -> Markup {
    html! {
        @match &request.wanted {
            Some(wanted) => {
                (time(words, wanted.at, &words.moment(wanted.at)))
                @if now.is_some_and(|now| request.is_late(now)) { " " (badge(&words.t("approvals-late"), "danger")) }
            },
            None => (words.t("approvals-no-time")),
        }
    }
}

/// Those whose answer is awaited, in words.
pub(crate) fn awaited(words: &Words, request: &Request) -> String {
    let names: Vec<_> = request.awaited().iter().map(|asked| asked.name.clone()).collect();
    let any = request.steps.get(request.step).is_some_and(|step| step.mode == Mode::Any);
    let key = if any && names.len() > 1 { "approvals-awaits-any" } else { "approvals-awaits" };
    words.tn(key, args![name => names.join(", ")])
}

/// The steps, with who has answered what.
pub(crate) fn steps(frame: &Frame, request: &Request) -> Markup {
    let words = &frame.words;
    html! {
        ol.approval-steps {
            @for (index, step) in request.steps.iter().enumerate() {
                li aria-current=[(request.state == RequestState::Waiting && index == request.step).then_some("step")] {
                    p.strong {
                        @if request.steps.len() > 1 { (words.tn("approvals-step", args![count => index + 1])) " " }
                        @if step.people.len() > 1 {
                            span.muted.small { (words.t(if step.mode == Mode::Any { "approvals-mode-any" } else { "approvals-mode-all" })) }
                        }
                    }
                    ul.stack.stack-sm { @for asked in &step.people { li { (person(frame, request, index, asked)) } } }
                }
            }
        }
    }
}

fn person(frame: &Frame, request: &Request, step: usize, asked: &Asked) -> Markup {
    let words = &frame.words;
    let answer = request
        .answers
        .iter()
        .rev()
        .find(|answer| answer.step == step && answer.approver == asked.key && !answer.void);
    html! {
        div.approval-person {
            @match answer {
                Some(answer) if answer.agrees => (icon("circle-check")),
                Some(_) => (icon("circle-x")),
                None => (icon("clock")),
            }
            div {
                p {
                    (asked.name)
                    @if asked.teammate.is_none() { " " span.small.muted { (words.t("approvals-outside")) } }
                    @if let Some(before) = &asked.instead_of { " " span.small.muted { (words.tn("approvals-instead-of", args![name => before])) } }
                }
                @match answer {
                    Some(answer) => {
                        p.small.muted {
                            (words.t(if answer.agrees { "approvals-did-agree" } else { "approvals-did-refuse" })) ", "
                            (time(words, answer.at, &words.relative(answer.at)))
                        }
                        @if !answer.words.is_empty() { p.pre { (answer.words) } }
                    },
                    None if request.state == RequestState::Waiting && request.awaits(&asked.key) => p.small.muted { (words.t("approvals-is-awaited")) },
                    None => {},
                }
            }
        }
    }
}

/// A request's state, as a badge.
pub(crate) fn state_badge(words: &Words, request: &Request) -> Markup {
    let tone = match request.state {
        RequestState::Waiting => "warning",
        RequestState::Agreed => "success",
        RequestState::Refused => "danger",
        RequestState::Withdrawn | RequestState::Bypassed => "",
    };
    badge(&words.t(&format!("approvals-state-{}", request.state)), tone)
}

/// A request of the named world, in that state.
pub(crate) fn sample_request(state: RequestState) -> Request {
    let ambient = primitives::Ambient::fixed("2026-11-23T07:40:00Z", 5);
    let now = ambient.now();
    let asked = |key: &str, name: &str| Asked {
        key: key.to_owned(),
        name: name.to_owned(),
        email: format!("{key}@fournil.example"),
        teammate: (key != "paul").then(|| ambient.new_id()),
        instead_of: (key == "karim").then(|| "Inès Le Goff".to_owned()),
    };
    let step = |mode, people| publishing::approval::AskedStep { mode, people };
    let answer = |key: &str, name: &str, agrees| publishing::approval::Answer {
        step: 0,
        approver: key.to_owned(),
        name: name.to_owned(),
        agrees,
        words: if agrees { String::new() } else { "Le prix est de 24 €.".to_owned() },
        at: now,
        void: false,
    };
    Request {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        post: ambient.new_id(),
        state,
        content_hash: "abc".to_owned(),
        steps: vec![
            step(Mode::All, vec![asked("louise", "Louise Moreau"), asked("karim", "Karim Benali")]),
            step(Mode::Any, vec![asked("paul", "Paul Duval")]),
        ],
        step: 0,
        wanted: publishing::LocalSchedule::parse("2026-11-24T09:00", "Europe/Paris").ok(),
        asked_by: None,
        note: "Pour le marché de Noël".to_owned(),
        created_at: now,
        settled_at: (state != RequestState::Waiting).then_some(now),
        answers: vec![answer("louise", "Louise Moreau", state != RequestState::Refused)],
        reminded: 0,
    }
}

/// Names of channels, as pages of agreements show them.
pub(crate) fn shown_channels(
    channels: &[Channel],
    connectors: &channels::Connectors,
) -> Vec<ShownChannel> {
    channels.iter().map(|channel| ShownChannel::of(channel, connectors)).collect()
}
