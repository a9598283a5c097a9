//! Drafts: with a wanted day, rewritten by two people, remarked on by the checks, brought by the
//! bakery's own blog.

use channels::feeds::{Feed as ReadFeed, FeedItem};
use database::Tx;
use jiff::{SignedDuration, ToSpan};
use platform::media::Media;
use publishing::feed::{FeedRule, Relay, RuleChannel};
use publishing::local_time::LocalSchedule;
use publishing::{Feed, Post};

use crate::demo::story::{draft, piece};
use crate::demo::team::Stage;
use crate::demo::words::{BACKSTAGE, PRODUCTS};
use crate::failure::Failure;

/// Where the blog would be, on a domain that belongs to nobody.
const BLOG: &str = "https://carnet.fournil-de-louise.example";

/// Writes them all.
pub async fn write(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    follow_blog(stage, tx).await?;
    rewritten(stage, tx).await?;
    tx.move_to(stage.now - SignedDuration::from_hours(29));
    let zone = stage.brand.zone.name();
    let today = stage.now.to_zoned(stage.brand.zone.time_zone().clone()).date();
    for (days, hour, says, picture, topic) in stage.words.dated {
        let local = today.saturating_add(i64::from(*days).days()).at(*hour, 0, 0, 0);
        let mut new = piece(says, *picture, &[0, 1], stage, media);
        new.topic = Some(stage.topics[*topic]);
        new.wanted = Some(LocalSchedule::resolve(local, zone).map_err(Failure::because)?);
        draft(new, &stage.youenn, tx).await?;
    }
    tx.move_to(stage.now - SignedDuration::from_hours(5));
    // The same words everywhere, no alternative text, and claims: what checks are for.
    let mut remarked = piece(stage.words.remarked, Some("miche"), &[0, 1, 2], stage, media);
    remarked.media.iter_mut().for_each(|picture| picture.alt_text.clear());
    remarked.topic = Some(stage.topics[PRODUCTS]);
    draft(remarked, &stage.youenn, tx).await.map(drop)
}

/// Written by Camille, taken further by her, then by Louise: three versions.
async fn rewritten(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let authors = [&stage.camille, &stage.camille, &stage.louise];
    let mut post: Option<Post> = None;
    for (nth, (says, author)) in stage.words.drafted.into_iter().zip(authors).enumerate() {
        tx.move_to(stage.now - SignedDuration::from_hours(76 - 23 * nth as i64));
        let mut edit = piece(says, None, &[1, 3], stage, &[]);
        edit.topic = Some(stage.topics[BACKSTAGE]);
        post = Some(match post {
            None => draft(edit, author, tx).await?,
            Some(post) => {
                post.edit(edit, post.version, author, tx).await.map_err(Failure::because)?
            }
        });
    }
    Ok(())
}

/// Follows the bakery's own blog, whose articles become drafts. It is read no further: nothing
/// is there to be read.
async fn follow_blog(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let (title, articles) = stage.words.blog;
    let at = stage.now - SignedDuration::from_hours(24 * 8);
    tx.move_to(at);
    let items = articles.iter().enumerate().map(|(nth, (title, summary))| FeedItem {
        key: format!("{BLOG}/{nth}"),
        title: (*title).to_owned(),
        link: Some(format!("{BLOG}/{}", primitives::slug(title))),
        summary_text: (*summary).to_owned(),
        picture_url: None,
        published_at: Some(at - SignedDuration::from_hours(24 * 9 * nth as i64)),
    });
    let mut read = ReadFeed {
        title: title.to_owned(),
        site_url: Some(BLOG.to_owned()),
        items: items.collect(),
        etag: None,
        last_modified: None,
        moved_to: None,
    };
    let newest = read.items.remove(0);
    let address = format!("{BLOG}/feed");
    let feed = Feed::follow(&address, &read, 0, &stage.camille, tx).await;
    let feed = feed.map_err(Failure::because)?;
    let rule = FeedRule {
        into: Relay::Drafts,
        channels: [1, 3]
            .map(|at: usize| RuleChannel { channel: stage.channels[at].id, text: None })
            .to_vec(),
        text: Some(stage.words.relay.to_owned()),
        topic: Some(stage.topics[BACKSTAGE]),
        picture: true,
        ..FeedRule::default()
    };
    feed.set_rule(&rule, &stage.camille, tx).await.map_err(Failure::because)?;
    let feed = Feed::load(feed.id, &stage.camille, tx).await.map_err(Failure::because)?;
    read.items.insert(0, newest);
    tx.move_to(stage.now - SignedDuration::from_hours(31));
    feed.read_again(&read, tx).await.map_err(Failure::because)?;
    feed.pause(&stage.camille, tx).await.map_err(Failure::because)
}
