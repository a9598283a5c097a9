//! Texts kept for later: whole texts, signatures, groups of hashtags.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;
use publishing::Template;
use publishing::template::{TemplateEdit, TemplateError, TemplateKind};

use super::composer::load_channels;
use super::shown::ShownChannel;
use crate::parts::{badge, crumbs, csrf, icon, page_header_under};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

const KINDS: [TemplateKind; 3] =
    [TemplateKind::Text, TemplateKind::Signature, TemplateKind::Hashtags];

impl From<TemplateError> for Refusal {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::NotFound => Refusal::NotFound,
            TemplateError::NotAllowed(error) => error.into(),
            TemplateError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

async fn page(
    here: &InBrand,
    form: Form,
    open: Option<Id<Template>>,
) -> Result<TemplatesPage, Refusal> {
    let mut tx = here.read().await?;
    let all = Template::all(&here.actor, &mut tx).await?;
    let channels = load_channels(here, &mut tx).await?;
    Ok(TemplatesPage { all, channels, form, open })
}

/// The texts that the brand keeps.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&page(&here, Form::empty(), None).await?))
}

/// Keeps one more.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match Template::add(read(&form), &here.actor, &mut tx).await {
        Ok(template) => {
            tx.commit().await?;
            Ok(here
                .go("templates")
                .saying("templates-kept")
                .with("name", template.name)
                .into_response())
        }
        Err(error) => {
            drop(tx);
            refused(here, form, None, error).await
        }
    }
}

/// Changes one.
pub async fn edit(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Template>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let template = Template::load(id, &here.actor, &mut tx).await?;
    match template.edit(read(&form), &here.actor, &mut tx).await {
        Ok(template) => {
            tx.commit().await?;
            Ok(here
                .go("templates")
                .saying("templates-kept")
                .with("name", template.name)
                .into_response())
        }
        Err(error) => {
            drop(tx);
            refused(here, form, Some(id), error).await
        }
    }
}

/// Takes one away, with a way back.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Template>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let template = Template::load(id, &here.actor, &mut tx).await?;
    template.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("templates/{id}/removal/end"));
    Ok(here
        .go("templates")
        .saying("templates-removed")
        .with("name", template.name)
        .undo(back)
        .into_response())
}

/// Brings back what was just taken away.
pub async fn bring_back(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Template>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let template = Template::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("templates").saying("templates-kept").with("name", template.name).into_response())
}

fn read(form: &Form) -> TemplateEdit {
    TemplateEdit {
        kind: form.get("kind").parse().unwrap_or(TemplateKind::Text),
        name: form.get("name").to_owned(),
        text: form.get("text").to_owned(),
        channel: form.get("channel").parse().ok(),
    }
}

async fn refused(
    here: InBrand,
    mut form: Form,
    open: Option<Id<Template>>,
    error: TemplateError,
) -> Result<Response, Refusal> {
    let words = here.words();
    let (field, said) = match error {
        TemplateError::Name => ("name", words.t("templates-problem-name")),
        TemplateError::Empty => ("text", words.t("templates-problem-empty")),
        TemplateError::TooLong => ("text", words.t("posts-problem-text-far-too-long")),
        TemplateError::TooManyHashtags => ("text", words.t("templates-problem-hashtags")),
        TemplateError::NoSuchChannel => ("channel", words.t("posts-problem-no-such-channel")),
        error => return Err(error.into()),
    };
    form.refuse(field, said);
    Ok(here.refused(&page(&here, form, open).await?))
}

/// The texts that a brand keeps.
pub struct TemplatesPage {
    all: Vec<Template>,
    channels: Vec<ShownChannel>,
    /// What was sent and refused.
    form: Form,
    /// The text that was being changed.
    open: Option<Id<Template>>,
}

impl TemplatesPage {
    fn section(&self, frame: &Frame, kind: TemplateKind) -> Markup {
        let words = &frame.words;
        let key = kind.as_str();
        let all: Vec<_> = self.all.iter().filter(|template| template.kind == kind).collect();
        let adding = self.form.is_refused() && self.open.is_none() && self.form.get("kind") == key;
        html! {
            section.stack.stack-sm aria-labelledby=(key) {
                div.section-title { h2 id=(key) { (words.t(&format!("templates-{key}"))) } }
                p.muted { (words.t(&format!("templates-{key}-lead"))) }
                @if !all.is_empty() {
                    ul.card.card-flush.list { @for template in all { (self.line(frame, template)) } }
                }
                @if frame.may(Right::Draft) {
                    details.disclosure open[adding] {
                        summary { (words.t(&format!("templates-{key}-add"))) }
                        (self.fields(frame, kind, None, adding))
                    }
                }
            }
        }
    }

    fn line(&self, frame: &Frame, template: &Template) -> Markup {
        let words = &frame.words;
        let open = self.open == Some(template.id);
        let channel = template.channel.and_then(|id| self.channels.iter().find(|c| c.id == id));
        let removal = frame.url(&format!("templates/{}/removal", template.id));
        html! {
            li.template {
                div.item {
                    div.item-body {
                        h3.item-title { (template.name) @if let Some(channel) = channel { " " (badge(&channel.network, "")) } }
                        p.item-meta.pre { (shorten(&template.text, 200)) }
                    }
                    @if frame.may(Right::Draft) {
                        form.item-end.template-end method="post" action=(removal) {
                            (csrf(frame))
                            button.button.button-quiet.button-icon title=(words.t("templates-remove"))
                                aria-label=(words.tn("templates-remove-one", args![name => template.name.as_str()])) { (icon("trash-2")) }
                        }
                    }
                }
                @if frame.may(Right::Draft) {
                    details.disclosure.template-edit open[open] {
                        summary { (words.t("templates-edit")) span.visually-hidden { " " (template.name) } }
                        (self.fields(frame, template.kind, Some(template), open))
                    }
                }
            }
        }
    }

    fn fields(
        &self,
        frame: &Frame,
        kind: TemplateKind,
        of: Option<&Template>,
        sent: bool,
    ) -> Markup {
        let words = &frame.words;
        let key = kind.as_str();
        let id = of.map_or_else(|| key.to_owned(), |template| template.id.to_string());
        let action = of.map_or_else(
            || frame.url("templates"),
            |template| frame.url(&format!("templates/{}", template.id)),
        );
        let name = if sent { self.form.get("name") } else { of.map_or("", |t| &t.name) };
        let text = if sent { self.form.get("text") } else { of.map_or("", |t| &t.text) };
        let chosen =
            if sent { self.form.get("channel").parse().ok() } else { of.and_then(|t| t.channel) };
        let error = |field: &str| self.form.error(field).filter(|_| sent);
        html! {
            form.form method="post" action=(action) {
                (csrf(frame))
                input type="hidden" name="kind" value=(key);
                div.field {
                    label for={ "name-" (id) } { (words.t("templates-name")) }
                    input.input id={ "name-" (id) } name="name" value=(name) required maxlength="80" aria-invalid=[error("name").map(|_| "true")]
                        aria-describedby=[error("name").map(|_| format!("name-error-{id}"))];
                    @if let Some(said) = error("name") { p.error id={ "name-error-" (id) } { (said) } }
                }
                div.field {
                    label for={ "text-" (id) } { (words.t(if kind == TemplateKind::Hashtags { "templates-tags" } else { "templates-words" })) }
                    textarea.textarea id={ "text-" (id) } name="text" rows=(if kind == TemplateKind::Text { 6 } else { 3 }) required
                        aria-invalid=[error("text").map(|_| "true")] aria-describedby=[error("text").map(|_| format!("text-error-{id}"))] { "\n" (text) }
                    @if let Some(said) = error("text") { p.error id={ "text-error-" (id) } { (said) } }
                }
                @if kind == TemplateKind::Signature { (self.channel_field(words, &id, chosen)) }
                div.form-actions { button.button.button-primary { (words.t("templates-keep")) } }
            }
        }
    }

    fn channel_field(
        &self,
        words: &Words,
        id: &str,
        chosen: Option<Id<channels::Channel>>,
    ) -> Markup {
        html! {
            div.field {
                label for={ "channel-" (id) } { (words.t("templates-channel")) }
                select.select id={ "channel-" (id) } name="channel" {
                    option value="" { (words.t("templates-channel-any")) }
                    @for channel in &self.channels {
                        option value=(channel.id) selected[chosen == Some(channel.id)] { (channel.network) " " (channel.account()) }
                    }
                }
            }
        }
    }
}

impl Page for TemplatesPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let one = |n: u128, kind, name: &str, text: &str| Template {
            id: Id::from_uuid(uuid::Uuid::from_u128(n)),
            brand: Id::from_uuid(uuid::Uuid::from_u128(9)),
            kind,
            name: name.to_owned(),
            text: text.to_owned(),
            channel: (n == 2).then(|| channels[0].id),
        };
        let all = vec![
            one(1, TemplateKind::Text, "Fournée du samedi", "Samedi, on sort du four…\n\nDès 7 h."),
            one(2, TemplateKind::Signature, "Adresse", "Le Fournil, rue Crébillon, Nantes"),
            one(3, TemplateKind::Hashtags, "Noël", "#noel #buche #Nantes"),
        ];
        let mut refused = Form::filled([("kind", "hashtags"), ("name", ""), ("text", "#a")]);
        refused.refuse("name", "Donnez un nom.");
        let open = Some(all[2].id);
        let page = |all: &[Template], form: &Form, open| Self {
            all: all.to_vec(),
            channels: channels.clone(),
            form: form.clone(),
            open,
        };
        vec![
            page(&[], &Form::empty(), None),
            page(&all, &Form::empty(), None),
            page(&all, &refused, None),
            page(&all, &refused, open),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("templates-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("templates-lead")) }, html! {}))
            div.stack.stack-lg { @for kind in KINDS { (self.section(frame, kind)) } }
        }
    }
}

page_samples!(TemplatesPage);
