//! A page of a brand's posts, narrowed by what is asked.

use std::collections::HashMap;

use channels::Channel;
use channels::publication::StateName;
use database::{Error, IntoValue, Tx, Value, params};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;
use primitives::text::fold;
use strategy::{Format, Topic};

use super::{COLUMNS, read};
use crate::campaign::Campaign;
use crate::post::{Post, PostSource, PostState};

/// What a list of posts is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// Only drafts, or only scheduled ones; both when not said.
    pub drafts: Option<bool>,
    /// Only those with a publication that stands so.
    pub standing: Option<StateName>,
    /// Only those on this topic.
    pub topic: Option<Id<Topic>>,
    /// Only those of this campaign.
    pub campaign: Option<Id<Campaign>>,
    /// Only those for this channel.
    pub channel: Option<Id<Channel>>,
    /// Only those scheduled, or meant, for this instant or later.
    pub from: Option<Timestamp>,
    /// Only those scheduled, or meant, for before this instant.
    pub to: Option<Timestamp>,
    /// Only those of this author.
    pub author: Option<Id<Teammate>>,
    /// Only those whose texts hold all these words, accents and capitals aside.
    pub words: String,
    /// Resume after this one (last change and id), for pages.
    pub before: Option<(Timestamp, Id<Post>)>,
    /// At most this many; 0 is 50.
    pub most: i64,
}

/// A channel of a post, with the state of the publication there, if there is one.
pub type OnChannel = (Id<Channel>, Option<StateName>);

/// A post in a list.
#[derive(Debug, Clone)]
pub struct PostRow {
    /// Its id.
    pub id: Id<Post>,
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub state: PostState,
    /// Where it comes from.
    pub source: PostSource,
    /// The kind of piece it is.
    pub format: Format,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// How many pictures it has.
    pub pictures: i64,
    /// Its channels, with the state of the publication there, if there is one.
    pub channels: Vec<OnChannel>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A statement's text and values, as conditions join.
struct Asked {
    text: String,
    values: Vec<Value>,
}

impl Asked {
    /// Adds a condition, whose `?` is the value.
    fn and(&mut self, condition: &str, value: impl IntoValue) {
        self.values.push(value.into_value());
        let mark = format!("${}", self.values.len());
        self.text.push_str(" AND ");
        self.text.push_str(&condition.replace('?', &mark));
    }
}

fn asked(brand: Id<Brand>, filter: &ListFilter) -> Asked {
    let text = format!(
        "SELECT {COLUMNS}, (SELECT COUNT(*) FROM post_media pm WHERE pm.post_id = post.id)
         AS pictures FROM post WHERE brand_id = $1 AND deleted_at IS NULL"
    );
    let mut asked = Asked { text, values: params![brand] };
    if let Some(drafts) = filter.drafts {
        asked.and("state = ?", if drafts { "draft" } else { "scheduled" });
    }
    if let Some(topic) = filter.topic {
        asked.and("topic_id = ?", topic);
    }
    if let Some(campaign) = filter.campaign {
        asked.and("campaign_id = ?", campaign);
    }
    if let Some(author) = filter.author {
        asked.and("author_id = ?", author);
    }
    if let Some(channel) = filter.channel {
        asked.and(
            "EXISTS (SELECT 1 FROM variant v WHERE v.post_id = post.id AND v.channel_id = ?)",
            channel,
        );
    }
    if let Some(from) = filter.from {
        asked.and("COALESCE(due_at, wanted_at) >= ?", from);
    }
    if let Some(to) = filter.to {
        asked.and("COALESCE(due_at, wanted_at) < ?", to);
    }
    if let Some(standing) = filter.standing {
        asked.and(
            "EXISTS (SELECT 1 FROM variant v JOIN publication p ON p.variant_id = v.id
             WHERE v.post_id = post.id AND p.state = ?)",
            standing,
        );
    }
    for word in fold(&filter.words).split_whitespace().take(8) {
        let kept = word.replace(['%', '_'], "");
        asked.and("folded LIKE ?", format!("%{kept}%"));
    }
    if let Some((at, id)) = filter.before {
        asked.values.push(at.into_value());
        asked.and(&format!("(updated_at, id) < (${}, ?)", asked.values.len()), id);
    }
    let most = if filter.most == 0 { 50 } else { filter.most };
    asked.text.push_str(&format!(" ORDER BY updated_at DESC, id DESC LIMIT {most}"));
    asked
}

pub(in crate::post) async fn list(
    brand: Id<Brand>,
    filter: &ListFilter,
    tx: &mut Tx,
) -> Result<Vec<PostRow>, Error> {
    let asked = asked(brand, filter);
    let rows = tx.query(&asked.text, asked.values).await?;
    let mut posts = Vec::with_capacity(rows.len());
    for row in &rows {
        let post = read(row)?;
        posts.push(PostRow {
            id: post.id,
            text: post.text,
            state: post.state,
            source: post.source,
            format: post.format,
            topic: post.topic,
            campaign: post.campaign,
            pictures: row.get("pictures")?,
            channels: Vec::new(),
            updated_at: post.updated_at,
        });
    }
    join_channels(brand, &mut posts, tx).await?;
    Ok(posts)
}

/// Of the parts that follow one another on a channel, the one that is not there shows.
fn join_part(channels: &mut Vec<OnChannel>, part: OnChannel) {
    let published = |part: &OnChannel| part.1 == Some(StateName::Published);
    match channels.last_mut() {
        Some(last) if last.0 == part.0 => {
            if published(last) && !published(&part) {
                *last = part;
            }
        }
        _ => channels.push(part),
    }
}

async fn join_channels(brand: Id<Brand>, posts: &mut [PostRow], tx: &mut Tx) -> Result<(), Error> {
    if posts.is_empty() {
        return Ok(());
    }
    let mut values = params![brand];
    values.extend(posts.iter().map(|post| post.id.into_value()));
    let marks: Vec<_> = (2..=values.len()).map(|n| format!("${n}")).collect();
    let text = format!(
        "SELECT v.post_id, v.channel_id, p.state FROM variant v
         LEFT JOIN publication p ON p.variant_id = v.id AND p.state <> 'cancelled'
         WHERE v.brand_id = $1 AND v.post_id IN ({})
         ORDER BY v.post_id, v.position, v.id, p.part",
        marks.join(", ")
    );
    let mut by_post: HashMap<Id<Post>, Vec<OnChannel>> = HashMap::new();
    for row in &tx.query(&text, values).await? {
        let channel = (row.get("channel_id")?, row.get("state")?);
        join_part(by_post.entry(row.get("post_id")?).or_default(), channel);
    }
    for post in posts {
        post.channels = by_post.remove(&post.id).unwrap_or_default();
    }
    Ok(())
}
