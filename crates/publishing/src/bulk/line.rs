use channels::Channel;
use database::{Tx, text_enum};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use platform::{Actor, Brand};
use primitives::Id;
use primitives::text::fold;
use serde::{Deserialize, Serialize};
use strategy::Topic;
use tables::when;

use super::{Becomes, Column, Plan};
use crate::campaign::Campaign;
use crate::local_time::LocalSchedule;
use crate::post::LONGEST_TEXT;

/// The time of day of a line that gives only its day.
const USUAL_TIME: Time = Time::constant(9, 0, 0, 0);

/// What a line would become.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The line of the file, from 1.
    pub line: i64,
    /// The post's text.
    pub text: String,
    /// When it is for.
    pub at: Option<LocalSchedule>,
    /// The accounts it is for.
    pub channels: Vec<Id<Channel>>,
    /// A link to show as a card.
    pub link: Option<String>,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// A comment of one's own under it.
    pub first_comment: Option<String>,
    /// The address of its picture.
    pub picture: Option<String>,
    /// What the picture shows.
    pub alt_text: String,
    /// What can't be taken as it is.
    pub problems: Vec<LineProblem>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineProblem {
    /// What.
    #[serde(with = "kind")]
    pub kind: ProblemKind,
    /// What the cell says, or the account's name; may be empty.
    pub cell: String,
}

text_enum! {
    /// What can be wrong with a line; worded by `bulk-problem-{kind}`.
    pub enum ProblemKind {
        /// There is no text: no post is made.
        NoText => "no_text",
        /// Longer than any network takes: no post is made.
        TooLong => "too_long",
        /// Not a date: the post has none.
        NotADate => "not_a_date",
        /// Not a time of day: nine o'clock is taken.
        NotATime => "not_a_time",
        /// The date has passed: it stays a draft.
        InThePast => "in_the_past",
        /// No account of the brand has this name.
        UnknownChannel => "unknown_channel",
        /// It is for no account: it stays a draft.
        NoChannel => "no_channel",
        /// No topic of the charter has this name.
        UnknownTopic => "unknown_topic",
        /// No campaign of the brand has this name.
        UnknownCampaign => "unknown_campaign",
        /// Not an address of the web: left out.
        NotALink => "not_a_link",
        /// The picture can't be had: left out.
        NoPicture => "no_picture",
        /// A network would refuse it as it is: it stays a draft.
        Refused => "refused",
        /// A check or an approval keeps it back: it stays a draft.
        KeptBack => "kept_back",
        /// It could not be made.
        NotMade => "not_made",
    }
}

mod kind {
    use super::ProblemKind;
    pub fn serialize<S: serde::Serializer>(kind: &ProblemKind, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(kind.as_str())
    }
    pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<ProblemKind, D::Error> {
        let text: String = serde::Deserialize::deserialize(d)?;
        // What a later version knows is a line that was not made, for this one.
        Ok(text.parse().unwrap_or(ProblemKind::NotMade))
    }
}

/// What names of a file may mean in a brand.
#[derive(Debug, Clone)]
pub struct Known {
    /// The accounts, each with the names it answers to, folded.
    pub channels: Vec<(Id<Channel>, Vec<String>)>,
    /// The topics, by folded name.
    pub topics: Vec<(Id<Topic>, String)>,
    /// The campaigns, by folded name.
    pub campaigns: Vec<(Id<Campaign>, String)>,
    /// The brand's time zone.
    pub zone: String,
    /// The present.
    pub now: Timestamp,
}

impl Known {
    /// Reads what the actor's brand has.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Known, super::BulkError> {
        let other = |_| database::Error::other("the brand's lists can't be read");
        let channels = Channel::for_posts(actor, tx).await.map_err(other)?;
        let names = |channel: &Channel| {
            let all = [&channel.handle, &channel.name, &channel.network_name, &channel.network];
            all.map(|name| fold(name.trim_start_matches('@'))).to_vec()
        };
        let topics = Topic::all(actor, tx)
            .await
            .map_err(|_| database::Error::other("the topics can't be read"))?;
        let campaigns = Campaign::all(actor, tx)
            .await
            .map_err(|_| database::Error::other("the campaigns can't be read"))?;
        Ok(Known {
            channels: channels.iter().map(|channel| (channel.id, names(channel))).collect(),
            topics: topics.iter().map(|topic| (topic.id, fold(&topic.name))).collect(),
            campaigns: campaigns.iter().map(|one| (one.id, fold(&one.name))).collect(),
            zone: Brand::of(actor, tx).await?.zone.name().to_owned(),
            now: tx.now(),
        })
    }
}

impl Line {
    /// What a row becomes by a plan.
    pub fn read(row: &(u64, Vec<String>), plan: &Plan, known: &Known) -> Line {
        let cell = |wanted: Column| {
            let at = plan.columns.iter().position(|column| *column == wanted)?;
            row.1.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        };
        let mut line = Line {
            line: i64::try_from(row.0).unwrap_or(i64::MAX),
            text: cell(Column::Text).unwrap_or_default().to_owned(),
            first_comment: cell(Column::FirstComment).map(str::to_owned),
            alt_text: cell(Column::AltText).unwrap_or_default().to_owned(),
            ..Line::default()
        };
        if line.text.is_empty() {
            line.wrong(ProblemKind::NoText, "");
        } else if line.text.len() > LONGEST_TEXT {
            line.wrong(ProblemKind::TooLong, "");
        }
        line.read_time(cell(Column::Date), cell(Column::Time), plan, known);
        line.read_channels(cell(Column::Channels), plan, known);
        line.link = line.address(cell(Column::Link));
        line.picture = line.address(cell(Column::Picture));
        line.topic = line.named(cell(Column::Topic), &known.topics, ProblemKind::UnknownTopic);
        let (campaign, unknown) = (cell(Column::Campaign), ProblemKind::UnknownCampaign);
        line.campaign = line.named(campaign, &known.campaigns, unknown);
        line
    }

    /// Whether a post can be made of it at all.
    pub fn makes_a_post(&self) -> bool {
        let never = [ProblemKind::NoText, ProblemKind::TooLong];
        !self.problems.iter().any(|problem| never.contains(&problem.kind))
    }

    pub(super) fn wrong(&mut self, kind: ProblemKind, cell: &str) {
        let cell = primitives::text::shorten(cell, 60).into_owned();
        self.problems.push(LineProblem { kind, cell });
    }

    fn read_time(&mut self, date: Option<&str>, time: Option<&str>, plan: &Plan, known: &Known) {
        let Some(cell) = date else {
            if let Some(time) = time {
                self.wrong(ProblemKind::NotADate, time);
            }
            return;
        };
        let Some(read) = when(cell, plan.order) else {
            return self.wrong(ProblemKind::NotADate, cell);
        };
        let mut clock = read.time;
        if let Some(cell) = time {
            // The reader of dates reads a time beside any day.
            clock = when(&format!("2000-01-01 {cell}"), plan.order).and_then(|read| read.time);
            if clock.is_none() {
                self.wrong(ProblemKind::NotATime, cell);
            }
        }
        let local = DateTime::from_parts(read.date, clock.unwrap_or(USUAL_TIME));
        let at = LocalSchedule::resolve(local, &known.zone)
            .and_then(|at| at.within_ten_years(known.now));
        match at {
            Ok(at) => {
                if at.at < known.now && plan.becomes == Becomes::Scheduled {
                    self.wrong(ProblemKind::InThePast, cell);
                }
                self.at = Some(at);
            }
            Err(_) => self.wrong(ProblemKind::NotADate, cell),
        }
    }

    fn read_channels(&mut self, cell: Option<&str>, plan: &Plan, known: &Known) {
        let Some(cell) = cell else {
            self.channels.clone_from(&plan.channels);
            if self.channels.is_empty() && plan.becomes == Becomes::Scheduled {
                self.wrong(ProblemKind::NoChannel, "");
            }
            return;
        };
        for name in cell.split([',', ';', '|', '\n']).map(str::trim).filter(|n| !n.is_empty()) {
            let folded = fold(name.trim_start_matches('@'));
            let found = known.channels.iter().filter(|(_, names)| names.contains(&folded));
            let found: Vec<_> = found.map(|(id, _)| *id).collect();
            if found.is_empty() {
                self.wrong(ProblemKind::UnknownChannel, name);
            }
            for id in found {
                if !self.channels.contains(&id) {
                    self.channels.push(id);
                }
            }
        }
    }

    fn address(&mut self, cell: Option<&str>) -> Option<String> {
        let cell = cell?;
        if cell.starts_with("https://") || cell.starts_with("http://") {
            return Some(cell.to_owned());
        }
        self.wrong(ProblemKind::NotALink, cell);
        None
    }

    fn named<T>(
        &mut self,
        cell: Option<&str>,
        known: &[(Id<T>, String)],
        unknown: ProblemKind,
    ) -> Option<Id<T>> {
        let cell = cell?;
        let folded = fold(cell);
        let found = known.iter().find(|(_, name)| *name == folded).map(|(id, _)| *id);
        if found.is_none() {
            self.wrong(unknown, cell);
        }
        found
    }
}
