//! The content mix against the charter, and what to prepare next.

use channels::Channel;
use publishing::mix::{ChannelWhy, FormatWhy, Mix, Targets, TopicWhy};
use publishing::post::{Edit, PostSource, VariantEdit};
use publishing::{LocalSchedule, Post};
use strategy::topic::TopicEdit;
use strategy::{Format, Topic};

use crate::world::{World, worlds};

async fn topic(name: &str, world: &World) -> Topic {
    let mut tx = world.engine.begin().await.unwrap();
    let edit = TopicEdit { name: name.into(), colour: "#b3402a".into(), ..TopicEdit::default() };
    let topic = Topic::add(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    topic
}

/// A post on a topic, meant for or scheduled at a time.
async fn post(world: &World, topic: Option<&Topic>, at: &str, scheduled: bool) -> Post {
    let mut tx = world.engine.begin().await.unwrap();
    let edit = Edit {
        text: "Le pain du jour".into(),
        variants: vec![VariantEdit::from((world.bluesky, None))],
        topic: topic.map(|topic| topic.id),
        wanted: Some(LocalSchedule::parse(at, "Europe/Paris").unwrap()),
        ..Edit::default()
    };
    let mut post = Post::begin(edit, PostSource::Written, &world.louise, &mut tx).await.unwrap();
    if scheduled {
        post = post.schedule(at, &world.louise, &mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    post
}

async fn december(world: &World) -> Mix {
    let mut tx = world.engine.read().await.unwrap();
    let (from, to) = ("2026-11-30T23:00:00Z", "2026-12-28T23:00:00Z");
    Mix::read(from.parse().unwrap(), to.parse().unwrap(), &world.louise, &mut tx).await.unwrap()
}

async fn channels(world: &World) -> Vec<Channel> {
    let mut tx = world.engine.read().await.unwrap();
    Channel::all(&world.louise, &mut tx).await.unwrap()
}

#[tokio::test]
async fn what_is_scheduled_and_drafts_with_a_time_count_apart_and_the_rest_is_told() {
    for world in worlds().await {
        let craft = topic("Savoir-faire", &world).await;
        let life = topic("La vie du fournil", &world).await;
        post(&world, Some(&craft), "2026-12-02T09:00", true).await;
        post(&world, Some(&craft), "2026-12-03T09:00", false).await;
        post(&world, None, "2026-12-04T09:00", true).await;
        post(&world, Some(&life), "2027-01-04T09:00", true).await;
        world.draft("Une idée sans date").await;
        let mix = december(&world).await;
        let targets = Targets {
            topics: vec![(craft.id, Some(50)), (life.id, Some(50))],
            ..Targets::default()
        };
        let lines = mix.topics(&targets);
        let counts: Vec<_> = lines.iter().map(|l| (l.counts.scheduled, l.counts.drafts)).collect();
        assert_eq!(counts, [(1, 1), (0, 0), (1, 0)], "the last line has no topic");
        assert_eq!(lines[2].key, None);
        assert_eq!(mix.counts().all(), 3);
    }
}

#[tokio::test]
async fn the_topic_format_and_channel_most_behind_are_proposed_with_why() {
    for world in worlds().await {
        let craft = topic("Savoir-faire", &world).await;
        let life = topic("La vie du fournil", &world).await;
        for day in 1..=4 {
            post(&world, Some(&craft), &format!("2026-12-0{day}T09:00"), true).await;
        }
        let mix = december(&world).await;
        let channels = channels(&world).await;
        let cadence = |channel: &Channel| if channel.id == world.bluesky { 1 } else { 2 };
        let targets = Targets {
            topics: vec![(craft.id, Some(60)), (life.id, Some(40))],
            formats: vec![(Format::Text, 30), (Format::Image, 50)],
            channels: channels.iter().map(|c| (c.clone(), Some(cadence(c)))).collect(),
        };
        let next = mix.next(&targets).unwrap();
        let why = TopicWhy::Behind { have: 0, all: 4, share: 40.0 };
        assert_eq!(next.topic, Some((life.id, why)));
        let why = FormatWhy::Behind { have: 0, all: 4, share: 50.0 };
        assert_eq!(next.format, Some((Format::Image, why)));
        let why = ChannelWhy::Behind { have: 0, due: 8.0 };
        assert_eq!(next.channel, Some((world.mastodon, why)), "2 a week over 4 weeks");
    }
}

#[tokio::test]
async fn once_every_target_is_reached_nothing_is_proposed() {
    for world in worlds().await {
        let craft = topic("Savoir-faire", &world).await;
        let life = topic("La vie du fournil", &world).await;
        for day in 1..=3 {
            post(&world, Some(&craft), &format!("2026-12-0{day}T09:00"), true).await;
            post(&world, Some(&life), &format!("2026-12-0{day}T18:00"), true).await;
        }
        let targets = Targets {
            topics: vec![(craft.id, Some(40)), (life.id, Some(40))],
            ..Targets::default()
        };
        assert_eq!(december(&world).await.next(&targets), None);
    }
}

#[tokio::test]
async fn without_targets_the_topic_left_longest_and_something_else_than_words_are_proposed() {
    for world in worlds().await {
        let craft = topic("Savoir-faire", &world).await;
        let life = topic("La vie du fournil", &world).await;
        post(&world, Some(&craft), "2026-12-02T09:00", true).await;
        let targets =
            Targets { topics: vec![(craft.id, None), (life.id, None)], ..Targets::default() };
        let next = december(&world).await.next(&targets).unwrap();
        assert_eq!(next.topic, Some((life.id, TopicWhy::LongestAgo(None))));
        let why = FormatWhy::TooManyWords { words: 1, all: 1 };
        assert_eq!(next.format, Some((Format::Image, why)));
    }
}
