//! The page of a letter's link: one question, for someone without an account. Looking changes
//! nothing: programs that guard letter boxes look too.

use axum::extract::{Path, State};
use axum::response::Response;
use conversations::escalation::{EscalationError, Opened, Through};
use http::StatusCode;
use platform::{Brand, Secret};

use super::guest_view::{GuestPage, Stage};
use super::shown::refuse;
use crate::flash::Go;
use crate::security::Visitor;
use crate::{Form, Frame, House, Refusal, guest};

/// The question, or a word for who comes too late.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let through = open(&house, &visitor, &token).await?;
    let (stage, opened) = match through {
        Through::Open(opened) => (Stage::Open, opened),
        Through::Expired(opened) => (Stage::Expired, opened),
        Through::Over(opened) => (Stage::Over, opened),
    };
    let (frame, page) = page(&house, &visitor, &token, *opened, stage, Form::empty()).await?;
    Ok(guest::show(&frame, StatusCode::OK, &page))
}

/// Answers, or corrects the answer.
pub async fn answer(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let opened = match door(&house, &visitor, &token, &form).await? {
        Door::Open(opened) => *opened,
        Door::Shut(response) => return Ok(response),
    };
    let mut tx = house.database().begin().await?;
    let done = opened.answer(form.get("answer"), &mut tx).await;
    let said = ("answer", "escalation-guest-thanks");
    finish(&house, &visitor, &token, opened, form, said, done, tx).await
}

/// Can't, and may name another.
pub async fn decline(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let opened = match door(&house, &visitor, &token, &form).await? {
        Door::Open(opened) => *opened,
        Door::Shut(response) => return Ok(response),
    };
    let short = |name: &str| form.get(name).trim().chars().take(254).collect::<String>();
    let instead = (short("instead-name"), short("instead-email"));
    let mut tx = house.database().begin().await?;
    let done = opened.decline(form.get("why"), Some(instead), &mut tx).await.map(drop);
    let said = ("why", "escalation-guest-declined");
    finish(&house, &visitor, &token, opened, form, said, done, tx).await
}

/// Misses something.
pub async fn miss(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    let opened = match door(&house, &visitor, &token, &form).await? {
        Door::Open(opened) => *opened,
        Door::Shut(response) => return Ok(response),
    };
    let mut tx = house.database().begin().await?;
    let done = opened.miss(form.get("missing"), &mut tx).await;
    let said = ("missing", "escalation-guest-missed");
    finish(&house, &visitor, &token, opened, form, said, done, tx).await
}

/// Asks for a fresh link, which goes to the address that was asked and to no other.
pub async fn fresh(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let opened = match open(&house, &visitor, &token).await? {
        Through::Expired(opened) | Through::Open(opened) => opened,
        Through::Over(_) => return Err(Refusal::Stale),
    };
    house.limits.try_as(visitor.address, &format!("escalation-link:{}", opened.asked.id))?;
    let mut tx = house.database().begin().await?;
    opened.ask_fresh_link(&mut tx).await?;
    tx.commit().await?;
    Ok(guest::private(Go::to(base(&token)).saying("escalation-guest-link-sent")))
}

#[expect(clippy::too_many_arguments, reason = "the end of three forms that are alike")]
async fn finish(
    house: &House,
    visitor: &Visitor,
    token: &str,
    opened: Opened,
    mut form: Form,
    (field, said): (&'static str, &'static str),
    done: Result<(), EscalationError>,
    tx: database::Tx,
) -> Result<Response, Refusal> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(guest::private(Go::to(base(token)).saying(said)))
        }
        Err(error) => {
            drop(tx);
            let stage =
                if matches!(error, EscalationError::Over) { Stage::Over } else { Stage::Open };
            let (frame, mut page) =
                page(house, visitor, token, opened, stage, Form::empty()).await?;
            if stage == Stage::Open {
                refuse(&mut form, field, error, &frame.words)?;
            }
            page.form = form;
            Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

fn base(token: &str) -> String {
    format!("/escalation/{token}")
}

async fn open(house: &House, visitor: &Visitor, token: &str) -> Result<Through, Refusal> {
    let mut tx = house.database().read().await?;
    let through = Opened::by(&Secret::received(token), &mut tx).await?;
    through.ok_or_else(|| guest::refuse(house, visitor))
}

/// What a form finds behind its link.
enum Door {
    /// A question that may still be answered.
    Open(Box<Opened>),
    /// Nothing any more: the page says so, with what was typed.
    Shut(Response),
}

async fn door(house: &House, visitor: &Visitor, token: &str, form: &Form) -> Result<Door, Refusal> {
    let (stage, opened) = match open(house, visitor, token).await? {
        Through::Open(opened) => {
            house.limits.try_as(visitor.address, &format!("escalation:{}", opened.link.id))?;
            return Ok(Door::Open(opened));
        }
        Through::Expired(opened) => (Stage::Expired, opened),
        Through::Over(opened) => (Stage::Over, opened),
    };
    let (frame, page) = page(house, visitor, token, *opened, stage, form.clone()).await?;
    Ok(Door::Shut(guest::show(&frame, StatusCode::CONFLICT, &page)))
}

async fn page(
    house: &House,
    visitor: &Visitor,
    token: &str,
    opened: Opened,
    stage: Stage,
    form: Form,
) -> Result<(Frame, GuestPage), Refusal> {
    let mut tx = house.database().read().await?;
    let found = Brand::for_system(opened.link.brand, &mut tx).await?;
    let (brand, _) = found.ok_or(Refusal::NotFound)?;
    let frame = guest::frame(house, visitor, &brand, opened.asked.language, base(token));
    // Nothing of the conversation is shown once it is not theirs to answer any more.
    let shown = match stage {
        Stage::Open => opened.shown(&mut tx).await?,
        Stage::Expired | Stage::Over => Default::default(),
    };
    let asker = match opened.escalation.asked_by {
        Some(id) => platform::Teammate::by_id(id, &mut tx).await?,
        None => None,
    };
    let asker = asker.map_or_else(|| brand.name.to_string(), |asker| asker.name.to_string());
    let page =
        GuestPage { stage, escalation: opened.escalation, asked: opened.asked, shown, asker, form };
    Ok((frame, page))
}
