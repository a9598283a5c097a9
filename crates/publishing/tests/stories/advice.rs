//! Channel advice on cases that anyone of the trade would judge alike.

use channels::Channel;
use publishing::advice::{
    Adaptation, Advised, Audience, Carried, Objective, OwnResult, OwnResults, Piece, Rule, Source,
    Urgency, advise,
};
use strategy::Format;

use crate::world::worlds;

/// What is advised to a brand that has no channel yet, among all networks.
fn anywhere(piece: &Piece) -> Advised {
    advise(piece, &[], &OwnResults::default())
}

fn names(advised: &Advised) -> Vec<&str> {
    advised.elsewhere.iter().map(|one| one.place.network.as_str()).collect()
}

async fn bakery() -> Vec<(String, Channel)> {
    let world = worlds().await.remove(0);
    let mut tx = world.engine.read().await.unwrap();
    let channels = Channel::all(&world.louise, &mut tx).await.unwrap();
    channels.into_iter().map(|c| (c.network_name.to_lowercase(), c)).collect()
}

#[test]
fn a_short_announcement_goes_where_short_news_is_read() {
    let piece = Piece {
        length: 120,
        urgency: Urgency::Now,
        objective: Some(Objective::Awareness),
        ..Piece::default()
    };
    let advised = anywhere(&piece);
    let first = names(&advised)[0];
    assert!(["bluesky", "x", "threads"].contains(&first), "{:?}", names(&advised));
    let reasons = &advised.elsewhere[0].reasons;
    let brief = reasons.iter().find(|reason| reason.rule == Rule::Brief).unwrap();
    assert_eq!(brief.rule.source(), Source::IdealMedium, "article 3 gives this very example");
    assert!(reasons.iter().any(|reason| reason.rule == Rule::ReadAtOnce));
}

#[test]
fn a_long_text_for_professionals_goes_to_linkedin() {
    let piece = Piece {
        length: 1_800,
        audience: vec![Audience::Professionals],
        objective: Some(Objective::Awareness),
        ..Piece::default()
    };
    let advised = anywhere(&piece);
    assert_eq!(names(&advised)[0], "linkedin");
    assert!(!names(&advised).contains(&"bluesky"), "300 characters hold no such text");
}

#[test]
fn a_demonstration_to_be_found_for_months_goes_to_youtube() {
    let piece = Piece {
        length: 400,
        carried: Carried::Video,
        shape: Some((1920, 1080)),
        urgency: Urgency::Lasting,
        objective: Some(Objective::Help),
        ..Piece::default()
    };
    let advised = anywhere(&piece);
    assert_eq!(names(&advised)[0], "youtube");
    assert!(advised.elsewhere[0].adapt.is_empty(), "it is already of the right shape");
}

#[test]
fn what_the_piece_lacks_is_asked_for() {
    // Young people with a picture in landscape: Instagram, in 4:5, with the link elsewhere.
    let photo = Piece {
        carried: Carried::Picture,
        shape: Some((1600, 900)),
        audience: vec![Audience::Young, Audience::Local],
        objective: Some(Objective::Contribution),
        length: 700,
        link: true,
        ..Piece::default()
    };
    let advised = anywhere(&photo);
    let instagram = advised.elsewhere.iter().find(|a| a.place.network == "instagram").unwrap();
    let shape = |one: &Adaptation| matches!(one, Adaptation::Shape { other: true, .. });
    assert!(instagram.adapt.iter().any(shape), "{:?}", instagram.adapt);
    assert!(instagram.adapt.contains(&Adaptation::LinkElsewhere));
    assert_eq!(instagram.format, Format::Image);
}

#[test]
fn points_are_the_sum_of_the_reasons_and_nothing_else() {
    for carried in Carried::ALL {
        for length in [0, 100, 400, 2_000] {
            let piece = Piece { carried: *carried, length, link: true, ..Piece::default() };
            for advice in anywhere(&piece).elsewhere {
                let sum: i32 = advice.reasons.iter().map(|reason| reason.points).sum();
                assert_eq!(advice.points, sum);
                assert!(advice.reasons.is_sorted_by_key(|reason| -reason.points));
            }
        }
    }
}

#[tokio::test]
async fn a_text_too_long_for_a_channel_is_to_be_shortened_or_split() {
    let channels = bakery().await;
    let piece = Piece { length: 420, ..Piece::default() };
    let advised = advise(&piece, &channels, &OwnResults::default());
    assert_eq!(advised.channels[0].place.network, "mastodon", "500 are enough there");
    let bluesky = &advised.channels[1];
    assert!(bluesky.adapt.contains(&Adaptation::Shorten { most: 300 }));
    assert!(bluesky.adapt.contains(&Adaptation::Split));
    assert_eq!(bluesky.format, Format::Thread);
    let mine: Vec<_> = advised.elsewhere.iter().map(|a| a.place.network.as_str()).collect();
    assert!(!mine.contains(&"bluesky"), "what the brand has is not proposed again");
}

#[tokio::test]
async fn the_brand_s_own_results_count_when_there_are_enough_of_them() {
    let channels = bakery().await;
    let piece = Piece { length: 100, carried: Carried::Picture, ..Piece::default() };
    let cell = |network: &str, posts, drawn, enough| OwnResult {
        network: network.into(),
        format: Format::Image,
        posts,
        median: drawn,
        drawn,
        enough,
    };
    let own = |enough| OwnResults {
        usual: Some(0.02),
        posts: 60,
        cells: vec![cell("mastodon", 12, 0.04, enough), cell("bluesky", 30, 0.012, true)],
    };
    let advised = advise(&piece, &channels, &own(true));
    assert_eq!(advised.channels[0].place.network, "mastodon");
    let said = |rule: &Rule| matches!(rule, Rule::Own { posts: 12, .. });
    assert!(advised.channels[0].reasons.iter().any(|r| said(&r.rule) && r.points == 3));
    let few = advise(&piece, &channels, &own(false));
    let mastodon = few.channels.iter().find(|a| a.place.network == "mastodon").unwrap();
    let few = mastodon.reasons.iter().find(|r| r.rule == Rule::OwnTooFew { posts: 12 }).unwrap();
    assert_eq!(few.points, 0, "too few posts change nothing");
}

#[tokio::test]
async fn another_format_that_did_better_is_proposed() {
    let channels = bakery().await;
    let piece = Piece { length: 100, ..Piece::default() };
    let video = OwnResult {
        network: "bluesky".into(),
        format: Format::Video,
        posts: 14,
        median: 0.05,
        drawn: 0.041,
        enough: true,
    };
    let own = OwnResults { usual: Some(0.02), posts: 80, cells: vec![video] };
    let advised = advise(&piece, &channels, &own);
    let bluesky = advised.channels.iter().find(|a| a.place.network == "bluesky").unwrap();
    let tried = Adaptation::TryFormat { format: Format::Video, posts: 14, drawn: 0.041 };
    assert!(bluesky.adapt.contains(&tried));
}
