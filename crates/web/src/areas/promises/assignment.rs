//! « Who gets what comes? » And who is away.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::assignment::{
    Absence, AbsenceError, Bearing, HandOver, NewAbsence, NewRule, Rule, RuleError, Way, bearings,
    give_out_open, set_capacity, to_hand_over,
};
use conversations::{Conversation, ConversationError};
use maud::Markup;
use maud::html;
use platform::{Right, Teammate};
use primitives::Id;

use super::assignment_view as view;
use super::shown::Named;
use crate::areas::brand::settings_tabs;
use crate::parts::page_header;
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let page = AssignmentPage::load(&here).await?;
    Ok(here.show(&page))
}

/// Adds a rule.
pub async fn add_rule(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let new = NewRule {
        channel: form.get("channel").parse().ok(),
        label: form.get("label").parse().ok(),
        way: form.get("way").parse().unwrap_or(Way::InTurn),
        team: form.all("team").filter_map(|id| id.parse().ok()).collect(),
    };
    let mut tx = here.begin().await?;
    match Rule::add(new, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            return Ok(here
                .go("settings/assignment")
                .saying("promises-rule-added")
                .into_response());
        }
        Err(error) => refuse_rule(&mut form, error, here.words())?,
    }
    drop(tx);
    let mut page = AssignmentPage::load(&here).await?;
    page.rule = form;
    Ok(here.refused(&page))
}

fn refuse_rule(form: &mut Form, error: RuleError, words: &Words) -> Result<(), Refusal> {
    let key = match error {
        RuleError::Nobody => "promises-rule-nobody",
        RuleError::NotOfTeam => "promises-rule-not-of-team",
        RuleError::TooMany => "promises-too-many",
        error => return Err(error.into()),
    };
    form.refuse("team", words.t(key));
    Ok(())
}

/// Takes a rule away.
pub async fn remove_rule(
    here: InBrand,
    Path((_, rule)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Rule::remove(rule, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/assignment").saying("promises-rule-removed").into_response())
}

/// Lets the rules give out what waits already.
pub async fn give_out(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let count = give_out_open(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go("settings/assignment").saying("promises-given-out");
    Ok(go.with("count", count.to_string()).into_response())
}

/// Says how much each bears.
pub async fn capacities(here: InBrand, form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.begin().await?;
    let mut given = Vec::new();
    for bearing in bearings(&here.actor, &mut tx).await? {
        let text = form.get(&format!("most-{}", bearing.teammate)).trim().to_owned();
        let most = match text.is_empty() {
            true => Ok(None),
            false => text.parse::<i64>().map(Some),
        };
        given.push((bearing, most));
    }
    for (bearing, most) in given {
        let set = match most {
            Ok(most) if most == bearing.most => continue,
            Ok(most) => set_capacity(bearing.teammate, most, &here.actor, &mut tx).await,
            Err(_) => Err(RuleError::BadCapacity),
        };
        match set {
            Ok(()) => {}
            Err(RuleError::BadCapacity) => {
                drop(tx);
                let mut page = AssignmentPage::load(&here).await?;
                page.capacity.refuse("most", here.words().t("promises-bad-capacity"));
                return Ok(here.refused(&page));
            }
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(here.go("settings/assignment").saying("promises-capacities-saved").into_response())
}

/// Says that someone is away.
pub async fn add_absence(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    if let Some(new) = read_absence(&mut form, here.teammate.id, &words) {
        let mut tx = here.begin().await?;
        let refused = match Absence::add(new, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                let go = here.go("settings/assignment").saying("promises-absence-added");
                return Ok(go.into_response());
            }
            Err(AbsenceError::Backwards) => ("until", "promises-day-backwards"),
            Err(AbsenceError::NoteTooLong) => ("note", "promises-note-too-long"),
            Err(error) => return Err(error.into()),
        };
        form.refuse(refused.0, words.t(refused.1));
    }
    let mut page = AssignmentPage::load(&here).await?;
    page.absence = form;
    Ok(here.refused(&page))
}

fn read_absence(form: &mut Form, own: Id<Teammate>, words: &Words) -> Option<NewAbsence> {
    let from = form.get("from").trim().parse();
    let from = form.check("from", from, |_| words.t("promises-day-needed"));
    let until = form.get("until").trim().parse();
    let until = form.check("until", until, |_| words.t("promises-day-needed"));
    let teammate = form.get("teammate").parse().unwrap_or(own);
    Some(NewAbsence { teammate, from: from?, until: until?, note: form.get("note").to_owned() })
}

/// Says that they are back.
pub async fn remove_absence(
    here: InBrand,
    Path((_, absence)): Path<(String, Id<Absence>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Absence::remove(absence, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/assignment").saying("promises-absence-removed").into_response())
}

/// Gives what someone who is away left to another.
pub async fn hand_over(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Conversation>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let to = form.get("to").parse().ok();
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    match conversation.assign(to, &here.actor, &mut tx).await {
        Ok(_) => tx.commit().await?,
        Err(ConversationError::NoSuchTeammate) => return Err(Refusal::Stale),
        Err(error) => return Err(error.into()),
    }
    Ok(here.go("settings/assignment").saying("promises-handed-over").into_response())
}

/// Rules, what each bears, who is away.
pub struct AssignmentPage {
    pub(super) rules: Vec<Rule>,
    pub(super) bearings: Vec<Bearing>,
    pub(super) absences: Vec<Absence>,
    pub(super) left: Vec<HandOver>,
    pub(super) named: Named,
    pub(super) me: String,
    pub(super) rule: Form,
    pub(super) capacity: Form,
    pub(super) absence: Form,
}

impl AssignmentPage {
    async fn load(here: &InBrand) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let me = here.teammate.id.to_string();
        Ok(Self {
            rules: Rule::all(&here.actor, &mut tx).await?,
            bearings: bearings(&here.actor, &mut tx).await?,
            absences: Absence::all(&here.actor, &mut tx).await?,
            left: to_hand_over(&here.actor, &mut tx).await?,
            named: Named::load(here, &mut tx).await?,
            rule: Form::filled([("way", "in_turn")]),
            capacity: Form::empty(),
            absence: Form::filled([("teammate", me.as_str())]),
            me,
        })
    }
}

impl Page for AssignmentPage {
    fn samples() -> Vec<Self> {
        view::samples()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-assignment-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-assignment-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/assignment"))
                (view::left(frame, self))
                (view::rules(frame, self))
                (view::bearings(frame, self))
                (view::absences(frame, self))
            }
        }
    }
}

page_samples!(AssignmentPage);
