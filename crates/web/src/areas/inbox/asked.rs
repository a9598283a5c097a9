//! What the address of the list asks, and how addresses write it.

use channels::Channel;
use conversations::{
    Assigned, ConversationKind, Cursor, Escalated, Filter, Group, Label, Priority, StateFilter,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::Teammate;
use primitives::Id;
use serde::Deserialize;

/// What the address of the list asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `waiting` (as it opens), `open`, `pending`, `snoozed`, `resolved`, `reactions` or `all`.
    pub tab: String,
    /// Words that someone said.
    pub words: String,
    /// Only on this channel.
    pub channel: String,
    /// Only those begun so.
    pub kind: String,
    /// Whose: `me`, `nobody` or a teammate.
    pub assignee: String,
    /// Only those that carry this label.
    pub label: String,
    /// Only those as urgent.
    pub priority: String,
    /// Only those in this language.
    pub language: String,
    /// Only those of this crisis.
    pub crisis: String,
    /// Only those whose last message feels so.
    pub feeling: String,
    /// Only those whose last message wants that.
    pub intent: String,
    /// `harm`, `spam`, or `wanted`: only those that are not spam.
    pub mark: String,
    /// `yes`: only those that nobody has opened.
    pub unread: String,
    /// `any`: only those about which someone is asked; `late`: whose answer is late.
    pub escalated: String,
    /// From this day.
    pub from: String,
    /// Until this day, included.
    pub to: String,
    /// After this one, for pages.
    pub after: String,
}

/// The part of the inbox that a tab shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Those who wait for an answer.
    Waiting,
    /// Open ones, answered or not.
    Open,
    /// Those where the person is to write.
    Pending,
    /// Put aside.
    Snoozed,
    /// Done with.
    Resolved,
    /// Likes, shares, follows.
    Reactions,
    /// All that may be answered.
    All,
}

impl Shown {
    /// Every tab, in order.
    pub const ALL: [Shown; 7] = [
        Shown::Waiting,
        Shown::Open,
        Shown::Pending,
        Shown::Snoozed,
        Shown::Resolved,
        Shown::All,
        Shown::Reactions,
    ];

    /// Its name in addresses and words.
    pub fn key(self) -> &'static str {
        match self {
            Shown::Waiting => "waiting",
            Shown::Open => "open",
            Shown::Pending => "pending",
            Shown::Snoozed => "snoozed",
            Shown::Resolved => "resolved",
            Shown::Reactions => "reactions",
            Shown::All => "all",
        }
    }

    fn state(self) -> StateFilter {
        match self {
            Shown::Waiting | Shown::Open => StateFilter::Open,
            Shown::Pending => StateFilter::Pending,
            Shown::Snoozed => StateFilter::Snoozed,
            Shown::Resolved => StateFilter::Resolved,
            Shown::Reactions | Shown::All => StateFilter::All,
        }
    }
}

impl Asked {
    /// The tab. A search looks everywhere unless a tab is named.
    pub fn shown(&self) -> Shown {
        let usual = if self.words.trim().is_empty() { Shown::Waiting } else { Shown::All };
        Shown::ALL.into_iter().find(|tab| tab.key() == self.tab).unwrap_or(usual)
    }

    /// The address of another tab, narrowed alike.
    pub fn with_tab(&self, tab: Shown) -> Asked {
        Asked { tab: tab.key().to_owned(), after: String::new(), ..self.clone() }
    }

    fn fields(&self) -> [(&'static str, &str); 17] {
        [
            ("tab", &self.tab),
            ("words", &self.words),
            ("channel", &self.channel),
            ("kind", &self.kind),
            ("assignee", &self.assignee),
            ("label", &self.label),
            ("priority", &self.priority),
            ("language", &self.language),
            ("crisis", &self.crisis),
            ("feeling", &self.feeling),
            ("intent", &self.intent),
            ("mark", &self.mark),
            ("unread", &self.unread),
            ("escalated", &self.escalated),
            ("from", &self.from),
            ("to", &self.to),
            ("after", &self.after),
        ]
    }

    /// As addresses write it, `?` included; empty when nothing is asked.
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.fields().into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// What kept lists hold: without the page.
    pub fn kept(&self) -> String {
        let whole = Asked { after: String::new(), ..self.clone() };
        whole.query().trim_start_matches('?').to_owned()
    }

    /// A kept list, read again.
    pub fn of_kept(query: &str) -> Asked {
        let mut asked = Asked::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let field = match &*name {
                "tab" => &mut asked.tab,
                "words" => &mut asked.words,
                "channel" => &mut asked.channel,
                "kind" => &mut asked.kind,
                "assignee" => &mut asked.assignee,
                "label" => &mut asked.label,
                "priority" => &mut asked.priority,
                "language" => &mut asked.language,
                "crisis" => &mut asked.crisis,
                "feeling" => &mut asked.feeling,
                "intent" => &mut asked.intent,
                "mark" => &mut asked.mark,
                "unread" => &mut asked.unread,
                "escalated" => &mut asked.escalated,
                "from" => &mut asked.from,
                "to" => &mut asked.to,
                _ => continue,
            };
            *field = value.into_owned();
        }
        asked
    }

    /// How many ways it is narrowed, its tab and words apart.
    pub fn narrowed(&self) -> usize {
        let narrowing = &self.fields()[2..16];
        narrowing.iter().filter(|(_, value)| !value.is_empty()).count()
    }

    /// What it means, for that teammate and in that zone.
    pub fn filter(&self, me: Id<Teammate>, zone: &TimeZone, now: Timestamp) -> Filter {
        let tab = self.shown();
        let day = |text: &str| text.parse::<Date>().ok();
        let start = |date: Option<Date>| -> Option<Timestamp> {
            Some(date?.to_zoned(zone.clone()).ok()?.timestamp())
        };
        let next = day(&self.to).and_then(|date| date.tomorrow().ok());
        Filter {
            state: tab.state(),
            waiting: tab == Shown::Waiting,
            group: if tab == Shown::Reactions { Group::Reactions } else { Group::Messages },
            channel: self.channel.parse::<Id<Channel>>().ok(),
            kind: self.kind.parse::<ConversationKind>().ok(),
            assigned: match self.assignee.as_str() {
                "me" => Some(Assigned::To(me)),
                "nobody" => Some(Assigned::Nobody),
                other => other.parse().ok().map(Assigned::To),
            },
            label: self.label.parse::<Id<Label>>().ok(),
            priority: self.priority.parse::<Priority>().ok(),
            escalated: match self.escalated.as_str() {
                "any" => Some(Escalated::Any),
                "late" => Some(Escalated::Late(now)),
                _ => None,
            },
            crisis: self.crisis.parse().ok(),
            unread: !self.unread.is_empty(),
            language: Some(self.language.clone()).filter(|language| !language.is_empty()),
            feeling: self.feeling.parse().ok(),
            intent: self.intent.parse().ok(),
            harm: self.mark == "harm",
            spam: match self.mark.as_str() {
                "spam" => Some(true),
                "wanted" => Some(false),
                _ => None,
            },
            since: start(day(&self.from)),
            until: start(next),
            after: cursor(&self.after),
            limit: 40,
            ..Filter::default()
        }
    }
}

fn cursor(text: &str) -> Option<Cursor> {
    let (at, id) = text.split_once('.')?;
    let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    Some(Cursor { at, id: id.parse().ok()? })
}

/// A place in the list, as addresses write it.
pub fn cursor_text(cursor: Cursor) -> String {
    format!("{}.{}", cursor.at.as_microsecond(), cursor.id)
}
