use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{PhaseName, Step, StepEdit, phases};
use strategy::Format;

use super::samples;
use super::wording::{of, offset, refuse};
use crate::areas::posts::problems;
use crate::parts::{
    Field, Select, crumbs, csrf, error_summary, one_button, page_header_under, submit,
};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The path of a step.
pub(super) type Place = Path<(String, Id<Campaign>, Id<Step>)>;

/// A new step.
pub async fn get_new(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut tx = here.read().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let phase = phases(campaign.kind)[0];
    let form = Form::filled([("days", "0"), ("time", "09:00"), ("phase", phase.as_str())]);
    Ok(here.show(&StepPage { campaign, step: None, form }))
}

/// Adds it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    if let Some(edit) = read(&mut form, &words) {
        match campaign.add_step(edit, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                let to = here.go(&format!("campaigns/{id}"));
                return Ok(to.saying("campaigns-step-added").into_response());
            }
            Err(error) => refuse(error, &mut form, &words)?,
        }
    }
    Ok(here.refused(&StepPage { campaign, step: None, form }))
}

/// A step's form.
pub async fn get(here: InBrand, Path((_brand, id, step)): Place) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut tx = here.read().await?;
    let (campaign, step) = load(&here, id, step, &mut tx).await?;
    let form = filled(&step);
    Ok(here.show(&StepPage { campaign, step: Some(step), form }))
}

/// Changes it.
pub async fn post_edit(
    here: InBrand,
    Path((_brand, id, step)): Place,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let (campaign, step) = load(&here, id, step, &mut tx).await?;
    if let Some(edit) = read(&mut form, &words) {
        match campaign.edit_step(step.id, edit, &here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                let to = here.go(&format!("campaigns/{id}"));
                return Ok(to.saying("campaigns-step-changed").into_response());
            }
            Err(error) => refuse(error, &mut form, &words)?,
        }
    }
    Ok(here.refused(&StepPage { campaign, step: Some(step), form }))
}

/// Makes its draft, for every channel that works, and opens it.
pub async fn prepare(here: InBrand, Path((_brand, id, step)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let (campaign, step) = load(&here, id, step, &mut tx).await?;
    // To members first: whoever prepares it chooses where members alone read.
    let channels: Vec<Id<Channel>> = if step.phase == PhaseName::Members {
        Vec::new()
    } else {
        let all = Channel::for_posts(&here.actor, &mut tx).await.map_err(problems::of_channel)?;
        all.into_iter().map(|channel| channel.id).collect()
    };
    let post = campaign.prepare_step(step.id, &channels, &here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/{post}")).into_response())
}

/// Brings its post to the plan's time.
pub async fn bring(here: InBrand, Path((_brand, id, step)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let (campaign, step) = load(&here, id, step, &mut tx).await?;
    super::plan::brought(&here, &campaign, &[step.id], tx).await
}

/// Takes it out of the plan, with a way back.
pub async fn remove(here: InBrand, Path((_brand, id, step)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let (campaign, step) = load(&here, id, step, &mut tx).await?;
    campaign.remove_step(step.id, true, &here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    let back = here.url(&format!("campaigns/{id}/steps/{}/removal/end", step.id));
    let to = here.go(&format!("campaigns/{id}"));
    Ok(to.saying("campaigns-step-removed").undo(back).into_response())
}

/// Puts it back.
pub async fn restore(here: InBrand, Path((_brand, id, step)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    campaign.remove_step(step, false, &here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    Ok(here.go(&format!("campaigns/{id}")).saying("campaigns-step-restored").into_response())
}

async fn load(
    here: &InBrand,
    id: Id<Campaign>,
    step: Id<Step>,
    tx: &mut database::Tx,
) -> Result<(Campaign, Step), Refusal> {
    let campaign = Campaign::load(id, &here.actor, tx).await.map_err(of)?;
    let steps = campaign.steps(&here.actor, tx).await.map_err(of)?;
    let step = steps.into_iter().find(|one| one.id == step).ok_or(Refusal::NotFound)?;
    Ok((campaign, step))
}

fn read(form: &mut Form, words: &Words) -> Option<StepEdit> {
    let days = form.check("days", form.get("days").trim().parse::<i64>(), |_| {
        words.t("campaigns-problem-step-time")
    });
    let time = form.get("time").trim().parse::<jiff::civil::Time>();
    let time = form.check("time", time, |_| words.t("campaigns-problem-time"));
    let phase = form.check("phase", form.get("phase").parse::<PhaseName>(), |_| {
        words.t("campaigns-problem-phase")
    });
    let (days, time, phase) = (days?, time?, phase?);
    let minute = i64::from(time.hour()) * 60 + i64::from(time.minute());
    let format = form.get("format").parse::<Format>().ok();
    let (brief, opening) = (form.get("brief").to_owned(), form.get("opening").to_owned());
    Some(StepEdit { phase, days, minute, brief, opening, format })
}

fn filled(step: &Step) -> Form {
    Form::empty()
        .with("phase", step.phase.as_str())
        .with("days", step.days.to_string())
        .with("time", format!("{:02}:{:02}", step.minute / 60, step.minute % 60))
        .with("brief", &step.brief)
        .with("opening", &step.opening)
        .with("format", step.format.map(Format::as_str).unwrap_or_default())
}

/// « A step of the plan. »
pub struct StepPage {
    campaign: Campaign,
    step: Option<Step>,
    form: Form,
}

impl Page for StepPage {
    fn samples() -> Vec<Self> {
        let campaign = samples::campaigns().remove(0);
        let step = samples::steps().remove(0);
        let mut refused = filled(&step);
        for field in ["days", "time", "brief"] {
            refused.refuse(field, "…");
        }
        vec![
            Self { campaign: campaign.clone(), step: None, form: filled(&step) },
            Self { campaign: campaign.clone(), form: filled(&step), step: Some(step.clone()) },
            Self { campaign, step: Some(step), form: refused },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        match &self.step {
            Some(step) => words
                .tn("campaigns-step-title", crate::words::args![name => offset(words, step.days)]),
            None => words.t("campaigns-step-new"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("campaigns", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let own = frame.url(&format!("campaigns/{}", self.campaign.id));
        let above = crumbs(
            frame,
            &[(&words.t("campaigns-title"), &frame.url("campaigns")), (&self.campaign.name, &own)],
        );
        let action = match &self.step {
            Some(step) => format!("{own}/steps/{}", step.id),
            None => format!("{own}/steps"),
        };
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("campaigns-step-lead")) }, html! {}))
            form.form.card method="post" action=(action) {
                (csrf(frame))
                (error_summary(words, &self.form))
                (self.fields(words))
                div.form-actions { (submit(&words.t("campaigns-save"), "button-primary")) }
            }
            @if let Some(step) = &self.step {
                div.row.below { (one_button(frame, &format!("{own}/steps/{}/removal", step.id), &words.t("campaigns-step-remove"), "button-quiet")) }
            }
        }
    }
}

impl StepPage {
    fn fields(&self, words: &Words) -> Markup {
        let phases = phases(self.campaign.kind)
            .map(|phase| (phase.as_str(), words.t(&format!("campaigns-phase-{phase}"))));
        let formats = Format::ALL
            .iter()
            .map(|format| (format.as_str(), words.t(&format!("mix-format-{format}"))));
        let any = std::iter::once(("", words.t("campaigns-format-open")));
        html! {
            (Select::new(&self.form, "phase", &words.t("campaigns-phase"), phases))
            div.fields-inline {
                (Field::new(&self.form, "days", &words.t("campaigns-step-days")).kind("number").hint(words.t("campaigns-step-days-hint")).with("min", "-366").with("max", "366"))
                (Field::new(&self.form, "time", &words.t("campaigns-step-time")).kind("time"))
            }
            (Field::new(&self.form, "brief", &words.t("campaigns-step-brief")).hint(words.t("campaigns-step-brief-hint")).lines(3))
            (Field::new(&self.form, "opening", &words.t("campaigns-step-opening")).hint(words.t("campaigns-step-opening-hint")).lines(4))
            (Select::new(&self.form, "format", &words.t("campaigns-step-format"), any.chain(formats)))
        }
    }
}

page_samples!(StepPage);
