//! Rules at arrival, in the transaction that brought the messages.

use channels::Channel;
use database::{Error, Tx};
use jiff::SignedDuration;
use jobs::Enqueue;
use platform::{Actor, Brand};
use primitives::{Id, Language};

use super::case::{self, Because};
use super::condition::Why;
use super::enforce::Enforce;
use super::facts::{Look, Reader};
use super::ground::Ground;
use super::log::{self, NewEntry};
use super::rule::{Action, NewRule, Rule, fitting, ready};
use super::ruling::{self, Decision, Reached, Ruling, RulingError, ToWrite};
use super::run::{Did, Outcome};
use super::sanction::{Sanction, SanctionKind};
use super::store;
use crate::conversation::{Conversation, ConversationError};
use crate::message::{Direction, store::NewMessage};
use crate::reply::{NewReply, ReplyError};
use crate::saved::{Fields, SavedReply, SavedReplyError};

/// What was said longer ago than this is left alone: a channel that has just been connected
/// brings its past along.
const RECENT: SignedDuration = SignedDuration::from_hours(24 * 7);
/// A rule answers the same author once in this time.
const ANSWERS_AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// The messages of theirs among what came, as rules take them.
pub(crate) fn arrived(messages: &[NewMessage]) -> Vec<Look> {
    use channels::ItemKind as K;
    let said = messages.iter().filter(|message| {
        // What answers by itself must not be answered by a rule.
        message.direction == Direction::Inbound
            && !message.by_machine()
            && !matches!(message.kind, K::Like | K::Share | K::Follow)
    });
    let look = |message: &NewMessage| Look {
        message: message.id,
        conversation: message.conversation,
        channel: message.channel,
        identity: message.identity,
        kind: message.kind,
        text: message.text.clone(),
        sent_at: message.sent_at,
    };
    said.map(look).collect()
}

/// Applies sanctions and the brand's rules to what came. A brand without either costs two looks.
pub(crate) async fn examine(channel: &Channel, looks: &[Look], tx: &mut Tx) -> Result<(), Error> {
    let brand = channel.brand;
    let recent = tx.now().checked_sub(RECENT).unwrap_or(tx.now());
    let looks: Vec<&Look> = looks.iter().filter(|look| look.sent_at >= recent).collect();
    if looks.is_empty() {
        return Ok(());
    }
    let sanctions = store::sanctions::holding(brand, tx).await?;
    let rules = store::rules::active(brand, tx).await?;
    if sanctions.is_empty() && rules.is_empty() {
        return Ok(());
    }
    let system = Actor::system(brand);
    let (rules, needs) = ready(rules);
    let reader = Reader::of(brand, needs, tx).await?;
    for look in looks {
        let theirs = |sanction: &&Sanction| Some(sanction.identity) == look.identity;
        let theirs: Vec<_> = sanctions.iter().filter(theirs).collect();
        if let Some(ban) = theirs.iter().find(|one| one.kind == SanctionKind::Ban) {
            keep_out(look, ban, &system, tx).await?;
            continue;
        }
        if theirs.iter().any(|one| one.kind == SanctionKind::Mute) {
            case::open(look, Because::Muted, None, &system, tx).await?;
            resolve(look, &system, tx).await?;
        }
        if rules.is_empty() {
            continue;
        }
        let facts = reader.facts(look, tx).await?;
        let mut restricted = false;
        for (rule, why) in fitting(&rules, &facts) {
            apply(rule, &why, look, &mut restricted, &system, tx).await?;
        }
    }
    Ok(())
}

fn fault(error: impl std::fmt::Display) -> Error {
    Error::other(error.to_string())
}

/// What someone banned writes is hidden, and waits for nobody.
async fn keep_out(look: &Look, ban: &Sanction, system: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let ground = match ban.ruling {
        Some(ruling) => store::rulings::load(system.brand(), ruling, tx).await?,
        None => None,
    };
    let new = Automated {
        decision: Decision::Hide,
        ground: ground.and_then(|ruling| ruling.ground),
        reason: ban.reason.clone(),
        rule: None,
        asks: false,
        tells: false,
    };
    decide(look, new, system, tx).await?;
    resolve(look, system, tx).await
}

async fn resolve(look: &Look, system: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let conversation = load(look, system, tx).await?;
    conversation.resolve(system, tx).await.map_err(fault)?;
    Ok(())
}

async fn load(look: &Look, system: &Actor, tx: &mut Tx) -> Result<Conversation, Error> {
    Conversation::load(look.conversation, system, tx).await.map_err(fault)
}

/// What is decided without a person.
struct Automated {
    decision: Decision,
    ground: Option<Ground>,
    reason: String,
    rule: Option<Id<Rule>>,
    asks: bool,
    tells: bool,
}

async fn decide(
    look: &Look,
    new: Automated,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Option<Ruling>, Error> {
    let message = crate::message::store::by_id(system.brand(), look.message, tx).await?;
    let Some(message) = message else { return Ok(None) };
    let language = ruling::language_of(&message, system.brand(), tx).await?;
    let write = ToWrite {
        id: tx.new_id(),
        message,
        decision: new.decision,
        ground: new.ground,
        reason: new.reason,
        rule: new.rule,
        automated: true,
        sanction: None,
        deed: None,
        reached: Reached::Asked,
        language,
    };
    let ruling = match ruling::write_down(write, system, tx).await {
        Ok(ruling) => ruling,
        Err(RulingError::Database(error)) => return Err(error),
        Err(error) => return Err(fault(error)),
    };
    let (asks, tells) = (new.asks, new.tells);
    let job = Enforce { ruling: ruling.id, brand: system.brand(), asks, tells };
    jobs::enqueue(tx, &job, Enqueue::now().brand(system.brand())).await?;
    Ok(Some(ruling))
}

async fn apply(
    rule: &Rule,
    why: &[Why],
    look: &Look,
    restricted: &mut bool,
    system: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let Some(run) = store::runs::begin(system.brand(), rule.id, look, why, tx).await? else {
        return Ok(());
    };
    let mut did = Vec::with_capacity(rule.says.actions.len());
    for action in &rule.says.actions {
        let outcome = act(rule, action, why, look, restricted, system, tx).await?;
        did.push(Did { action: action.name().to_owned(), outcome });
    }
    store::runs::end(run, &did, tx).await?;
    let names: Vec<_> = did.iter().map(|did| did.action.as_str()).collect();
    let entry = NewEntry {
        rule: Some(rule.id),
        message: Some(look.message),
        conversation: Some(look.conversation),
        identity: look.identity,
        about: crate::ingest::preview(&look.text),
        after: names.join(", "),
        ..NewEntry::of("rule.applied")
    };
    log::write(entry, system, tx).await
}

async fn act(
    rule: &Rule,
    action: &Action,
    why: &[Why],
    look: &Look,
    restricted: &mut bool,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Outcome, Error> {
    let conversation = load(look, system, tx).await?;
    let known = |done: Result<(), ConversationError>| match done {
        Ok(()) => Ok(Outcome::Done),
        Err(ConversationError::Database(error)) => Err(error),
        Err(_) => Ok(Outcome::Cannot),
    };
    match action {
        Action::Label { label } => known(conversation.label(*label, system, tx).await),
        Action::Assign { to } => known(conversation.assign(Some(*to), system, tx).await.map(drop)),
        Action::Priority { priority } => {
            known(conversation.prioritise(priority.0, system, tx).await.map(drop))
        }
        Action::Resolve => known(conversation.resolve(system, tx).await.map(drop)),
        Action::Hide | Action::Delete if *restricted => Ok(Outcome::Already),
        Action::Hide => restrict(rule, Decision::Hide, look, restricted, system, tx).await,
        Action::Delete => restrict(rule, Decision::Delete, look, restricted, system, tx).await,
        Action::Ask => {
            let opened = case::open(look, Because::Rule, Some((rule.id, why)), system, tx).await?;
            Ok(if opened { Outcome::Done } else { Outcome::Already })
        }
        Action::Reply { saved, send: false } => {
            store::runs::propose(&conversation, look.message, rule.id, *saved, tx).await?;
            Ok(Outcome::Done)
        }
        Action::Reply { saved, .. } => {
            reply(rule, *saved, why, &conversation, look, system, tx).await
        }
    }
}

async fn restrict(
    rule: &Rule,
    decision: Decision,
    look: &Look,
    restricted: &mut bool,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Outcome, Error> {
    let NewRule { ground, reason, tells, .. } = &rule.says;
    let ground = match ground {
        Some(ground) => Ground::of(ground, system.brand(), tx).await?,
        None => None,
    };
    // The clause it rested on was taken away: nobody is restricted without a ground.
    let Some(ground) = ground else {
        case::open(look, Because::Cannot, Some((rule.id, &[])), system, tx).await?;
        return Ok(Outcome::Cannot);
    };
    let new = Automated {
        decision,
        ground: Some(ground),
        reason: reason.clone(),
        rule: Some(rule.id),
        asks: true,
        tells: *tells,
    };
    *restricted = true;
    let ruling = decide(look, new, system, tx).await?;
    Ok(if ruling.is_some() { Outcome::Asked } else { Outcome::Cannot })
}

async fn reply(
    rule: &Rule,
    saved: Id<SavedReply>,
    why: &[Why],
    conversation: &Conversation,
    look: &Look,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Outcome, Error> {
    let since = tx.now().checked_sub(ANSWERS_AGAIN).unwrap_or(tx.now());
    if store::runs::answered_since(rule.id, look.identity, since, tx).await? {
        return Ok(Outcome::Already);
    }
    let saved = match SavedReply::load(saved, system, tx).await {
        Ok(saved) => saved,
        Err(SavedReplyError::Database(error)) => return Err(error),
        Err(_) => return Ok(Outcome::Cannot),
    };
    let Some((brand, _)) = Brand::for_system(system.brand(), tx).await? else {
        return Ok(Outcome::Cannot);
    };
    let person = conversation.person(tx).await?;
    let fields = Fields {
        name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        account: person.map(|person| person.handle).unwrap_or_default(),
        brand: brand.name.to_string(),
        me: brand.name.to_string(),
    };
    let guess = language::identify(&look.text);
    let language: Language = guess.spoken.tag().parse().unwrap_or(brand.language);
    let text = saved.words(language, &fields);
    let new = NewReply { text, to: Some(look.message), ..NewReply::default() };
    match conversation.reply(new, system, tx).await {
        Ok(_) => Ok(Outcome::Done),
        Err(ReplyError::Database(error)) => Err(error),
        Err(_) => {
            case::open(look, Because::Cannot, Some((rule.id, why)), system, tx).await?;
            Ok(Outcome::Cannot)
        }
    }
}
