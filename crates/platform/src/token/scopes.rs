use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

database::text_enum! {
    /// One thing that a token may do: read or write in one room.
    pub enum Scope {
        /// Read posts, their versions, the calendar and publications.
        PostsRead => "posts:read",
        /// Write, schedule, cancel posts; decide on publications.
        PostsWrite => "posts:write",
        /// Read channels and feeds.
        ChannelsRead => "channels:read",
        /// Connect, pause and remove channels and feeds.
        ChannelsWrite => "channels:write",
        /// Read conversations and their messages.
        ConversationsRead => "conversations:read",
        /// Answer, resolve and reopen conversations.
        ConversationsWrite => "conversations:write",
        /// Read figures and reports.
        MeasuresRead => "measures:read",
        /// Import insights.
        MeasuresWrite => "measures:write",
        /// Read images and other media.
        MediaRead => "media:read",
        /// Upload and describe media.
        MediaWrite => "media:write",
        /// Read teammates, roles and invitations.
        TeamRead => "team:read",
        /// Invite, change roles, remove.
        TeamWrite => "team:write",
        /// Read the brand's settings and its activity.
        BrandRead => "brand:read",
        /// Change the brand's settings; pause and resume.
        BrandWrite => "brand:write",
    }
}

/// What a token may do. Writing in a room includes reading it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<Scope>);

/// A token lacks a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the token lacks the scope {0}")]
pub struct MissingScope(pub Scope);

/// A text names a scope that there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no scope {0:?}")]
pub struct UnknownScope(pub String);

impl Scopes {
    /// Every scope: for the command line, and for sessions that call the API.
    pub fn all() -> Self {
        Scope::ALL.iter().copied().collect()
    }

    /// Whether it may.
    pub fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope) || scope.writing().is_some_and(|write| self.0.contains(&write))
    }

    /// Refuses unless it may.
    pub fn must(&self, scope: Scope) -> Result<(), MissingScope> {
        if self.has(scope) { Ok(()) } else { Err(MissingScope(scope)) }
    }

    /// Whether it may nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each scope given.
    pub fn iter(&self) -> impl Iterator<Item = Scope> + '_ {
        self.0.iter().copied()
    }

    /// The stored ones; those that a later version gave and this one does not know are left out.
    pub(super) fn stored(text: &str) -> Self {
        text.split_whitespace().filter_map(|scope| scope.parse().ok()).collect()
    }
}

impl Scope {
    /// The scope that writes where this one reads.
    fn writing(self) -> Option<Scope> {
        let room = self.as_str().strip_suffix(":read")?;
        Scope::ALL
            .iter()
            .copied()
            .find(|scope| scope.as_str().strip_suffix(":write").is_some_and(|other| other == room))
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().collect())
    }
}

/// Separated by spaces, as in OAuth (RFC 6749, section 3.3).
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, scope) in self.0.iter().enumerate() {
            let space = if position == 0 { "" } else { " " };
            write!(f, "{space}{scope}")?;
        }
        Ok(())
    }
}

impl FromStr for Scopes {
    type Err = UnknownScope;
    fn from_str(text: &str) -> Result<Self, UnknownScope> {
        text.split_whitespace()
            .map(|scope| scope.parse().map_err(|_| UnknownScope(scope.chars().take(40).collect())))
            .collect()
    }
}
