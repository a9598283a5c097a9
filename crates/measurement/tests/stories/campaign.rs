use jiff::SignedDuration;
use measurement::advice::own_results;
use measurement::campaign::{Side, campaign_figures};
use measurement::reading::{measure_channel, measure_due};
use measurement::statistics::{Ingredient, Measure, PairVerdict, Verdict};
use publishing::campaign::{CampaignEdit, CampaignKind};
use publishing::post::{Edit, PostSource, VariantEdit};
use publishing::{Campaign, Post};
use strategy::Format;

use crate::world::{World, worlds};

async fn campaign(world: &World) -> Campaign {
    let edit = CampaignEdit {
        name: "La bûche".into(),
        kind: CampaignKind::Launch,
        about: String::new(),
        colour: "#2e6f73".into(),
        starts_on: None,
        ends_on: None,
        day: None,
    };
    let mut tx = world.engine.begin().await.unwrap();
    let campaign = Campaign::add(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    campaign
}

/// Publishes a post, of the campaign or not.
async fn publish(world: &World, text: &str, campaign: Option<&Campaign>) {
    let mut tx = world.engine.begin().await.unwrap();
    let edit = Edit {
        text: text.into(),
        variants: vec![VariantEdit::from((world.channel.id, None))],
        campaign: campaign.map(|one| one.id),
        ..Edit::default()
    };
    let post = Post::begin(edit, PostSource::Written, &world.louise, &mut tx).await.unwrap();
    post.publish_now(&world.louise, &mut tx).await.unwrap();
    let planned =
        channels::Publication::of_post(post.id.cast(), &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    channels::publication::deliver(&world.kit, planned[0].id).await.unwrap();
}

async fn read_figures(world: &World) {
    measure_due(&world.engine).await.unwrap();
    world.engine.ambient().advance(SignedDuration::from_mins(20));
    measure_due(&world.engine).await.unwrap();
    measure_channel(world.channel.id, &world.kit).await.unwrap();
}

#[tokio::test]
async fn a_campaign_that_does_more_than_the_rest_is_shown_to_and_counts_what_it_rests_on() {
    for world in worlds().await {
        let campaign = campaign(&world).await;
        for n in 0..12 {
            publish(&world, &format!("bûche {n}"), Some(&campaign)).await;
            publish(&world, &format!("pain {n}"), None).await;
            world.says(&format!("pain {n}"), 2 + n % 3, 0);
            if n < 11 {
                world.says(&format!("bûche {n}"), 30 + n, 1);
            }
        }
        read_figures(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let brought = campaign_figures(&campaign, None, &world.louise, &mut tx).await.unwrap();
        assert_eq!((brought.coverage.known, brought.coverage.all), (11, 12), "11 of 12 measured");
        assert_eq!(brought.measure, Measure::PublicEngagement, "reach is not given here");
        let of = |kind| brought.totals.iter().find(|one| one.ingredient == kind).unwrap();
        assert_eq!(of(Ingredient::Reactions).sum, Some((30..41).sum()));
        assert_eq!(of(Ingredient::Comments).sum, Some(11), "interactions are kept apart");
        assert_eq!(of(Ingredient::Clicks).sum, None, "not known is not nought");
        assert_eq!(brought.others.coverage.known, 12, "the campaign is not in what it is beside");
        let pair = brought.compared.pairs[0];
        assert_eq!(pair.verdict, PairVerdict::Higher);
        assert_eq!(brought.compared.groups[pair.higher].key, Side::Campaign);
        let theirs = campaign_figures(&campaign, None, &world.neighbour, &mut tx).await.unwrap();
        assert!(theirs.sends.is_empty());
    }
}

#[tokio::test]
async fn a_campaign_like_the_rest_shows_no_difference_and_a_small_one_is_not_compared() {
    for world in worlds().await {
        let campaign = campaign(&world).await;
        for n in 0..12 {
            publish(&world, &format!("bûche {n}"), Some(&campaign)).await;
            publish(&world, &format!("pain {n}"), None).await;
            world.says(&format!("pain {n}"), 5 + n % 4, 0);
            world.says(&format!("bûche {n}"), 5 + (n + 1) % 4, 0);
            if n == 3 {
                read_figures(&world).await;
                let mut tx = world.engine.read().await.unwrap();
                let few = campaign_figures(&campaign, None, &world.louise, &mut tx).await.unwrap();
                assert_eq!(few.compared.verdict, Verdict::NotEnough);
            }
        }
        read_figures(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let brought = campaign_figures(&campaign, None, &world.louise, &mut tx).await.unwrap();
        assert_eq!(brought.compared.verdict, Verdict::NoDifferenceShown);
    }
}

#[tokio::test]
async fn own_results_are_by_network_and_format_and_small_ones_are_drawn_to_the_usual() {
    for world in worlds().await {
        for n in 0..12 {
            publish(&world, &format!("pain {n}"), None).await;
            world.says(&format!("pain {n}"), 6, 0);
        }
        publish(&world, "voir https://fournil.test", None).await;
        world.says("voir https://fournil.test", 60, 0);
        read_figures(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let own = own_results(&world.louise, &mut tx).await.unwrap();
        assert_eq!(own.measure, Measure::PublicEngagement);
        assert_eq!(own.results.usual, Some(0.05));
        let of = |format| own.results.cells.iter().find(|one| one.format == format).unwrap();
        assert!(of(Format::Text).enough && of(Format::Text).posts == 12);
        let link = of(Format::Link);
        assert!(!link.enough, "one post says nothing");
        assert!((link.median - 0.5).abs() < 1e-9 && link.drawn < 0.1, "{link:?}");
        let theirs = own_results(&world.neighbour, &mut tx).await.unwrap();
        assert_eq!(theirs.results.usual, None);
    }
}
