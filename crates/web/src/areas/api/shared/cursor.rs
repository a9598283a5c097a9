//! Lists, a page at a time.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use primitives::Id;
use serde::Serialize;
use utoipa::ToSchema;

use super::{FieldProblem, Problem};
use crate::words::args;

/// The most items a page may have.
const MOST: usize = 100;
/// How many items a page has when nothing is said.
const USUAL: usize = 50;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listing<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins: give it as `cursor`. Null at the end.
    #[schema(required)]
    pub next: Option<String>,
}

impl<T> Listing<T> {
    /// The first `limit` of `found`, which was asked for one more; `place` is that of an item.
    pub fn cut<F>(
        mut found: Vec<F>,
        limit: usize,
        place: impl Fn(&F) -> Place,
        shape: impl FnMut(F) -> T,
    ) -> Self {
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|last| place(last).to_string());
        Self { items: found.into_iter().map(shape).collect(), next }
    }

    /// All there is.
    pub fn whole(items: impl IntoIterator<Item = T>) -> Self {
        Self { items: items.into_iter().collect(), next: None }
    }
}

/// How many items a page is to have.
///
/// # Errors
/// A problem of `limit`, when it is not 1 to 100.
pub fn limit(asked: Option<usize>) -> Result<usize, Problem> {
    match asked.unwrap_or(USUAL) {
        asked @ 1..=MOST => Ok(asked),
        _ => {
            let wrong = FieldProblem::given("limit", "limit", args![most => MOST]);
            Err(Problem::fields(vec![wrong]))
        }
    }
}

/// A place in a list: an instant and an id, or one of them. Opaque to callers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    at: Timestamp,
    id: uuid::Uuid,
}

impl Place {
    /// The place of what has this instant and this id.
    pub fn new<T>(at: Timestamp, id: Id<T>) -> Self {
        Self { at, id: id.uuid() }
    }

    /// The place of what has this id, in a list by id.
    pub fn of<T>(id: Id<T>) -> Self {
        Self::new(Timestamp::UNIX_EPOCH, id)
    }

    /// The place of a page that is known by its number, from 1.
    pub fn numbered(page: usize) -> Self {
        let page = i64::try_from(page).unwrap_or(i64::MAX);
        let at = Timestamp::from_microsecond(page).unwrap_or(Timestamp::MAX);
        Self { at, id: uuid::Uuid::nil() }
    }

    /// The number of the page.
    pub fn number(self) -> usize {
        usize::try_from(self.at.as_microsecond()).unwrap_or(1)
    }

    /// Reads the `cursor` of a request.
    ///
    /// # Errors
    /// A problem of `cursor`.
    pub fn read(cursor: Option<&str>) -> Result<Option<Self>, Problem> {
        let Some(cursor) = cursor else { return Ok(None) };
        let place = Self::parse(cursor).ok_or_else(|| Problem::field("cursor", "cursor"))?;
        Ok(Some(place))
    }

    /// The instant and the id.
    pub fn split<T>(self) -> (Timestamp, Id<T>) {
        (self.at, self.id())
    }

    /// The id.
    pub fn id<T>(self) -> Id<T> {
        Id::from_uuid(self.id)
    }

    fn parse(cursor: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (at, id) = bytes.split_at_checked(8)?;
        let at = Timestamp::from_microsecond(i64::from_be_bytes(at.try_into().ok()?)).ok()?;
        Some(Self { at, id: uuid::Uuid::from_slice(id).ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut bytes = self.at.as_microsecond().to_be_bytes().to_vec();
        bytes.extend(self.id.as_bytes());
        f.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}
