//! Moderation: rules, the review queue, decisions.

use axum::Json;
use axum::response::Response;
use conversations::moderation::{
    Action, Because, Case, Condition, Decision, Joined, NewGround, NewRule, NewRuling, NewSanction,
    Reached, Rule, RuleError, Ruling, RulingError, SanctionKind, Why,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, Ident, Input, Kind, Listing, Moment, Params, Problem, limit, word,
};

word! {
    /// What becomes of a message.
    DecisionWord(Decision);
    /// How far a decision got at the network.
    ReachedWord(Reached);
    /// What an author may not do.
    SanctionWord(SanctionKind);
    /// Why a message waits for a person.
    WaitsBecauseWord(Because);
    /// How conditions go together.
    JoinedWord(Joined);
}

/// What a rule says. Conditions and actions are objects with a `what` and a `do`, each kind once.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ModerationRuleEdit, example = json!({
    "name": "Insultes", "joined": "all", "active": false,
    "conditions": [{ "what": "words", "lines": "abruti*\nimbécile" }],
    "actions": [{ "do": "hide" }, { "do": "ask" }],
    "ground": { "by": "law", "law": "insult" }, "reason": "Une insulte envers l’équipe."
}))]
pub struct RuleInput {
    #[schema(example = "Insultes")]
    name: String,
    /// Whether it is applied to what comes.
    #[serde(default)]
    active: bool,
    #[schema(inline)]
    joined: JoinedWord,
    /// `words` (`lines`), `pattern`, `links` (`hosts`), `language` (`tags`), `feeling` (`tone`,
    /// `sure`), `harm` (`kinds`, `sure`), `spam` (`sure`), `first_message`, `rulings` (`least`),
    /// `regular` (`messages`, `days`), `flood` (`least`), `channel` (`channels`), `kind` (`kinds`),
    /// `time` (`days`, `from`, `until`); `not` turns one round.
    #[schema(value_type = Vec<Object>)]
    conditions: Vec<Condition>,
    /// `label` (`label`), `assign` (`to`), `priority` (`priority`), `hide`, `delete`, `ask`,
    /// `reply` (`saved`, `send`), `resolve`.
    #[schema(value_type = Vec<Object>)]
    actions: Vec<Action>,
    /// Whether rules after it are left aside when it applies.
    #[serde(default)]
    stops: bool,
    /// What hiding or deleting rests on: `{"by": "law", "law": "insult"}` or
    /// `{"by": "clause", "clause": "…"}`.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    ground: Option<NewGround>,
    /// The facts, as the author reads them.
    #[serde(default)]
    reason: String,
    /// Whether the author is sent the statement of reasons where the network allows it.
    #[serde(default)]
    tells: bool,
}

/// A rule of the brand.
#[derive(Serialize, ToSchema)]
#[schema(as = ModerationRule)]
pub struct RuleBody {
    id: Ident,
    #[serde(flatten)]
    says: RuleInput,
}

impl From<Rule> for RuleBody {
    fn from(rule: Rule) -> Self {
        let says = rule.says;
        Self {
            id: rule.id.into(),
            says: RuleInput {
                name: says.name,
                active: rule.active,
                joined: says.joined.into(),
                conditions: says.conditions,
                actions: says.actions,
                stops: says.stops,
                ground: says.ground,
                reason: says.reason,
                tells: says.tells,
            },
        }
    }
}

impl RuleInput {
    fn read(self) -> (NewRule, bool) {
        let says = NewRule {
            name: self.name,
            joined: self.joined.0,
            conditions: self.conditions,
            actions: self.actions,
            stops: self.stops,
            ground: self.ground,
            reason: self.reason,
            tells: self.tells,
        };
        (says, self.active)
    }
}

impl From<RuleError> for Problem {
    fn from(error: RuleError) -> Self {
        use RuleError as E;
        match error {
            E::BadName => Problem::field("name", "empty"),
            E::NoCondition => Problem::field("conditions", "empty"),
            E::NoAction => Problem::field("actions", "empty"),
            E::NoGround => Problem::field("ground", "missing"),
            E::TooMany => Problem::field("name", "too_many_rules"),
            E::Pattern(_) | E::Words | E::Host(_) | E::Choice(_) | E::Number(_) | E::Time => {
                Problem::field("conditions", "not_a_rule")
            }
            E::Twice | E::Unknown(_) | E::TooLong => Problem::field("actions", "not_a_rule"),
            error => crate::Refusal::from(error).into(),
        }
    }
}

impl From<RulingError> for Problem {
    fn from(error: RulingError) -> Self {
        use RulingError as E;
        match error {
            E::Decided | E::NotOffered | E::ChannelGone => Problem::new(Kind::State),
            E::NoGround => Problem::field("ground", "missing"),
            E::NoReason => Problem::field("reason", "empty"),
            E::TooLong => Problem::field("reason", "not_a_rule"),
            E::BadSanction => Problem::field("sanction", "not_a_rule"),
            error => crate::Refusal::from(error).into(),
        }
    }
}

/// The rules of moderation, in the order in which they are tried
#[utoipa::path(get, path = "/api/v1/moderation/rules", operation_id = "moderation_rules", tag = "moderation",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "All of them", body = Listing<RuleBody>)))]
pub async fn rules(caller: Caller) -> Result<Json<Listing<RuleBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Rule::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(RuleBody::from))))
}

/// Add a rule of moderation, after those that are there
#[utoipa::path(post, path = "/api/v1/moderation/rules", operation_id = "moderation_rule_add", tag = "moderation",
    security(("token" = ["brand:write"])), request_body = RuleInput,
    responses((status = 201, description = "The rule", body = RuleBody)))]
pub async fn add_rule(caller: Caller, Input(new): Input<RuleInput>) -> Result<Response, Problem> {
    let (says, active) = new.read();
    let mut tx = caller.begin().await?;
    let rule = Rule::add(says, &caller.actor, &mut tx).await?;
    let rule = Rule::turn(rule.id, active, &caller.actor, &mut tx).await?;
    caller.created(tx, &RuleBody::from(rule)).await
}

/// Have a rule of moderation say something else
#[utoipa::path(put, path = "/api/v1/moderation/rules/{rule}", operation_id = "moderation_rule_change", tag = "moderation",
    security(("token" = ["brand:write"])), params(("rule" = Ident, Path, description = "The rule")),
    request_body = RuleInput,
    responses((status = 200, description = "The rule, as it is now", body = RuleBody)))]
pub async fn change_rule(
    caller: Caller,
    At(id): At<Rule>,
    Input(new): Input<RuleInput>,
) -> Result<Response, Problem> {
    let (says, active) = new.read();
    let mut tx = caller.begin().await?;
    let rule = Rule::change(id, says, &caller.actor, &mut tx).await?;
    let rule = Rule::turn(rule.id, active, &caller.actor, &mut tx).await?;
    caller.changed(tx, &RuleBody::from(rule)).await
}

/// Take a rule of moderation away
#[utoipa::path(delete, path = "/api/v1/moderation/rules/{rule}", operation_id = "moderation_rule_remove", tag = "moderation",
    security(("token" = ["brand:write"])), params(("rule" = Ident, Path, description = "The rule")),
    responses((status = 204, description = "It is no longer applied")))]
pub async fn remove_rule(caller: Caller, At(id): At<Rule>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Rule::remove(id, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// A message that waits for a person.
#[derive(Serialize, ToSchema)]
#[schema(as = ModerationCase)]
pub struct CaseBody {
    id: Ident,
    message: Ident,
    conversation: Ident,
    channel: Ident,
    /// Its author, by the id of their identity.
    author: Option<Ident>,
    handle: Option<String>,
    text: String,
    said_at: Moment,
    because: WaitsBecauseWord,
    rule: Option<Ident>,
    /// The conditions that held, with what was found.
    #[schema(value_type = Vec<Object>)]
    why: Vec<Why>,
    opened_at: Moment,
}

impl From<Case> for CaseBody {
    fn from(case: Case) -> Self {
        Self {
            id: case.id.into(),
            message: case.message.into(),
            conversation: case.conversation.into(),
            channel: case.channel.into(),
            author: case.identity.map(Ident::from),
            handle: case.handle,
            text: case.said,
            said_at: case.said_at.into(),
            because: case.because.into(),
            rule: case.rule.map(Ident::from),
            why: case.why,
            opened_at: case.opened_at.into(),
        }
    }
}

/// How many.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Many {
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// Messages that wait for a decision, the oldest first
#[utoipa::path(get, path = "/api/v1/moderation/cases", operation_id = "moderation_cases", tag = "moderation",
    security(("token" = ["conversations:read"])), params(Many),
    responses((status = 200, description = "The review queue", body = Listing<CaseBody>)))]
pub async fn cases(
    caller: Caller,
    Params(asked): Params<Many>,
) -> Result<Json<Listing<CaseBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let mut tx = caller.read().await?;
    let all = Case::queue(limit, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(CaseBody::from))))
}

/// A decision to take.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRuling, example = json!({
    "decision": "hide", "ground": { "by": "law", "law": "insult" },
    "reason": "Une insulte envers l’équipe."
}))]
pub struct RulingInput {
    decision: DecisionWord,
    /// What its author may not do for a while.
    sanction: Option<SanctionWord>,
    /// For how many days; without end when nothing is said.
    sanction_days: Option<i64>,
    /// `{"by": "law", "law": "insult"}` or `{"by": "clause", "clause": "…"}`; needed unless the
    /// message stays and nobody is sanctioned.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    ground: Option<NewGround>,
    /// The facts, as the author reads them.
    #[serde(default)]
    reason: String,
    /// Whether the conversation is resolved.
    #[serde(default)]
    resolves: bool,
}

/// A decision.
#[derive(Serialize, ToSchema)]
#[schema(as = Ruling)]
pub struct RulingBody {
    id: Ident,
    message: Ident,
    conversation: Ident,
    author: Option<Ident>,
    handle: Option<String>,
    decision: DecisionWord,
    /// What it rests on, as it read then.
    #[schema(value_type = Option<Object>)]
    ground: Option<conversations::moderation::Ground>,
    reason: String,
    /// Taken by a rule, without a person.
    automated: bool,
    rule: Option<Ident>,
    decided_by: Option<Ident>,
    at: Moment,
    reached: ReachedWord,
    sanction: Option<Ident>,
    told_at: Option<Moment>,
    undone_at: Option<Moment>,
}

impl From<Ruling> for RulingBody {
    fn from(ruling: Ruling) -> Self {
        Self {
            id: ruling.id.into(),
            message: ruling.message.into(),
            conversation: ruling.conversation.into(),
            author: ruling.identity.map(Ident::from),
            handle: ruling.handle,
            decision: ruling.decision.into(),
            ground: ruling.ground,
            reason: ruling.reason,
            automated: ruling.automated,
            rule: ruling.rule.map(Ident::from),
            decided_by: ruling.by.map(Ident::from),
            at: ruling.at.into(),
            reached: ruling.reached.into(),
            sanction: ruling.sanction.map(Ident::from),
            told_at: ruling.told_at.map(Moment::from),
            undone_at: ruling.undone_at.map(Moment::from),
        }
    }
}

/// Decide about a message that waits
#[utoipa::path(post, path = "/api/v1/moderation/cases/{case}/ruling", operation_id = "moderation_rule_on", tag = "moderation",
    security(("token" = ["conversations:write"])), params(("case" = Ident, Path, description = "The message that waits")),
    request_body = RulingInput,
    responses((status = 201, description = "The decision", body = RulingBody)))]
pub async fn rule_on(
    caller: Caller,
    At(id): At<Case>,
    Input(new): Input<RulingInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let case = Case::load(id, &caller.actor, &mut tx).await?;
    let sanction = new.sanction.map(|kind| NewSanction { kind: kind.0, days: new.sanction_days });
    let new = NewRuling {
        decision: new.decision.0,
        sanction,
        ground: new.ground,
        reason: new.reason,
        resolves: new.resolves,
    };
    let connectors = &caller.house.kit.connectors;
    let ruling = case.decide(new, connectors, &caller.actor, &mut tx).await?;
    caller.created(tx, &RulingBody::from(ruling)).await
}

/// What was decided, the latest first
#[utoipa::path(get, path = "/api/v1/moderation/rulings", operation_id = "moderation_rulings", tag = "moderation",
    security(("token" = ["conversations:read"])), params(Many),
    responses((status = 200, description = "Decisions", body = Listing<RulingBody>)))]
pub async fn rulings(
    caller: Caller,
    Params(asked): Params<Many>,
) -> Result<Json<Listing<RulingBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let mut tx = caller.read().await?;
    let all = Ruling::list(None, None, limit, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(RulingBody::from))))
}
