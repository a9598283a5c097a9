//! A question handed to an expert, who answers on a phone without an account.

use channels::{Channel, InboxBatch, InboxItem, ItemKind, RemoteProfile};
use conversations::escalation::EscalationLetter;
use conversations::{Conversation, Filter};
use jiff::SignedDuration;
use platform::{Actor, Brand};
use primitives::Id;
use web::letters::Desk;

use crate::posts::account;
use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// What a browser sends for a file that nobody chose.
const EMPTY: (&str, &str, &[u8]) = ("", "application/octet-stream", b"");

/// Léa asks about sesame; her conversation.
pub async fn lea_asks(louise: &Browser<'_>) -> Id<Conversation> {
    let channel: Id<Channel> = account(louise).await.parse().unwrap();
    let mut tx = louise.app.engine.begin().await.unwrap();
    let brand = Brand::all(&mut tx).await.unwrap().remove(0);
    let system = Actor::system(brand.id);
    let channel = Channel::load(channel, &system, &mut tx).await.unwrap();
    let lea = RemoteProfile {
        remote_id: "lea".into(),
        handle: "lea".into(),
        name: "Léa Fontaine".into(),
        url: None,
        avatar_url: None,
        followers: None,
    };
    let item = InboxItem {
        remote_id: "m1".into(),
        kind: ItemKind::Mention,
        author: lea,
        text: "Y a-t-il du sésame dans la tradition ?".into(),
        url: None,
        at: tx.now(),
        in_reply_to: None,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: serde_json::json!({}),
        letter: None,
    };
    let batch = InboxBatch { items: vec![item], cursor: None, more: false };
    let next = tx.now() + SignedDuration::from_mins(1);
    conversations::ingest(&channel, &batch, next, &mut tx).await.unwrap();
    let page = Conversation::list(&Filter::default(), &system, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    page.rows[0].conversation.id
}

/// Writes the letters that are asked for; the address of the last link.
async fn letters(app: &App) -> String {
    let mut tx = app.engine.read().await.unwrap();
    let text = "SELECT payload FROM job WHERE kind = 'escalation_letter' ORDER BY id";
    let rows = tx.query(text, Vec::new()).await.unwrap();
    let brand = Brand::all(&mut tx).await.unwrap()[0].id;
    drop(tx);
    let desk = Desk::new(&app.house.kit, "http://parvis.test".to_owned(), true);
    for row in &rows {
        let payload: String = row.get("payload").unwrap();
        let letter: EscalationLetter = serde_json::from_str(&payload).unwrap();
        desk.write_escalation(&letter, brand).await.unwrap();
    }
    let jobs = app.rows(&["job"]).await;
    let token = jobs.rsplit("http://parvis.test/escalation/").next().unwrap();
    let token: String =
        token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    format!("/escalation/{token}")
}

#[tokio::test]
async fn an_expert_answers_on_a_phone_and_the_answer_is_sent_after_a_look() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let lea = lea_asks(&louise).await;
        let page = louise.get(&at(&format!("inbox/{lea}"))).await;
        assert!(page.says("Demander à un expert"), "{page:?}");
        let form = louise.get(&at(&format!("escalations/new?conversation={lea}"))).await;
        assert!(form.says("Y a-t-il du sésame") && form.says("Dans 4 h"), "{form:?}");
        let lea_text = lea.to_string();
        let ask = [
            ("conversation", lea_text.as_str()),
            ("question", "Du sésame dans la tradition ?"),
            ("deadline", "4h"),
            ("context", "thread"),
            ("name", "Anna Bérard"),
            ("email", "anna"),
        ];
        let refused = louise.post(&at("escalations"), &ask).await;
        assert!(refused.status == 422 && refused.says("Indiquez une adresse"), "{refused:?}");
        assert!(refused.text.contains(r#"value="Anna Bérard""#), "kept");
        let mut ask = ask.to_vec();
        ask[5].1 = "anna@labo.example";
        let answer = louise.post(&at("escalations"), &ask).await;
        assert_eq!(answer.location(), at(&format!("inbox/{lea}")), "{answer:?}");
        let list = louise.get(&at("inbox?escalated=any")).await;
        assert!(list.says("Chez un expert") && list.says("Léa Fontaine"), "{list:?}");

        let anna = app.browser("203.0.113.5");
        let link = letters(&app).await;
        let page = anna.get(&link).await;
        assert!(page.says("Du sésame dans la tradition") && page.says("Bonjour Anna"), "{page:?}");
        assert!(!page.text.contains("/b/"), "nothing leads into the house");
        let empty = anna.post(&format!("{link}/answer"), &[("answer", " ")]).await;
        assert_eq!(empty.status, 422);
        let words = "Non, des traces sont possibles.";
        let done = anna.post(&format!("{link}/answer"), &[("answer", words)]).await;
        assert_eq!(done.location(), link, "{done:?}");
        let again = anna.get(&link).await;
        assert!(again.says("Merci, votre réponse est arrivée") && again.says(words), "{again:?}");

        let page = louise.get(&at(&format!("inbox/{lea}"))).await;
        assert!(page.says(words) && page.says("Envoyer telle quelle"), "{page:?}");
        let send = page.between(r#"name="use" value="send:"#, "\"").to_owned();
        let reply = at(&format!("inbox/{lea}/replies"));
        let edit = format!("edit:{send}");
        let fields = [("use", edit.as_str()), ("credit", "yes"), ("text", "Bonjour Léa,")];
        let drafted = louise.upload(&reply, &fields, "pictures", EMPTY).await;
        assert!(drafted.status == 200 && drafted.says("apportée par Anna"), "{drafted:?}");
        let send = format!("send:{send}");
        let sent = louise.upload(&reply, &[("use", send.as_str())], "pictures", EMPTY).await;
        assert_eq!(sent.status, 303, "{sent:?}");
        let over = anna.get(&link).await;
        assert!(over.says("a utilisé votre réponse"), "{over:?}");
        let list = louise.get(&at("escalations?show=over")).await;
        assert!(list.says("Du sésame dans la tradition"), "{list:?}");
    }
}

#[tokio::test]
async fn an_expired_link_gives_a_fresh_one_to_the_same_address_only() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let lea = lea_asks(&louise).await.to_string();
    let ask = [
        ("conversation", lea.as_str()),
        ("question", "Du sésame ?"),
        ("deadline", "1h"),
        ("context", "post"),
        ("name", "Anna"),
        ("email", "anna@labo.example"),
    ];
    assert_eq!(louise.post(&at("escalations"), &ask).await.status, 303);
    let anna = app.browser("203.0.113.5");
    let link = letters(&app).await;
    app.engine.ambient().advance(SignedDuration::from_hours(24 * 20));
    let page = anna.get(&link).await;
    assert!(page.says("Ce lien a expiré") && !page.says("sésame"), "{page:?}");
    let late = anna.post(&format!("{link}/answer"), &[("answer", "Non")]).await;
    assert!(late.status == 409 && late.says("n’a pas été transmis"), "{late:?}");
    let asked = anna.post(&format!("{link}/link"), &[("email", "autre@ailleurs.example")]).await;
    assert_eq!(asked.status, 303);
    let jobs = app.rows(&["job"]).await;
    assert!(!jobs.contains("ailleurs.example"));
    let fresh = letters(&app).await;
    assert_ne!(fresh, link);
    assert!(anna.get(&fresh).await.says("Du sésame"), "{fresh}");
    assert_eq!(anna.get("/escalation/rien").await.status, 404);
}
