//! What a post becomes on each of its channels: one piece, or several that follow one another.

use channels::publication::{NewPublication, PartKind, Place, Publication, Purpose, StateName};
use channels::{AttachedMedia, Channel, Content, Mode};
use database::Tx;
use jiff::Timestamp;
use platform::Actor;
use primitives::Id;

use super::edit::language_of;
use super::{Post, PostError, Variant};
use crate::tracking::Sent;

/// One piece that a variant makes appear.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// What it says.
    pub content: Content,
}

impl Post {
    /// What follows the text on a variant's channel, in order: its own thread, or the post's.
    pub fn thread_of<'a>(&'a self, variant: &'a Variant) -> &'a [String] {
        variant.extras.thread.as_deref().unwrap_or(&self.extras.thread)
    }

    /// The comment under a variant: its own, or the post's.
    pub fn first_comment_of<'a>(&'a self, variant: &'a Variant) -> Option<&'a str> {
        let own = variant.extras.first_comment.as_deref();
        let comment = own.or(self.extras.first_comment.as_deref());
        comment.map(str::trim).filter(|comment| !comment.is_empty())
    }

    /// Its pictures and videos, as a content carries them.
    pub fn attached(&self) -> Vec<AttachedMedia> {
        let attach = |m: &super::PostMedia| AttachedMedia::of(&m.media, m.alt_text.clone());
        self.media.iter().map(attach).collect()
    }

    /// What the send fence is given for a variant: its text, and all that follows it.
    pub fn content_for(&self, variant: &Variant, language: &str) -> Content {
        let thread = self.thread_of(variant).iter().map(|text| text.trim_end().to_owned());
        Content {
            text: self.text_of(variant).trim_end().to_owned(),
            link: self.link.clone(),
            media: self.attached(),
            language: Some(self.language.clone().unwrap_or_else(|| language.to_owned())),
            reply_to: None,
            poll: self.extras.poll.clone(),
            thread: thread.collect(),
            first_comment: self.first_comment_of(variant).map(str::to_owned),
        }
    }

    /// The pieces that a variant makes appear, in order. A person who posts by hand does it all
    /// at once: one piece that holds the others.
    pub fn parts_for(&self, variant: &Variant, language: &str, mode: Mode) -> Vec<Part> {
        let mut whole = self.content_for(variant, language);
        if mode == Mode::Assisted {
            return vec![Part { kind: PartKind::Main, content: whole }];
        }
        let thread = std::mem::take(&mut whole.thread);
        let comment = whole.first_comment.take();
        let language = whole.language.clone();
        let says = |text| Content { text, language: language.clone(), ..Content::default() };
        let mut parts = vec![Part { kind: PartKind::Main, content: whole }];
        let thread = thread.into_iter().map(|text| (PartKind::Thread, text));
        let comment = comment.into_iter().map(|text| (PartKind::FirstComment, text));
        let later = thread.chain(comment);
        parts.extend(later.map(|(kind, text)| Part { kind, content: says(text) }));
        parts
    }

    async fn parts_on_its_channel(
        &self,
        variant: &Variant,
        language: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Part>, PostError> {
        let channel = Channel::load(variant.channel, actor, tx).await;
        let mode = channel.map(|channel| channel.mode).map_err(|_| PostError::NotFound)?;
        let sent = Sent::of(self, actor, tx).await?;
        let (post, variant) = sent.on(self, variant);
        Ok(post.parts_for(&variant, language, mode))
    }

    /// Plans what is missing of each variant, and gives up what it has no longer.
    pub(super) async fn plan_missing(
        &self,
        due_at: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PostError> {
        let language = language_of(actor, tx).await?;
        let publications = live(Publication::of_post(self.id.cast(), actor, tx).await?);
        for variant in &self.variants {
            let mut before: Option<Id<Publication>> = None;
            let parts = self.parts_on_its_channel(variant, &language, actor, tx).await?;
            for (number, part) in (0_i64..).zip(parts) {
                let there =
                    publications.iter().find(|p| of_variant(p, variant) && p.place.part == number);
                before = Some(match there {
                    Some(publication) => publication.id,
                    None => {
                        let place = Place { part: number, kind: part.kind, after: before };
                        let (post, variant_id) = (self.id.cast(), variant.id.cast());
                        let new = NewPublication {
                            channel: variant.channel,
                            purpose: Purpose::Post { post, variant: variant_id },
                            place,
                            due_at,
                            content: part.content,
                        };
                        Publication::plan(new, actor, tx).await?.id
                    }
                });
            }
        }
        Ok(())
    }

    /// Brings what is planned into line with what the post now says. Parts that the post has no
    /// longer are given up; what has left is as it was, which [`Post::keeps_what_left`] saw to.
    pub(super) async fn follow(
        &self,
        planned: Vec<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PostError> {
        let language = language_of(actor, tx).await?;
        for mut publication in live(planned) {
            if !publication.state.may_change() {
                continue;
            }
            let variant = self.variants.iter().find(|variant| of_variant(&publication, variant));
            let parts = match variant {
                Some(variant) => self.parts_on_its_channel(variant, &language, actor, tx).await?,
                None => Vec::new(),
            };
            match parts.into_iter().nth(number_of(&publication)) {
                Some(part) => {
                    publication.change_part(part.kind, part.content, actor, tx).await?;
                }
                None => publication.cancel(actor, tx).await?,
            }
        }
        if let super::PostState::Scheduled(at) = &self.state {
            self.plan_missing(at.at, actor, tx).await?;
        }
        Ok(())
    }

    /// Whether what has left, or may have, says the same in this post as in an earlier state of
    /// it, and nothing is added that would leave at once: the rest may still change.
    pub(super) async fn keeps_what_left(
        &self,
        earlier: &Post,
        publications: &[Publication],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<bool, PostError> {
        let left = publications
            .iter()
            .filter(|p| p.state.name() != StateName::Cancelled && !p.state.may_change());
        for publication in left.clone() {
            let variant = |post: &Post| {
                post.variants.iter().find(|variant| of_variant(publication, variant)).cloned()
            };
            let (Some(was), Some(is)) = (variant(earlier), variant(self)) else {
                return Ok(false);
            };
            let was = earlier.parts_on_its_channel(&was, "", actor, tx).await?;
            let is = self.parts_on_its_channel(&is, "", actor, tx).await?;
            let number = number_of(publication);
            if is.get(number).is_none() || was.get(number) != is.get(number) {
                return Ok(false);
            }
        }
        if left.count() == 0 {
            return Ok(true);
        }
        for variant in &self.variants {
            let Some(was) = earlier.variants.iter().find(|was| was.id == variant.id) else {
                return Ok(false);
            };
            let was = earlier.parts_on_its_channel(was, "", actor, tx).await?;
            let is = self.parts_on_its_channel(variant, "", actor, tx).await?;
            if is.len() > was.len() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn number_of(publication: &Publication) -> usize {
    usize::try_from(publication.place.part).unwrap_or(usize::MAX)
}

fn of_variant(publication: &Publication, variant: &Variant) -> bool {
    matches!(publication.purpose, Purpose::Post { variant: of, .. } if of == variant.id.cast())
}

/// Those that were not given up, each after the one it follows.
fn live(mut publications: Vec<Publication>) -> Vec<Publication> {
    publications.retain(|publication| publication.state.name() != StateName::Cancelled);
    publications.sort_by_key(|publication| publication.place.part);
    publications
}
