//! What other rooms add to the composer: checks, advice, the queue, approvals, the library.
//!
//! To add one: a function `panel(at: &Composed<'_>, tx: &mut Tx) -> Result<Markup, Refusal>` in
//! your area, and its line at its place below. What is `beside` is asked for again while one
//! types (200 ms after the last key), so it answers quickly, and its markup is **one element
//! with an `id`**, the same each time, that takes the old one's place; give an empty element
//! with that `id` where there is nothing to say. What is in the `actions` and the `pictures`
//! is shown once; a button there has its own `name`, and `save.rs` says what it does once the
//! draft is kept (or it leads elsewhere with `formaction`).

use database::Tx;
use maud::Markup;
use primitives::Id;
use publishing::Post;

use crate::areas::posts::shown::ShownChannel;
use crate::areas::together;
use crate::{Form, InBrand, Refusal};

/// What a panel speaks of: the post as the composer holds it now, not as it is stored.
pub(crate) struct Composed<'a> {
    /// Who writes, where.
    pub here: &'a InBrand,
    /// The stored post, once there is one.
    pub id: Option<Id<Post>>,
    /// Whether it has its time already.
    pub scheduled: bool,
    /// What the form holds, with its pictures and variants; its `id` is nought before it is
    /// stored, its `wanted` nothing.
    pub post: &'a Post,
    /// When it would appear, by the form's date and time; none where they make no time.
    pub when: Option<jiff::Timestamp>,
    /// The brand's channels.
    pub channels: &'a [ShownChannel],
    /// What was sent while one types, for fields that a panel adds; none when the page is made.
    pub form: Option<&'a Form>,
}

/// What other rooms add, ready to be shown.
#[derive(Default)]
pub(crate) struct Panels {
    /// Under the previews, renewed while one types.
    pub beside: Vec<Markup>,
    /// Beside the buttons that schedule and publish.
    pub actions: Vec<Markup>,
    /// In the bar under the text, beside "add pictures".
    pub pictures: Vec<Markup>,
}

/// Everything that other rooms add.
pub(crate) async fn load(at: &Composed<'_>, tx: &mut Tx) -> Result<Panels, Refusal> {
    Ok(Panels {
        beside: beside(at, tx).await?,
        // One line each:
        actions: vec![
            crate::areas::queue::offer::panel(at, tx).await?,
            together::panel::action(at, tx).await?,
        ],
        pictures: vec![crate::areas::library::picker_button(&at.here.frame)],
    })
}

/// What is renewed while one types.
pub(crate) async fn beside(at: &Composed<'_>, tx: &mut Tx) -> Result<Vec<Markup>, Refusal> {
    Ok(vec![
        // One line each:
        crate::areas::checks::panel::panel(at, tx).await?,
        crate::areas::campaigns::panel(at, tx).await?,
        together::panel::beside(at, tx).await?,
        crate::areas::mix::advice_panel(at, tx).await?,
    ])
}
