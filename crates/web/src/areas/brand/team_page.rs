//! The page of the team.

use database::Tx;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Role;
use platform::invitation::Invitation;
use platform::membership::Membership;

use super::settings_tabs;
use crate::parts::{
    Field, Select, Tone, avatar, badge, csrf, error_summary, notice, one_button, page_header,
    secret, submit, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The team of a brand.
pub struct TeamPage {
    team: Vec<Line>,
    waiting: Vec<Waiting>,
    pub(super) fresh: Option<Fresh>,
    form: Form,
}

/// One teammate.
#[derive(Clone)]
struct Line {
    id: String,
    name: String,
    email: String,
    role: Role,
    second_factor: bool,
}

/// One invitation that waits.
#[derive(Clone)]
struct Waiting {
    id: String,
    email: String,
    role: Role,
    until: Timestamp,
}

/// The invitation just made: its link is shown once.
#[derive(Clone)]
pub(super) struct Fresh {
    pub(super) email: String,
    pub(super) link: String,
    pub(super) by_mail: bool,
}

impl TeamPage {
    pub(super) async fn load(here: &InBrand, form: Form, tx: &mut Tx) -> Result<Self, Refusal> {
        let team = Membership::of_brand(&here.actor, tx).await?;
        let waiting = Invitation::waiting(&here.actor, tx).await?;
        let line = |member: Membership| Line {
            id: member.teammate.to_string(),
            name: member.name.to_string(),
            email: member.email.to_string(),
            role: member.role,
            second_factor: member.second_factor,
        };
        let one = |invitation: Invitation| Waiting {
            id: invitation.id.to_string(),
            email: invitation.email.to_string(),
            role: invitation.role,
            until: invitation.expires_at,
        };
        Ok(Self {
            team: team.into_iter().map(line).collect(),
            waiting: waiting.into_iter().map(one).collect(),
            fresh: None,
            form,
        })
    }
}

impl Page for TeamPage {
    fn samples() -> Vec<Self> {
        let line = |name: &str, role| Line {
            id: name.to_owned(),
            name: name.to_owned(),
            email: format!("{name}@fournil-de-louise.fr"),
            role,
            second_factor: role == Role::Owner,
        };
        let until = "2026-11-30T07:40:00Z".parse().unwrap_or_default();
        let waiting = Waiting {
            id: "1".to_owned(),
            email: "karim@exemple.fr".to_owned(),
            role: Role::Expert,
            until,
        };
        let fresh = Fresh {
            email: "karim@exemple.fr".to_owned(),
            link: "https://parvis.example/invitations/abc".to_owned(),
            by_mail: true,
        };
        let form = Form::filled([("role", "community_manager")]);
        let full =
            vec![line("Louise Moreau", Role::Owner), line("Inès Belkacem", Role::CommunityManager)];
        vec![
            Self {
                team: full.clone(),
                waiting: vec![waiting],
                fresh: Some(fresh),
                form: form.clone(),
            },
            Self { team: full, waiting: vec![], fresh: None, form },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("team-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("team-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/team"))
                (error_summary(words, &self.form))
                @if let Some(fresh) = &self.fresh { (fresh_link(words, fresh)) }
                ul.list.card.card-flush { @for line in &self.team { li { (member(frame, line)) } } }
                (self.waiting(frame))
                (self.invite(frame))
            }
        }
    }
}

fn fresh_link(words: &Words, fresh: &Fresh) -> Markup {
    let key = if fresh.by_mail { "team-invited-by-mail" } else { "team-invited-by-link" };
    let title = words.tn(key, args![email => &fresh.email]);
    notice(
        Tone::Success,
        &title,
        html! { p { (words.t("team-link-once")) } (secret(words, &fresh.link)) },
    )
}

fn roles(words: &Words, mine: Option<Role>) -> Vec<(String, String)> {
    let given = |role: &&Role| **role != Role::Owner || mine == Some(Role::Owner);
    Role::ALL
        .iter()
        .filter(given)
        .map(|role| (role.as_str().to_owned(), words.role(*role)))
        .collect()
}

fn member(frame: &Frame, line: &Line) -> Markup {
    let words = &frame.words;
    let base = frame.url(&format!("settings/team/{}", line.id));
    let label = words.tn("team-role-of", args![name => &line.name]);
    html! {
        div.item {
            (avatar(&line.name, None))
            div.item-body {
                p.item-title { (line.name) }
                p.item-meta {
                    (line.email)
                    @if line.second_factor { (badge(&words.t("team-second-factor"), "success")) }
                }
            }
            div.item-end {
                form.row method="post" action={ (base) "/role" } {
                    (csrf(frame))
                    select.select name="role" aria-label=(label) {
                        @for (value, name) in roles(words, frame.role) {
                            option value=(value) selected[value == line.role.as_str()] { (name) }
                        }
                        @if line.role == Role::Owner && frame.role != Some(Role::Owner) {
                            option value="owner" selected { (words.role(Role::Owner)) }
                        }
                    }
                    (submit(&words.t("team-role-change"), "button-small"))
                }
                (one_button(frame, &format!("{base}/end"), &words.t("team-remove"), "button-small button-quiet"))
            }
        }
    }
}

impl TeamPage {
    fn waiting(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if !self.waiting.is_empty() {
                section aria-labelledby="waiting" {
                    h2.section-title #waiting { (words.t("team-waiting")) }
                    ul.list.card.card-flush {
                        @for one in &self.waiting {
                            li { div.item {
                                div.item-body {
                                    p.item-title { (one.email) }
                                    p.item-meta {
                                        span { (words.role(one.role)) }
                                        (time(words, one.until, &words.tn("team-until", args![when => words.short_moment(one.until)])))
                                    }
                                }
                                div.item-end {
                                    (one_button(frame, &frame.url(&format!("settings/team/invitations/{}/end", one.id)),
                                        &words.t("team-revoke"), "button-small"))
                                }
                            } }
                        }
                    }
                }
            }
        }
    }

    fn invite(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            section aria-labelledby="invite" {
                h2.section-title #invite { (words.t("team-invite")) }
                form.card.form method="post" action=(frame.url("settings/team/invitations")) {
                    (csrf(frame))
                    div.fields-inline {
                        (Field::new(form, "email", &words.t("field-email")).kind("email").required().autocomplete("off"))
                        (Select::new(form, "role", &words.t("team-role"), roles(words, frame.role)))
                    }
                    dl.facts {
                        @for (role, name) in roles(words, frame.role) {
                            dt { (name) } dd { (words.t(&format!("role-{}-hint", role.replace('_', "-")))) }
                        }
                    }
                    div.form-actions { (submit(&words.t("team-invite-go"), "button-primary")) }
                }
            }
        }
    }
}

page_samples!(TeamPage);
