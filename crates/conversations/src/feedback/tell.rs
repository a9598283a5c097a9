//! Telling authors: each step once to each, sent or prepared.

use database::{Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Brand, Right};
use primitives::{Id, Language};

use super::store::{sources, told};
use super::{Case, CaseState, Category, FeedbackError, Telling};
use crate::conversation::Conversation;
use crate::message::Message;
use crate::reply::{NewReply, ReplyError};
use crate::saved::{Fields, SavedReply};

/// What came longer ago than this is answered by a person, not by itself.
const OLD: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The blanks that the reason fills.
const REASON: [&str; 2] = ["{motif}", "{reason}"];

text_enum! {
    /// What became of a word to an author.
    pub enum ToldState {
        /// A person is to look at it.
        Draft => "draft",
        /// It went out.
        Sent => "sent",
        /// It was set aside.
        Dropped => "dropped",
    }
}

text_enum! {
    /// Why a person is to look at a draft.
    pub enum WhyDraft {
        /// The category wants it so.
        Chosen => "chosen",
        /// The network takes less.
        TooLong => "too_long",
        /// The channel was removed, or answers nobody.
        NoChannel => "no_channel",
        /// What they said is old.
        Old => "old",
    }
}

/// One word to one author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which one.
    pub id: Id<Told>,
    /// Where.
    pub conversation: Id<Conversation>,
    /// Of which step.
    pub step: CaseState,
    /// What became of it.
    pub state: ToldState,
    /// The words.
    pub words: String,
    /// Why it waits for a person.
    pub because: WhyDraft,
    /// The message that it became.
    pub message: Option<Id<Message>>,
    /// To whom.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

impl Case {
    /// What its authors were told, and what waits for a person, the first first.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn told(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Told>, FeedbackError> {
        actor.must(Right::Read)?;
        Ok(told::of_case(actor.brand(), self.id, tx).await?)
    }

    /// Sends a draft, with these words.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn send_draft(
        &self,
        draft: Id<Told>,
        words: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FeedbackError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        let draft = told::draft(actor.brand(), self.id, draft, lock, tx).await?;
        let draft = draft.ok_or(FeedbackError::Stale)?;
        let conversation = Conversation::load(draft.conversation, actor, tx).await?;
        let answered = sources::message_in(self.id, draft.conversation, tx).await?;
        let new = NewReply {
            text: words.trim().to_owned(),
            to: answered,
            holding: draft.step.is_open(),
            ..NewReply::default()
        };
        let message = conversation.reply(new, actor, tx).await.map_err(not_sent)?;
        Ok(told::sent(draft.id, words.trim(), message.id, tx).await?)
    }

    /// Sets a draft aside: that step is not told.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn drop_draft(
        &self,
        draft: Id<Told>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FeedbackError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        let draft = told::draft(actor.brand(), self.id, draft, lock, tx).await?;
        let draft = draft.ok_or(FeedbackError::Stale)?;
        Ok(told::dropped(draft.id, tx).await?)
    }
}

fn not_sent(error: ReplyError) -> FeedbackError {
    match error {
        ReplyError::NotAllowed(error) => FeedbackError::NotAllowed(error),
        ReplyError::Database(error) => FeedbackError::Database(error),
        ReplyError::NotFound => FeedbackError::NotFound,
        _ => FeedbackError::NotSendable,
    }
}

/// Tells every author where the case stands, each once whatever happens in between: the line that
/// says so and the answer on its way are written together.
pub(super) async fn tell(case: &Case, actor: &Actor, tx: &mut Tx) -> Result<(), FeedbackError> {
    let category = super::store::category(actor.brand(), case.category, tx).await?;
    let Some(category) = category else { return Ok(()) };
    let Some((brand, system)) = Brand::for_system(actor.brand(), tx).await? else { return Ok(()) };
    for source in sources::all(actor.brand(), case.id, tx).await? {
        let conversation = Conversation::load(source.conversation, &system, tx).await?;
        let Some(words) = worded(case, &category, &conversation, &brand, tx).await? else {
            continue;
        };
        let old = source.at < tx.now() - OLD && case.state == CaseState::Received;
        let because = if old { WhyDraft::Old } else { WhyDraft::Chosen };
        let id = tx.new_id();
        let one =
            told::NewTold { id, case: case.id, conversation: conversation.id, step: case.state };
        if !told::insert(&one, &words, because, actor.brand(), tx).await? {
            continue;
        }
        if category.says.telling == Telling::Send && !old {
            send(case, &one, words, source.message, &conversation, &system, tx).await?;
        }
    }
    Ok(())
}

async fn send(
    case: &Case,
    one: &told::NewTold,
    words: String,
    answered: Id<Message>,
    conversation: &Conversation,
    system: &Actor,
    tx: &mut Tx,
) -> Result<(), FeedbackError> {
    let new = NewReply {
        text: words.clone(),
        to: Some(answered),
        // Who is only told that it is here, or under way, waits as before.
        holding: case.state.is_open(),
        ..NewReply::default()
    };
    let because = match conversation.reply(new, system, tx).await {
        Ok(message) => return Ok(told::sent(one.id, &words, message.id, tx).await?),
        Err(ReplyError::TooLong { .. }) => WhyDraft::TooLong,
        Err(ReplyError::Database(error)) => return Err(FeedbackError::Database(error)),
        Err(_) => WhyDraft::NoChannel,
    };
    Ok(told::because(one.id, because, tx).await?)
}

/// What is told of the case's step, in the language of the conversation; none when the category
/// has no words for it.
async fn worded(
    case: &Case,
    category: &Category,
    conversation: &Conversation,
    brand: &Brand,
    tx: &mut Tx,
) -> Result<Option<String>, FeedbackError> {
    let Some(both) = category.says.words.of(case.state) else { return Ok(None) };
    let language = match conversation.language.as_deref() {
        Some("fr") => Language::Fr,
        Some(_) => Language::En,
        None => brand.language,
    };
    let text = both.of(language).trim();
    if text.is_empty() {
        return Ok(None);
    }
    let person = conversation.person(tx).await?;
    let fields = Fields {
        name: person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        account: person.map(|person| person.handle).unwrap_or_default(),
        brand: brand.name.to_string(),
        me: case.owner_name.clone(),
    };
    // The reason comes last: what it holds is nobody's blank.
    let marker = "\u{e000}";
    let mut text = text.to_owned();
    for blank in REASON {
        text = text.replace(blank, marker);
    }
    let filled = SavedReply::filled(&text, &fields);
    Ok(Some(filled.replace(marker, &case.reason)))
}

/// A text without the blanks of the reason.
pub(super) fn without_reason(text: &str) -> String {
    REASON.iter().fold(text.to_owned(), |text, blank| text.replace(blank, ""))
}
