//! The blog's articles become what the brand said they should.

use std::sync::Arc;

use async_trait::async_trait;
use channels::feeds::{Feed as ReadFeed, FeedAnswer, FeedError, FeedItem, FeedReader};
use channels::{ChannelKit, Connectors, FenceSettings, NothingToSay};
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use publishing::feed::{FeedRule, RuleChannel, refresh};
use publishing::post::ListFilter;
use publishing::{Feed, Post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::world::{World, worlds};

/// One pixel.
const PNG: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\
    \x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\x0d\x49\x44\x41\
    \x54\x78\xda\x63\x64\x60\xf8\x5f\x0f\x00\x02\x87\x01\x80\xeb\x47\xba\x92\x00\x00\
    \x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// A blog whose articles are these, and whose pages show a picture when they are shared.
struct Blog {
    items: Vec<FeedItem>,
    shared_picture: Option<String>,
}

#[async_trait]
impl FeedReader for Blog {
    async fn read(
        &self,
        _http: &Outbound,
        _url: &str,
        _etag: Option<&str>,
        _last_modified: Option<&str>,
    ) -> Result<FeedAnswer, FeedError> {
        Ok(FeedAnswer::Feed(Box::new(reading(self.items.clone()))))
    }

    async fn picture_of(&self, _http: &Outbound, _page: &str) -> Option<String> {
        self.shared_picture.clone()
    }
}

fn reading(items: Vec<FeedItem>) -> ReadFeed {
    ReadFeed {
        title: "Le blog du fournil".into(),
        site_url: None,
        items,
        etag: None,
        last_modified: None,
        moved_to: None,
    }
}

fn article(key: &str, title: &str, picture: Option<String>) -> FeedItem {
    FeedItem {
        key: key.into(),
        title: title.into(),
        link: Some(format!("https://blog.fournil.test/{key}")),
        summary_text: "Le levain se nourrit chaque matin.".into(),
        picture_url: picture,
        published_at: None,
    }
}

/// A site that answers every request with one picture, or with an error.
async fn site(status: u16) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = [0; 2048];
            let _ = stream.read(&mut buffer).await;
            let head = format!(
                "HTTP/1.1 {status} x\r\ncontent-type: image/png\r\ncontent-length: {}\r\n\
                 connection: close\r\n\r\n",
                PNG.len()
            );
            stream.write_all(head.as_bytes()).await.ok();
            stream.write_all(PNG).await.ok();
        }
    });
    format!("http://{address}/images/pain.png?taille=2")
}

fn kit(world: &World, blog: Blog) -> ChannelKit {
    let http = OutboundSettings { allow_private: true, ..OutboundSettings::default() };
    let ambient = world.engine.ambient();
    ChannelKit {
        database: world.engine.database.clone(),
        connectors: Connectors::default().with_feeds(Arc::new(blog)),
        http: Outbound::new(http).unwrap(),
        media: MediaStore::in_memory(),
        vault: Vault::for_tests(ambient),
        instance: ambient.new_id(),
        fence: FenceSettings::default(),
        last_look: Arc::new(NothingToSay),
    }
}

/// The blog is followed with this rule, then has these new articles.
async fn relay(world: &World, rule: FeedRule, blog: Blog) -> Vec<Post> {
    let mut tx = world.engine.begin().await.unwrap();
    let url = "https://blog.fournil.test/feed";
    let feed = Feed::follow(url, &reading(vec![]), 0, &world.louise, &mut tx).await.unwrap();
    feed.set_rule(&rule, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let kit = kit(world, blog);
    for _ in 0..2 {
        refresh(feed.id, &kit).await.unwrap();
    }
    let mut tx = world.engine.read().await.unwrap();
    let rows = Post::list(&ListFilter::default(), &world.louise, &mut tx).await.unwrap();
    let mut posts = Vec::new();
    for row in rows {
        posts.push(Post::load(row.id, &world.louise, &mut tx).await.unwrap());
    }
    posts
}

#[tokio::test]
async fn an_article_becomes_a_draft_with_its_picture_and_a_text_for_each_account() {
    for world in worlds().await {
        let rule = FeedRule {
            channels: vec![
                RuleChannel { channel: world.bluesky, text: None },
                RuleChannel {
                    channel: world.mastodon,
                    text: Some("{titre} : à lire sur {lien} #pain".into()),
                },
            ],
            text: Some("Nouveau sur le blog : {titre}".into()),
            picture: true,
            ..FeedRule::default()
        };
        let items = vec![article("levain", "Le levain", Some(site(200).await))];
        let posts = relay(&world, rule, Blog { items, shared_picture: None }).await;
        let [post] = posts.as_slice() else { panic!("{} posts", posts.len()) };
        assert_eq!(post.text, "Nouveau sur le blog : Le levain");
        assert_eq!(post.link.as_deref(), Some("https://blog.fournil.test/levain"));
        let own = post.variant_for(world.mastodon).unwrap();
        let expected = "Le levain : à lire sur https://blog.fournil.test/levain #pain";
        assert_eq!(own.text.as_deref(), Some(expected));
        assert_eq!(post.variant_for(world.bluesky).unwrap().text, None);
        assert_eq!(post.media.len(), 1, "on {}", world.engine.name);
        assert_eq!(post.media[0].media.name, "pain.png");
    }
}

#[tokio::test]
async fn an_article_without_a_picture_takes_the_one_its_page_shows_and_one_that_fails_is_left_out()
{
    for world in worlds().await {
        let rule = FeedRule { picture: true, ..FeedRule::default() };
        let items = vec![
            article("levain", "Le levain", None),
            article("brioche", "La brioche", Some(site(404).await)),
        ];
        let blog = Blog { items, shared_picture: Some(site(200).await) };
        let posts = relay(&world, rule, blog).await;
        let pictures: Vec<_> = posts
            .iter()
            .map(|post| (post.text.lines().next().unwrap(), post.media.len()))
            .collect();
        assert!(pictures.contains(&("Le levain", 1)), "{pictures:?}");
        assert!(pictures.contains(&("La brioche", 0)), "{pictures:?}");
    }
}

#[tokio::test]
async fn only_the_articles_that_the_words_let_through_are_drafted() {
    for world in worlds().await {
        let rule = FeedRule {
            with_words: vec!["levain".into(), "BRIOCHE".into()],
            without_words: vec!["fermeture".into()],
            ..FeedRule::default()
        };
        let mut items = vec![
            article("1", "Notre brioche", None),
            article("2", "Fermeture d’août : le levain aussi", None),
            article("3", "Les horaires", None),
        ];
        items[2].summary_text = "Du mardi au samedi.".into();
        let posts = relay(&world, rule, Blog { items, shared_picture: None }).await;
        let titles: Vec<_> = posts.iter().map(|post| post.text.lines().next().unwrap()).collect();
        assert_eq!(titles, ["Notre brioche"], "on {}", world.engine.name);
    }
}
