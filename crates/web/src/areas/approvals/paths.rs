//! « Who must agree before anything leaves? »

use axum::response::{IntoResponse, Response};
use channels::Channel;
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use platform::membership::Membership;
use publishing::Campaign;
use publishing::approval::{Approver, Mode, Path, Scope, Step};

use crate::areas::brand::settings_tabs;
use crate::areas::posts::problems;
use crate::parts::{csrf, icon, page_header};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The names that paths speak of.
#[derive(Clone, Default)]
pub(super) struct Named {
    pub team: Vec<(String, String)>,
    pub channels: Vec<(String, String)>,
    pub campaigns: Vec<(String, String)>,
}

impl Named {
    pub async fn load(here: &InBrand, tx: &mut Tx) -> Result<Self, Refusal> {
        let team = Membership::of_brand(&here.actor, tx).await?;
        let channels = Channel::for_posts(&here.actor, tx).await.map_err(problems::of_channel)?;
        let campaigns = Campaign::all(&here.actor, tx).await.map_err(Refusal::fault)?;
        Ok(Self {
            team: team.iter().map(|m| (m.teammate.to_string(), m.name.to_string())).collect(),
            channels: channels
                .iter()
                .map(|c| (c.id.to_string(), format!("{}, {}", c.network_name, c.handle)))
                .collect(),
            campaigns: campaigns
                .iter()
                .filter(|campaign| !campaign.archived)
                .map(|campaign| (campaign.id.to_string(), campaign.name.clone()))
                .collect(),
        })
    }

    pub fn sample() -> Self {
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        Self {
            team: vec![pair("1", "Louise Moreau"), pair("2", "Karim Benali")],
            channels: vec![pair("3", "Bluesky, fournil"), pair("4", "Mastodon, fournil")],
            campaigns: vec![pair("5", "Noël")],
        }
    }

    /// What a scope is called.
    pub fn scope(&self, words: &Words, scope: Scope) -> String {
        let name = |all: &[(String, String)], id: String| {
            all.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone())
        };
        match scope {
            Scope::Brand => words.t("approvals-scope-brand"),
            Scope::Channel(id) => name(&self.channels, id.to_string()).unwrap_or_default(),
            Scope::Campaign(id) => name(&self.campaigns, id.to_string()).unwrap_or_default(),
        }
    }
}

/// A scope as an address writes it: `brand`, `channel:ID`, `campaign:ID`.
pub(super) fn scope_key(scope: Scope) -> String {
    match scope {
        Scope::Brand => "brand".to_owned(),
        Scope::Channel(id) => format!("channel:{id}"),
        Scope::Campaign(id) => format!("campaign:{id}"),
    }
}

/// The scope of such a key.
pub(super) fn scope_of(key: &str) -> Result<Scope, Refusal> {
    let (kind, id) = key.split_once(':').unwrap_or((key, ""));
    Ok(match kind {
        "brand" => Scope::Brand,
        "channel" => Scope::Channel(id.parse().map_err(|_| Refusal::NotFound)?),
        "campaign" => Scope::Campaign(id.parse().map_err(|_| Refusal::NotFound)?),
        _ => return Err(Refusal::NotFound),
    })
}

/// A step in words: who, and how many of them.
pub(super) fn step_words(words: &Words, step: &Step, named: &Named) -> String {
    let name = |approver: &Approver| match approver {
        Approver::Managers => words.t("approvals-managers"),
        Approver::Teammate { id } => {
            let id = id.to_string();
            let found = named.team.iter().find(|(known, _)| *known == id);
            found.map_or_else(|| words.t("activity-someone-gone"), |(_, name)| name.clone())
        }
        Approver::Outside { name, .. } => words.tn("approvals-outside-named", args![name => name]),
    };
    let names: Vec<_> = step.approvers.iter().map(name).collect();
    let names = names.join(", ");
    let several = step.approvers.len() > 1 || step.approvers.contains(&Approver::Managers);
    match step.mode {
        Mode::Any if several => words.tn("approvals-any-of", args![name => names]),
        Mode::All if several => words.tn("approvals-all-of", args![name => names]),
        _ => names,
    }
}

/// Shows who is asked, for the brand and where it differs.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let paths = Path::all(&here.actor, &mut tx).await?;
    let named = Named::load(&here, &mut tx).await?;
    Ok(here.show(&PathsPage { paths, named }))
}

/// The simplest case, in one press: whoever runs the brand reads everything, or nobody is asked.
pub async fn simple(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    if form.get("who") == "managers" {
        let steps = vec![Step { mode: Mode::Any, approvers: vec![Approver::Managers] }];
        Path::set(Scope::Brand, steps, &here.actor, &mut tx).await?;
    } else {
        Path::remove(Scope::Brand, &here.actor, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(here.go("settings/approvals").saying("approvals-path-saved").into_response())
}

/// Takes a channel's or campaign's own path away.
pub async fn remove(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Path::remove(scope_of(form.get("scope"))?, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/approvals").saying("approvals-path-saved").into_response())
}

/// Who is asked.
pub struct PathsPage {
    paths: Vec<Path>,
    named: Named,
}

impl PathsPage {
    fn path(&self, scope: Scope) -> Option<&Path> {
        self.paths.iter().find(|path| path.scope == scope)
    }

    fn brand(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let path = self.path(Scope::Brand);
        html! {
            section.card.stack aria-labelledby="brand-path" {
                h2 id="brand-path" { (words.t("approvals-question")) }
                (self.summary(frame, path, "approvals-nobody-asked"))
                div.row {
                    @if path.is_none() {
                        form method="post" action=(frame.url("settings/approvals/simple")) {
                            (csrf(frame))
                            button.button.button-primary name="who" value="managers" { (icon("check-check")) (words.t("approvals-simple")) }
                        }
                    } @else {
                        form method="post" action=(frame.url("settings/approvals/simple")) {
                            (csrf(frame))
                            button.button.button-quiet name="who" value="nobody" { (words.t("approvals-ask-nobody")) }
                        }
                    }
                    a.button href=(frame.url("settings/approvals/path?scope=brand")) { (icon("pencil")) (words.t("approvals-choose")) }
                }
            }
        }
    }

    fn summary(&self, frame: &Frame, path: Option<&Path>, otherwise: &str) -> Markup {
        let words = &frame.words;
        html! {
            @match path {
                None => p.muted { (words.t(otherwise)) },
                Some(path) if path.steps.is_empty() => p { (words.t("approvals-nobody-asked")) },
                Some(path) => ol.approval-steps { @for step in &path.steps { li { (step_words(words, step, &self.named)) } } },
            }
        }
    }

    fn exceptions(
        &self,
        frame: &Frame,
        title: &str,
        kind: &str,
        all: &[(String, String)],
    ) -> Markup {
        let words = &frame.words;
        html! {
            @if !all.is_empty() {
                section.stack aria-label=(words.t(title)) {
                    h2 { (words.t(title)) }
                    ul.list.card.card-flush {
                        @for (id, name) in all {
                            @let key = format!("{kind}:{id}");
                            @let path = self.paths.iter().find(|path| scope_key(path.scope) == key);
                            li { div.item {
                                div.item-body {
                                    p.item-title { (name) }
                                    div.item-meta { (self.summary(frame, path, "approvals-as-brand")) }
                                }
                                div.item-end.row {
                                    @if path.is_some() {
                                        form method="post" action=(frame.url("settings/approvals/end")) {
                                            (csrf(frame))
                                            input type="hidden" name="scope" value=(key);
                                            button.button.button-quiet.button-small { (words.t("approvals-back-to-brand")) span.visually-hidden { ", " (name) } }
                                        }
                                    }
                                    a.button.button-small href=(frame.url(&format!("settings/approvals/path?scope={key}"))) {
                                        (words.t("approvals-change")) span.visually-hidden { ", " (name) }
                                    }
                                }
                            } }
                        }
                    }
                }
            }
        }
    }
}

impl Page for PathsPage {
    fn samples() -> Vec<Self> {
        let path = |scope, steps| Path {
            id: primitives::Id::from_uuid(uuid::Uuid::nil()),
            scope,
            steps,
            created_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let outside =
            Approver::Outside { name: "Paul Duval".into(), email: "paul@duval.example".into() };
        let steps = vec![
            Step { mode: Mode::Any, approvers: vec![Approver::Managers] },
            Step { mode: Mode::All, approvers: vec![outside.clone(), Approver::Managers] },
            Step { mode: Mode::All, approvers: vec![outside] },
        ];
        vec![
            Self { paths: vec![], named: Named::sample() },
            Self { paths: vec![path(Scope::Brand, steps)], named: Named::sample() },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("approvals-paths-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (page_header(&self.title(frame), html! { p.page-lead { (frame.words.t("approvals-paths-lead")) } }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/approvals"))
                (self.brand(frame))
                (self.exceptions(frame, "approvals-by-channel", "channel", &self.named.channels))
                (self.exceptions(frame, "approvals-by-campaign", "campaign", &self.named.campaigns))
            }
        }
    }
}

page_samples!(PathsPage);
