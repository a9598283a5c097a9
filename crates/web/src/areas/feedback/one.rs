//! One case: what is done about it.

mod page;
mod parts;
mod samples;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::feedback::{Case, CaseFilter, CaseState, Category, FeedbackError, Told};
use primitives::Id;

use crate::{Form, InBrand, Refusal};
use page::CasePage;

type OfCase = Path<(String, Id<Case>)>;
type OfDraft = Path<(String, Id<Case>, Id<Told>)>;

/// The case.
pub async fn get(here: InBrand, Path((_brand, id)): OfCase) -> Result<Response, Refusal> {
    let page = page(&here, id, Form::empty()).await?;
    if let Some(into) = page.case.merged_into {
        return Ok(here.go(&format!("feedback/{into}")).into_response());
    }
    Ok(here.show(&page))
}

async fn page(here: &InBrand, id: Id<Case>, form: Form) -> Result<CasePage, Refusal> {
    let mut tx = here.read().await?;
    let actor = &here.actor;
    let case = Case::load(id, actor, &mut tx).await?;
    let open = CaseFilter { limit: 200, category: Some(case.category), ..CaseFilter::default() };
    let others = Case::list(&open, actor, &mut tx).await?.cases;
    let others = others.into_iter().filter(|one| one.id != id).map(|one| (one.id, one.title));
    Ok(CasePage {
        sources: case.sources(actor, &mut tx).await?,
        course: case.course(actor, &mut tx).await?,
        told: case.told(actor, &mut tx).await?,
        categories: Category::all(actor, &mut tx).await?,
        others: others.collect(),
        now: tx.now(),
        case,
        form,
        wrong: None,
    })
}

/// Moves it on.
pub async fn step(
    here: InBrand,
    Path((_brand, id)): OfCase,
    mut form: Form,
) -> Result<Response, Refusal> {
    let to: CaseState = form.get("state").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    match case.advance(to, form.get("reason"), &here.actor, &mut tx).await {
        Ok(_) => tx.commit().await?,
        Err(FeedbackError::ReasonMissing) => {
            drop(tx);
            form.refuse("reason", here.words().t("feedback-reason-missing"));
            return Ok(here.refused(&page(&here, id, form).await?));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-moved").into_response())
}

/// Puts it in another category.
pub async fn category(
    here: InBrand,
    Path((_brand, id)): OfCase,
    form: Form,
) -> Result<Response, Refusal> {
    let to = form.get("category").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.recategorise(to, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-recategorised").into_response())
}

/// Takes in the people of another.
pub async fn merge(
    here: InBrand,
    Path((_brand, id)): OfCase,
    form: Form,
) -> Result<Response, Refusal> {
    let other = form.get("other").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.merge(other, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-merged").into_response())
}

/// Sends what waited for a look.
pub async fn send(
    here: InBrand,
    Path((_brand, id, draft)): OfDraft,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    match case.send_draft(draft, form.get("words"), &here.actor, &mut tx).await {
        Ok(()) => tx.commit().await?,
        Err(FeedbackError::NotSendable) => {
            drop(tx);
            form.refuse("words", here.words().t("feedback-not-sendable"));
            let page = CasePage { wrong: Some(draft), ..page(&here, id, form).await? };
            return Ok(here.refused(&page));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-sent").into_response())
}

/// Sets it aside.
pub async fn drop_draft(
    here: InBrand,
    Path((_brand, id, draft)): OfDraft,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let case = Case::load(id, &here.actor, &mut tx).await?;
    case.drop_draft(draft, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("feedback/{id}")).saying("feedback-dropped").into_response())
}
