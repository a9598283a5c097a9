//! Who works in the brand: roles, invitations.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use jobs::Enqueue;
use platform::field::Email;
use platform::invitation::{Invitation, InviteError};
use platform::mail::{Mailer, SendMail};
use platform::membership::{Membership, MembershipError};
use platform::{Right, Role, Secret, Teammate};
use primitives::Id;

use super::team_page::{Fresh, TeamPage};
use crate::words::{Worded, Words, args};
use crate::{Form, Go, InBrand, Refusal};

/// Shows the team.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageTeam)?;
    let mut tx = here.read().await?;
    let page =
        TeamPage::load(&here, Form::filled([("role", "community_manager")]), &mut tx).await?;
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
    let by_mail = here.house.mailer.as_ref().is_some_and(Mailer::is_set);
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
        text: words.tn(
            "team-letter-text",
            args![name => name, brand => brand, link => link, until => until],
        ),
        html: None,
        reply_to: None,
        message_id: None,
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
        return Ok(Go::to("/")
            .saying("team-left")
            .with("name", here.brand.name.as_str())
            .into_response());
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
