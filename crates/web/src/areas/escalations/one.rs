//! One question: where it stands, who is asked, what was said.

use axum::extract::Path;
use axum::response::Response;
use conversations::Conversation;
use conversations::escalation::{
    Asked, AskedState, Context, Escalation, EscalationState, Expert, Happened, Shown, Via, What,
};
use conversations::hours::Hours;
use jiff::Timestamp;
use platform::Teammate;
use platform::membership::Membership;
use primitives::{Id, Language};

use super::ask::deadlines;
use super::one_view::EscalationPage;
use crate::{Form, InBrand, Refusal};

/// Where pages of one question are.
pub type Place = Path<(String, Id<Escalation>)>;

/// What the page of one question shows.
pub struct Facts {
    /// The question.
    pub escalation: Escalation,
    /// Whom the conversation is with.
    pub person: String,
    /// Its course.
    pub course: Vec<Happened>,
    /// What those who are asked see.
    pub shown: Shown,
    /// The line of the one who looks, when they are asked.
    pub own: Option<Id<Asked>>,
    /// Whether its holding reply may still go out.
    pub may_hold: bool,
    /// The address book.
    pub experts: Vec<(Expert, bool)>,
    /// The team.
    pub team: Vec<(Id<Teammate>, String)>,
    /// Deadlines at hand.
    pub deadlines: Vec<(&'static str, Timestamp)>,
    /// Whether the brand has opening hours.
    pub has_hours: bool,
    /// Today, where the brand is.
    pub today: jiff::civil::Date,
    /// Whether letters can be sent.
    pub letters: bool,
    /// A link to be handed over, just made: for whom, and its address.
    pub link: Option<(String, String)>,
}

/// The page.
pub async fn get(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    let facts = load(&here, id).await?;
    Ok(here.show(&EscalationPage { facts, form: Form::empty() }))
}

/// Reads it.
pub async fn load(here: &InBrand, id: Id<Escalation>) -> Result<Facts, Refusal> {
    let mut tx = here.read().await?;
    let (actor, tx) = (&here.actor, &mut tx);
    let escalation = Escalation::load(id, actor, tx).await?;
    let conversation = Conversation::load(escalation.conversation, actor, tx).await?;
    let person = conversation.person(tx).await?.map(|person| person.name).unwrap_or_default();
    let hours = Hours::of(actor, tx).await?;
    let experts = Expert::all(actor, tx).await?;
    let team = Membership::of_brand(actor, tx).await.map_err(Refusal::fault)?;
    let asked = |email: &str| {
        let live =
            |one: &&Asked| !matches!(one.state, AskedState::Withdrawn | AskedState::Declined);
        escalation.asked.iter().filter(live).any(|one| one.email.eq_ignore_ascii_case(email))
    };
    Ok(Facts {
        person,
        course: escalation.course(actor, tx).await?,
        shown: escalation.shown(tx).await?,
        own: escalation.own(actor).map(|asked| asked.id),
        may_hold: escalation.holding.is_none() && !conversation.kind.is_reactions(),
        experts: experts
            .into_iter()
            .filter(|expert| !asked(&expert.email))
            .map(|expert| (expert, false))
            .collect(),
        team: team
            .into_iter()
            .filter(|member| {
                !asked(member.email.as_str()) && Some(member.teammate) != actor.teammate_id()
            })
            .map(|member| (member.teammate, member.name.to_string()))
            .collect(),
        deadlines: deadlines(&hours, tx.now()),
        has_hours: !hours.is_always(),
        today: tx.now().to_zoned(hours.zone().clone()).date(),
        letters: here.house.mailer.as_ref().is_some_and(|mailer| mailer.is_set()),
        link: None,
        escalation,
    })
}

/// Questions made up, for the samples of pages: one awaited and late, one answered, one refused,
/// one that is over.
pub fn sample() -> Vec<Escalation> {
    let id = |n: u128| uuid::Uuid::from_u128(n);
    let at = |text: &str| -> Timestamp { text.parse().unwrap_or_default() };
    let asked = |n: u128, state: AskedState| {
        Asked {
        id: Id::from_uuid(id(20 + n)),
        escalation: Id::from_uuid(id(n)),
        expert: Some(Id::from_uuid(id(30))),
        teammate: None,
        name: "Anna Bérard".to_owned(),
        email: "anna@labo.example".to_owned(),
        language: Language::Fr,
        state,
        asked_at: at("2026-11-23T08:00:00Z"),
        due_at: at("2026-11-23T12:00:00Z"),
        late_told_at: (state == AskedState::Waiting).then(|| at("2026-11-23T12:00:00Z")),
        first_answered_at: None,
        answered_at: (state == AskedState::Answered).then(|| at("2026-11-23T11:00:00Z")),
        via: (state == AskedState::Answered).then_some(Via::Mail),
        answer: match state {
            AskedState::Answered | AskedState::Used => {
                "Non, mais des traces sont possibles\u{a0}: nous travaillons le sésame dans le même atelier.".to_owned()
            }
            _ => String::new(),
        },
        letter: (state == AskedState::Answered).then(|| "Non…\n> La question".to_owned()),
        answered_from: (state == AskedState::Answered).then(|| "anna@perso.example".to_owned()),
        why: match state {
            AskedState::Declined => "Ce n’est pas mon domaine.".to_owned(),
            AskedState::More => "Avec quelle farine\u{202f}?".to_owned(),
            _ => String::new(),
        },
        instead: (state == AskedState::Declined)
            .then(|| ("Bruno".to_owned(), "bruno@moulin.example".to_owned())),
    }
    };
    let one = |n: u128, state: EscalationState, who: AskedState| Escalation {
        id: Id::from_uuid(id(n)),
        brand: Id::from_uuid(id(40)),
        conversation: Id::from_uuid(id(41)),
        question: "Y a-t-il du sésame dans la tradition\u{202f}?".to_owned(),
        context: Context::Thread,
        with_notes: n == 1,
        context_until: at("2026-11-23T08:00:00Z"),
        state,
        asked_by: None,
        asked_at: at("2026-11-23T08:00:00Z"),
        due_at: at("2026-11-23T12:00:00Z"),
        holding: None,
        closed_at: (!state.is_open()).then(|| at("2026-11-23T13:00:00Z")),
        asked: vec![asked(n, who)],
    };
    vec![
        one(1, EscalationState::Waiting, AskedState::Waiting),
        one(2, EscalationState::Answered, AskedState::Answered),
        one(3, EscalationState::Refused, AskedState::Declined),
        one(4, EscalationState::More, AskedState::More),
        one(5, EscalationState::Done, AskedState::Used),
    ]
}

/// A course made up.
pub fn sample_course() -> Vec<Happened> {
    let at = |text: &str| -> Timestamp { text.parse().unwrap_or_default() };
    let one = |what: What, words: &str, when: &str| Happened {
        escalation: Id::from_uuid(uuid::Uuid::from_u128(1)),
        what,
        by: Some("Louise Moreau".to_owned()),
        name: "Anna Bérard".to_owned(),
        words: words.to_owned(),
        at: at(when),
    };
    What::ALL
        .iter()
        .enumerate()
        .map(|(minute, what)| {
            let words = match what {
                What::Extended => "2026-11-24T09:00:00Z",
                What::Asked | What::Late | What::Reminded => "",
                _ => "Farine de meule.",
            };
            one(*what, words, &format!("2026-11-23T08:{minute:02}:00Z"))
        })
        .collect()
}
