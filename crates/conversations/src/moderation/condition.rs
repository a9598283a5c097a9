//! What a rule asks of a message.

use channels::{Channel, ItemKind};
use language::{Harm, Terms, Tone};
use primitives::Id;
use regex::Regex;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::pattern::{self, PatternError};

/// One condition, or its contrary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Whether it holds when the rest does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// What is asked.
    #[serde(flatten)]
    pub what: What,
}

/// What is asked of a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// It holds one of these terms (`language::Terms`, a line each; accents folded).
    Words {
        /// The list.
        lines: String,
    },
    /// It matches a pattern.
    Pattern {
        /// The pattern.
        pattern: String,
    },
    /// It holds a link; to one of these hosts or their subdomains, when some are named.
    Links {
        /// The hosts.
        hosts: Vec<String>,
    },
    /// It is written in one of these languages: `fr`, `en`, `other`.
    Language {
        /// The languages.
        tags: Vec<String>,
    },
    /// Its author feels so.
    Feeling {
        /// How.
        tone: Tone,
        /// How sure at least, in hundredths.
        sure: u8,
    },
    /// It insults, hates or threatens.
    Harm {
        /// Any of these.
        kinds: Vec<Harm>,
        /// How sure at least, in hundredths.
        sure: u8,
    },
    /// It is spam.
    Spam {
        /// How sure at least, in hundredths.
        sure: u8,
    },
    /// Its author had never written.
    FirstMessage,
    /// Its author was ruled against that often.
    Rulings {
        /// At least.
        least: i64,
    },
    /// Its author is a regular: wrote that often before, the first time so many days ago, and
    /// was never ruled against.
    Regular {
        /// Messages at least.
        messages: i64,
        /// Days at least.
        days: i64,
    },
    /// Its author wrote that often within the hour, this one included.
    Flood {
        /// At least.
        least: i64,
    },
    /// It came on one of these channels.
    Channel {
        /// The channels.
        channels: Vec<Id<Channel>>,
    },
    /// It is one of these kinds.
    Kind {
        /// The kinds.
        kinds: Vec<ItemKind>,
    },
    /// It was said on these days, between these hours, by the brand's clock. A span that ends
    /// before it begins goes over midnight.
    Time {
        /// 1 is Monday; all days when empty.
        days: Vec<i8>,
        /// `22:00`
        from: String,
        /// `06:00`
        until: String,
    },
}

/// A condition that held, with what was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// The condition: `words`, `spam`.
    pub what: String,
    /// Whether it held by what is not there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// The words of the message, the hosts, what weighed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub found: Vec<String>,
    /// How sure, in hundredths; or how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<i64>,
}

/// What makes a condition that can't be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bad {
    Pattern(PatternError),
    Words,
    Host(String),
    Choice(&'static str),
    Number(&'static str),
    Time,
}

/// A condition made ready to look at many messages.
pub(super) struct Ready {
    not: bool,
    what: What,
    terms: Terms,
    pattern: Option<Regex>,
    span: Option<(i64, i64)>,
}

impl What {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            What::Words { .. } => "words",
            What::Pattern { .. } => "pattern",
            What::Links { .. } => "links",
            What::Language { .. } => "language",
            What::Feeling { .. } => "feeling",
            What::Harm { .. } => "harm",
            What::Spam { .. } => "spam",
            What::FirstMessage => "first_message",
            What::Rulings { .. } => "rulings",
            What::Regular { .. } => "regular",
            What::Flood { .. } => "flood",
            What::Channel { .. } => "channel",
            What::Kind { .. } => "kind",
            What::Time { .. } => "time",
        }
    }

    pub(super) fn needs_judging(&self) -> bool {
        use What as W;
        matches!(self, W::Language { .. } | W::Feeling { .. } | W::Harm { .. } | W::Spam { .. })
    }

    pub(super) fn needs_history(&self) -> bool {
        use What as W;
        matches!(self, W::FirstMessage | W::Rulings { .. } | W::Regular { .. } | W::Flood { .. })
    }
}

/// Minutes after midnight of `22:00`; `24:00` is the end of the day.
fn minutes(clock: &str) -> Option<i64> {
    let (hours, minutes) = clock.trim().split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let whole = (0..24).contains(&hours) && (0..60).contains(&minutes);
    (whole || (hours, minutes) == (24, 0)).then_some(hours * 60 + minutes)
}

/// A host as it is compared: `https://www.Bit.ly/x` is `bit.ly`.
pub(super) fn host_of(link: &str) -> String {
    let link = link.trim().to_lowercase();
    let rest = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.trim_start_matches("www.").trim_matches('.').to_owned()
}

impl Condition {
    pub(super) fn ready(&self) -> Result<Ready, Bad> {
        let mut ready = Ready {
            not: self.not,
            what: self.what.clone(),
            terms: Terms::default(),
            pattern: None,
            span: None,
        };
        let sure = |sure: u8| (1..=100).contains(&sure).then_some(()).ok_or(Bad::Number("sure"));
        let some = |empty: bool, what| if empty { Err(Bad::Choice(what)) } else { Ok(()) };
        match &self.what {
            What::Words { lines } => {
                ready.terms = Terms::parse(lines.lines());
                if ready.terms.is_empty() || lines.chars().count() > 20_000 {
                    return Err(Bad::Words);
                }
            }
            What::Pattern { pattern } => {
                ready.pattern = Some(pattern::compile(pattern).map_err(Bad::Pattern)?);
            }
            What::Links { hosts } => {
                let bad = hosts.iter().find(|host| !host.contains('.') || host_of(host) != **host);
                if let Some(bad) = bad {
                    return Err(Bad::Host(bad.clone()));
                }
            }
            What::Language { tags } => some(tags.is_empty(), "language")?,
            What::Feeling { sure: least, .. } | What::Spam { sure: least } => sure(*least)?,
            What::Harm { kinds, sure: least } => {
                some(kinds.is_empty(), "harm")?;
                sure(*least)?;
            }
            What::Rulings { least } | What::Flood { least } if !(1..=10_000).contains(least) => {
                return Err(Bad::Number(self.what.name()));
            }
            What::Regular { messages, days }
                if !(1..=10_000).contains(messages) || !(0..=3_650).contains(days) =>
            {
                return Err(Bad::Number("regular"));
            }
            What::Channel { channels } => some(channels.is_empty(), "channel")?,
            What::Kind { kinds } => some(kinds.is_empty(), "kind")?,
            What::Time { days, from, until } => {
                let span = minutes(from).zip(minutes(until)).ok_or(Bad::Time)?;
                if span.0 == span.1 || days.iter().any(|day| !(1..=7).contains(day)) {
                    return Err(Bad::Time);
                }
                ready.span = Some(span);
            }
            _ => {}
        }
        Ok(ready)
    }
}

impl Ready {
    /// What was found, when it holds.
    pub fn holds(&self, facts: &Facts) -> Option<Why> {
        let found = self.found(facts);
        let why = |found: Vec<String>, score| Why {
            what: self.what.name().to_owned(),
            not: self.not,
            found,
            score,
        };
        match (found, self.not) {
            (Some((found, score)), false) => Some(why(found, score)),
            (None, true) => Some(why(Vec::new(), None)),
            _ => None,
        }
    }

    fn found(&self, facts: &Facts) -> Option<(Vec<String>, Option<i64>)> {
        let yes = |held: bool| held.then(|| (Vec::new(), None));
        let many = |count: i64, least: i64| (count >= least).then(|| (Vec::new(), Some(count)));
        let history = &facts.history;
        match &self.what {
            What::Words { .. } => {
                let found = self.terms.find_all(&facts.reading, &facts.text);
                let words: Vec<_> = found.into_iter().map(|found| found.words).take(8).collect();
                (!words.is_empty()).then_some((words, None))
            }
            What::Pattern { .. } => {
                let found = self.pattern.as_ref()?.find(&facts.text)?;
                Some((vec![found.as_str().chars().take(120).collect()], None))
            }
            What::Links { hosts } => {
                let theirs = |host: &&String| {
                    let of = |one: &String| *host == one || host.ends_with(&format!(".{one}"));
                    hosts.is_empty() || hosts.iter().any(of)
                };
                let found: Vec<_> = facts.hosts.iter().filter(theirs).cloned().collect();
                (!found.is_empty()).then_some((found, None))
            }
            What::Language { tags } => {
                let tag = facts.judged.language.as_deref()?;
                let known = if matches!(tag, "fr" | "en") { tag } else { "other" };
                tags.iter().any(|one| one == known).then(|| (vec![known.to_owned()], None))
            }
            What::Feeling { tone, sure } => {
                let judged = &facts.judged;
                let held = judged.tone == Some(*tone) && judged.tone_sure >= i64::from(*sure);
                held.then(|| (judged.felt.clone(), Some(judged.tone_sure)))
            }
            What::Harm { kinds, sure } => {
                let judged = &facts.judged;
                let held = kinds.contains(&judged.harm) && judged.harm_sure >= i64::from(*sure);
                held.then(|| (judged.hurt.clone(), Some(judged.harm_sure)))
            }
            What::Spam { sure } => {
                let judged = &facts.judged;
                let held = judged.spam_sure >= i64::from(*sure);
                held.then(|| (judged.lured.clone(), Some(judged.spam_sure)))
            }
            What::FirstMessage => yes(history.known && history.before == 0),
            What::Rulings { least } => many(history.rulings, *least),
            What::Regular { messages, days } => {
                let regular =
                    history.before >= *messages && history.days >= *days && history.rulings == 0;
                regular.then(|| (Vec::new(), Some(history.before)))
            }
            What::Flood { least } => many(history.last_hour, *least),
            What::Channel { channels } => yes(channels.contains(&facts.channel)),
            What::Kind { kinds } => yes(kinds.contains(&facts.kind)),
            What::Time { days, .. } => yes(self.in_span(facts, days)),
        }
    }

    fn in_span(&self, facts: &Facts, days: &[i8]) -> bool {
        let Some((from, until)) = self.span else { return false };
        let local = &facts.local;
        let now = i64::from(local.hour()) * 60 + i64::from(local.minute());
        let day = local.weekday().to_monday_one_offset();
        let on = |day: i8| days.is_empty() || days.contains(&day);
        if from < until {
            return (from..until).contains(&now) && on(day);
        }
        let yesterday = if day == 1 { 7 } else { day - 1 };
        (now >= from && on(day)) || (now < until && on(yesterday))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_compared_without_what_surrounds_them() {
        assert_eq!(host_of("https://www.Bit.ly/abc?x"), "bit.ly");
        assert_eq!(host_of("t.me/canal"), "t.me");
        assert_eq!(host_of("http://a@evil.example:80/"), "evil.example");
    }

    #[test]
    fn a_clock_reading_is_read_or_refused() {
        assert_eq!(minutes("22:15"), Some(1335));
        assert_eq!(minutes("24:00"), Some(1440));
        assert_eq!(minutes("25:00"), None);
        assert_eq!(minutes("midi"), None);
    }
}
