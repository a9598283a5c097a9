//! Who works in the brand: roles, invitations.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use jiff::Timestamp;
use jobs::Enqueue;
use maud::{Markup, html};
use platform::field::Email;
use platform::invitation::{Invitation, InviteError};
use platform::mail::SendMail;
use platform::membership::{Membership, MembershipError};
use platform::{Right, Role, Secret, Teammate};
use primitives::Id;

use super::settings_tabs;
use crate::parts::{Field, Select, avatar, badge, csrf, error_summary, notice, one_button, page_header, secret, submit, time, Tone};
use crate::words::{Worded, Words, args};
use crate::{Form, Frame, Go, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows the team.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageTeam)?;
    let mut tx = here.read().await?;
    let page = TeamPage::load(&here, Form::filled([("role", "community_manager")]), &mut tx).await?;
    Ok(here.show(&page))
}

/// Invites someone: by a letter where a mail server is set, and by a link to be passed on.
pub async fn invite(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageTeam)?;
    let words = here.words().clone();
    let email = Email::parse(form.get("email"));
    let email = form.check("email", email, |problem| problem.worded(&words));
    let role = form.get("role").parse::<Role>();
    let role = form.check("role", role, |_| words.t("team-role-unknown"));
    let mut tx = here.begin().await?;
    let (Some(email), Some(role)) = (email, role) else {
        return Ok(here.refused(&TeamPage::load(&here, form, &mut tx).await?));
    };
    let key = match Invitation::invite(email, role, &here.actor, &mut tx).await {
        Ok((invitation, token)) => return sent(&here, invitation, &token, tx).await,
        Err(InviteError::AlreadyAMember) => "team-already-member",
        Err(InviteError::ForOwnersOnly) => "team-for-owners-only",
        Err(error) => return Err(error.into()),
    };
    form.refuse("email", words.t(key));
    drop(tx);
    let mut tx = here.read().await?;
    Ok(here.refused(&TeamPage::load(&here, form, &mut tx).await?))
}

async fn sent(
    here: &InBrand,
    invitation: Invitation,
    token: &Secret,
    mut tx: Tx,
) -> Result<Response, Refusal> {
    let link = format!("{}/invitations/{}", here.house.settings.base_url, token.reveal());
    let by_mail = here.house.mailer.is_some();
    if by_mail {
        letter(here, &invitation, &link).enqueue(&mut tx, Enqueue::now()).await?;
    }
    tx.commit().await?;
    let mut tx = here.read().await?;
    let form = Form::filled([("role", "community_manager")]);
    let mut page = TeamPage::load(here, form, &mut tx).await?;
    page.fresh = Some(Fresh { email: invitation.email.to_string(), link, by_mail });
    Ok(here.show(&page))
}

fn letter(here: &InBrand, invitation: &Invitation, link: &str) -> SendMail {
    let words = Words::new(here.brand.language).in_zone(here.brand.zone.time_zone());
    let (brand, name) = (here.brand.name.as_str(), here.teammate.name.as_str());
    let until = words.moment(invitation.expires_at);
    SendMail {
        to: invitation.email.to_string(),
        subject: words.tn("team-letter-subject", args![name => name, brand => brand]),
        text: words.tn("team-letter-text", args![name => name, brand => brand, link => link, until => until]),
        html: None,
    }
}

/// Makes an invitation void.
pub async fn revoke(
    here: InBrand,
    Path((_, invitation)): Path<(String, Id<Invitation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Invitation::revoke(invitation, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/team").saying("team-invitation-revoked").into_response())
}

/// Gives someone another role.
pub async fn change_role(
    here: InBrand,
    Path((_, teammate)): Path<(String, Id<Teammate>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let role: Role = form.get("role").parse().map_err(|_| Refusal::Malformed)?;
    let mut tx = here.begin().await?;
    let changed = Membership::change_role(teammate, role, &here.actor, &mut tx).await;
    changed_team(&here, changed.map(drop), tx, "team-role-changed").await
}

/// Ends someone's work in the brand; or one's own.
pub async fn remove(
    here: InBrand,
    Path((_, teammate)): Path<(String, Id<Teammate>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let removed = Membership::remove(teammate, &here.actor, &mut tx).await;
    if removed.is_ok() && teammate == here.teammate.id {
        tx.commit().await?;
        return Ok(Go::to("/").saying("team-left").with("name", here.brand.name.as_str()).into_response());
    }
    changed_team(&here, removed.map(drop), tx, "team-removed").await
}

/// Back to the team: what was done, or why it can't be.
async fn changed_team(
    here: &InBrand,
    done: Result<(), MembershipError>,
    tx: Tx,
    said: &str,
) -> Result<Response, Refusal> {
    let key = match done {
        Ok(()) => {
            tx.commit().await?;
            return Ok(here.go("settings/team").saying(said).into_response());
        }
        Err(MembershipError::LastOwner) => "team-last-owner",
        Err(MembershipError::ForOwnersOnly) => "team-for-owners-only",
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    let mut form = Form::filled([("role", "community_manager")]);
    form.refuse("", here.words().t(key));
    let mut tx = here.read().await?;
    Ok(here.refused(&TeamPage::load(here, form, &mut tx).await?))
}

impl From<MembershipError> for Refusal {
    fn from(error: MembershipError) -> Self {
        match error {
            MembershipError::NotAMember => Refusal::NotFound,
            MembershipError::LastOwner => Refusal::Stale,
            MembershipError::Database(error) => error.into(),
            MembershipError::NotAllowed(_) | MembershipError::ForOwnersOnly => Refusal::NotAllowed,
        }
    }
}

impl From<InviteError> for Refusal {
    fn from(error: InviteError) -> Self {
        match error {
            InviteError::NotFound => Refusal::NotFound,
            InviteError::AlreadyAMember => Refusal::Stale,
            InviteError::Database(error) => error.into(),
            InviteError::NotAllowed(_) | InviteError::ForOwnersOnly | InviteError::NotATeammate => {
                Refusal::NotAllowed
            }
        }
    }
}

/// The team of a brand.
pub struct TeamPage {
    team: Vec<Line>,
    waiting: Vec<Waiting>,
    fresh: Option<Fresh>,
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
struct Fresh {
    email: String,
    link: String,
    by_mail: bool,
}

impl TeamPage {
    async fn load(here: &InBrand, form: Form, tx: &mut Tx) -> Result<Self, Refusal> {
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
        let waiting = Waiting { id: "1".to_owned(), email: "karim@exemple.fr".to_owned(), role: Role::Expert, until };
        let fresh = Fresh {
            email: "karim@exemple.fr".to_owned(),
            link: "https://parvis.example/invitations/abc".to_owned(),
            by_mail: true,
        };
        let form = Form::filled([("role", "community_manager")]);
        let full = vec![line("Louise Moreau", Role::Owner), line("Inès Belkacem", Role::CommunityManager)];
        vec![
            Self { team: full.clone(), waiting: vec![waiting], fresh: Some(fresh), form: form.clone() },
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
    notice(Tone::Success, &title, html! { p { (words.t("team-link-once")) } (secret(words, &fresh.link)) })
}

fn roles(words: &Words, mine: Option<Role>) -> Vec<(String, String)> {
    let given = |role: &&Role| **role != Role::Owner || mine == Some(Role::Owner);
    Role::ALL.iter().filter(given).map(|role| (role.as_str().to_owned(), words.role(*role))).collect()
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
                                        (words.role(one.role))
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
