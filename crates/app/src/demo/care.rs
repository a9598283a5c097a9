//! How the bakery looks after people: its hours, what it promises, whom it asks, what it files,
//! what it answers again and again.

use conversations::article::{Article, ArticleEdit, ArticleKind, Help};
use conversations::escalation::{
    Context, Deadline, Escalation, Expert, ExpertEdit, NewEscalation, Whom,
};
use conversations::feedback::{
    Case, CaseState, Category, Filing, NewCategory, StepWords, Takes, Telling, ToFile, Words2,
};
use conversations::hours::{Holidays, Hours, Opening};
use conversations::promise::{NewPolicy, Policy};
use conversations::saved::{SavedReply, SavedReplyEdit};
use conversations::{Conversation, Filter, StateFilter};
use database::Tx;
use jiff::SignedDuration;
use primitives::{Id, Language};

use super::team::Stage;
use super::voices::PEOPLE;
use crate::failure::Failure;

/// Texts kept for later: names in French and in English, then words in French and in English.
const REPLIES: [[&str; 4]; 3] = [
    [
        "Nos horaires",
        "Our hours",
        "Bonjour {prénom}, nous sommes ouverts du mardi au samedi de 7 h à 13 h et de 15 h 30 à 19 h, et le dimanche matin. À bientôt !",
        "Hello {first name}, we are open Tuesday to Saturday from 7:00 to 13:00 and 15:30 to 19:00, and on Sunday mornings. See you soon!",
    ],
    [
        "Allergènes",
        "Allergens",
        "Bonjour {prénom}, la liste des allergènes de chaque produit est au comptoir et dans notre aide en ligne. Dites-nous ce que vous évitez, nous regardons ensemble.",
        "Hello {first name}, the allergens of each product are listed at the counter and in our help pages. Tell us what you avoid and we will look together.",
    ],
    [
        "Commandes",
        "Orders",
        "Bonjour {prénom}, les commandes se prennent jusqu’à la veille 17 h, au comptoir ou par message. Combien de personnes serez-vous ?",
        "Hello {first name}, we take orders until 17:00 the day before, at the counter or by message. How many will you be?",
    ],
];

/// Articles of the public help: title and body in French, then in English.
const ARTICLES: [[&str; 4]; 2] = [
    [
        "Quels jours fait-on le pain de seigle ?",
        "Le seigle au miel sort du four **le mardi, le jeudi et le samedi**, à partir de 10 h. Les autres jours, on peut le réserver la veille avant 17 h.",
        "On which days is there rye bread?",
        "The honey rye leaves the oven **on Tuesdays, Thursdays and Saturdays**, from 10:00. On other days it can be reserved until 17:00 the day before.",
    ],
    [
        "Comment commander un gâteau ?",
        "Par message ou au comptoir, **deux jours avant**. Dites-nous combien vous serez, ce que vous évitez, et à quelle heure vous passez.",
        "How do I order a cake?",
        "By message or at the counter, **two days ahead**. Tell us how many you will be, what you avoid, and when you will come.",
    ],
];

/// Before anyone speaks: hours, a promise, categories, kept texts, help.
pub async fn prepare(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    tx.move_to(stage.now - SignedDuration::from_hours(24 * 45));
    let (louise, french) = (&stage.louise, stage.brand.language == Language::Fr);
    let day = |hours: &[(u16, u16)]| {
        hours.iter().map(|(from, until)| Opening { from: *from, until: *until }).collect::<Vec<_>>()
    };
    let full = || day(&[(7 * 60, 13 * 60), (15 * 60 + 30, 19 * 60)]);
    let week = [day(&[]), full(), full(), full(), full(), full(), day(&[(7 * 60, 13 * 60)])];
    Hours::set(Some(week), Holidays::France, louise, tx).await.map_err(Failure::because)?;
    let name = if french { "Toute la communauté" } else { "The whole community" };
    let promise = NewPolicy::proposed(name.to_owned());
    Policy::add(promise, louise, tx).await.map_err(Failure::because)?;
    for [name, english_name, french_words, english_words] in REPLIES {
        let edit = SavedReplyEdit {
            name: if french { name } else { english_name }.to_owned(),
            french: french_words.to_owned(),
            english: english_words.to_owned(),
        };
        SavedReply::add(edit, &stage.camille, tx).await.map_err(Failure::because)?;
    }
    let help = Help { open: true, ..Help::of(louise, tx).await.map_err(Failure::because)? };
    Help::set(&help, louise, tx).await.map_err(Failure::because)?;
    for [title, body, english_title, english_body] in ARTICLES {
        for (language, title, body) in
            [(Language::Fr, title, body), (Language::En, english_title, english_body)]
        {
            let edit = ArticleEdit {
                kind: ArticleKind::Question,
                language,
                title: title.to_owned(),
                category: String::new(),
                body: body.to_owned(),
            };
            let article = Article::add(edit, None, louise, tx).await.map_err(Failure::because)?;
            article.publish(louise, tx).await.map_err(Failure::because)?;
        }
    }
    Ok(())
}

/// Once people have spoken: two questions for those who know, and what goes on file.
pub async fn follow(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let french = stage.brand.language == Language::Fr;
    let says = |fr: &str, en: &str| if french { fr } else { en }.to_owned();
    tx.move_to(stage.now - SignedDuration::from_mins(180));
    let edit = ExpertEdit {
        name: "Anne Prigent".to_owned(),
        email: "anne.prigent@example.org".to_owned(),
        fields: says("allergènes, étiquetage", "allergens, labelling"),
        language: stage.brand.language,
    };
    let anne = Expert::add(edit, &stage.camille, tx).await.map_err(Failure::because)?;
    let allergens = says(
        "Une école demande les allergènes de la tarte aux pommes. La recette a changé en septembre : que peut-on répondre ?",
        "A school asks for the allergens of the apple tart. The recipe changed in September: what can we answer?",
    );
    let deadline = Deadline::At(stage.now + SignedDuration::from_hours(30));
    ask(stage, 2, allergens, Whom::Expert(anne.id), deadline, tx).await?;

    tx.move_to(stage.now - SignedDuration::from_mins(50));
    let days = says("Le seigle au miel, quels jours ?", "Honey rye, on which days?");
    let youenn = stage.youenn.teammate_id().expect("Youenn is a teammate");
    let deadline = Deadline::At(stage.now + SignedDuration::from_hours(4));
    let asked = ask(stage, 1, days, Whom::Teammate(youenn), deadline, tx).await?;
    tx.move_to(stage.now - SignedDuration::from_mins(20));
    let answer = says(
        "Mardi, jeudi et samedi, à partir de 10 h. Les autres jours, sur commande la veille.",
        "Tuesday, Thursday and Saturday, from 10:00. Other days, ordered the day before.",
    );
    if let Some(asked) = asked {
        asked.answer_here(&answer, &stage.youenn, tx).await.map_err(Failure::because)?;
    }
    file(stage, tx).await
}

async fn ask(
    stage: &Stage,
    who: usize,
    question: String,
    whom: Whom,
    deadline: Deadline,
    tx: &mut Tx,
) -> Result<Option<Escalation>, Failure> {
    let Some(conversation) = waiting(stage, who, tx).await? else { return Ok(None) };
    let new = NewEscalation {
        conversation,
        question,
        to: vec![whom],
        deadline,
        context: Context::Thread,
        with_notes: false,
        holding: String::new(),
    };
    let asked = Escalation::ask(new, &stage.camille, tx).await.map_err(Failure::because)?;
    Ok(Some(asked))
}

/// What someone of the community still waits with.
async fn waiting(
    stage: &Stage,
    who: usize,
    tx: &mut Tx,
) -> Result<Option<Id<Conversation>>, Failure> {
    let filter = Filter { state: StateFilter::Open, limit: 50, ..Filter::default() };
    let page = Conversation::list(&filter, &stage.camille, tx).await.map_err(Failure::because)?;
    let (name, _) = PEOPLE[who];
    let theirs = |row: &&conversations::ConversationRow| {
        row.conversation.waiting_since.is_some()
            && row.person.as_ref().is_some_and(|person| person.name == name)
    };
    Ok(page.rows.iter().find(theirs).map(|row| row.conversation.id))
}

/// Complaints and ideas, each with someone who looks after it.
async fn file(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let french = stage.brand.language == Language::Fr;
    let words = |fr: &str, en: &str| Words2 { fr: fr.to_owned(), en: en.to_owned() };
    let steps = StepWords {
        received: words(
            "Bonjour {prénom}, merci de nous l’avoir dit. Nous regardons et revenons vers vous.",
            "Hello {first name}, thank you for telling us. We are looking into it and will come back to you.",
        ),
        done: words(
            "Bonjour {prénom}, c’est fait. {motif}",
            "Hello {first name}, it is done. {reason}",
        ),
        ..StepWords::default()
    };
    tx.move_to(stage.now - SignedDuration::from_mins(45));
    let mut made = Vec::new();
    let categories = [
        (("Attente et commandes", "Queues and orders"), Takes::Complaint, &stage.louise),
        (("Idées pour la boutique", "Ideas for the shop"), Takes::Suggestion, &stage.camille),
    ];
    for ((fr, en), takes, owner) in categories {
        let new = NewCategory {
            name: if french { fr } else { en }.to_owned(),
            takes,
            owner: owner.teammate_id().expect("a teammate"),
            terms: String::new(),
            filing: Filing::Proposed,
            telling: Telling::Draft,
            days: 10,
            words: steps.clone(),
        };
        made.push(Category::add(new, &stage.louise, tx).await.map_err(Failure::because)?.id);
    }
    for (who, begun) in [(12, true), (13, false)] {
        let Some(conversation) = waiting(stage, who, tx).await? else { continue };
        let to = ToFile {
            message: None,
            conversation,
            category: made[0],
            kind: Some(conversations::feedback::CaseKind::Complaint),
        };
        let case = Case::file(to, &stage.camille, tx).await.map_err(Failure::because)?;
        if begun {
            tx.move_to(stage.now - SignedDuration::from_mins(15));
            case.advance(CaseState::InProgress, "", &stage.louise, tx)
                .await
                .map_err(Failure::because)?;
        }
    }
    Ok(())
}
