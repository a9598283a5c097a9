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
    take(&house, &visitor, &token, form, Word::Answer).await
}

/// Can't, and may name another.
pub async fn decline(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    take(&house, &visitor, &token, form, Word::Decline).await
}

/// Misses something.
pub async fn miss(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    take(&house, &visitor, &token, form, Word::Miss).await
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

/// What an expert sends back.
#[derive(Clone, Copy)]
enum Word {
    Answer,
    Decline,
    Miss,
}

impl Word {
    /// The field it is written in, and what is said once it is taken.
    fn field_and_thanks(self) -> (&'static str, &'static str) {
        match self {
            Self::Answer => ("answer", "escalation-guest-thanks"),
            Self::Decline => ("why", "escalation-guest-declined"),
            Self::Miss => ("missing", "escalation-guest-missed"),
        }
    }

    async fn tell(
        self,
        opened: &Opened,
        form: &Form,
        tx: &mut database::Tx,
    ) -> Result<(), EscalationError> {
        let words = form.get(self.field_and_thanks().0);
        let short = |name: &str| form.get(name).trim().chars().take(254).collect::<String>();
        match self {
            Self::Answer => opened.answer(words, tx).await,
            Self::Decline => {
                let instead = (short("instead-name"), short("instead-email"));
                opened.decline(words, Some(instead), tx).await.map(drop)
            }
            Self::Miss => opened.miss(words, tx).await,
        }
    }
}

async fn take(
    house: &House,
    visitor: &Visitor,
    token: &str,
    mut form: Form,
    word: Word,
) -> Result<Response, Refusal> {
    let opened = match door(house, visitor, token, &form).await? {
        Door::Open(opened) => *opened,
        Door::Shut(response) => return Ok(response),
    };
    let (field, thanks) = word.field_and_thanks();
    let mut tx = house.database().begin().await?;
    if let Err(error) = word.tell(&opened, &form, &mut tx).await {
        drop(tx);
        let over = matches!(error, EscalationError::Over);
        let stage = if over { Stage::Over } else { Stage::Open };
        let (frame, mut page) = page(house, visitor, token, opened, stage, Form::empty()).await?;
        if !over {
            refuse(&mut form, field, error, &frame.words)?;
        }
        page.form = form;
        return Ok(guest::show(&frame, StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    tx.commit().await?;
    Ok(guest::private(Go::to(base(token)).saying(thanks)))
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
