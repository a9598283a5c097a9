//! « La miche du port »: a launch with its plan, some of it published, some of it waiting.

use channels::Poll;
use database::Tx;
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, ToSpan};
use platform::media::Media;
use primitives::{Ambient, Id};
use publishing::approval::{
    Approver, Ask, Mode, NewAnswer, Path, Scope, Speaker, Step as PathStep,
};
use publishing::campaign::{CampaignEdit, CampaignKind, StepEdit, ideas};
use publishing::comment::{Comment, NewComment};
use publishing::portal::{Life, NewPortal, Portal};
use publishing::post::{Edit, VariantExtras};
use publishing::{Campaign, Post};

use crate::demo::story::{Told, accept, appear, piece, schedule};
use crate::demo::team::Stage;
use crate::demo::texts::Kind;
use crate::demo::words::PRODUCTS;
use crate::failure::Failure;

/// The day of the launch is so many days away: in the week, on a day that the queue leaves free.
/// Any three days in a row have one of these.
fn ahead(stage: &Stage) -> i64 {
    let today = stage.now.to_zoned(stage.brand.zone.time_zone().clone()).date();
    let on = |ahead: &i64| today.saturating_add((*ahead).days()).weekday();
    let free = [Weekday::Wednesday, Weekday::Saturday, Weekday::Sunday];
    (4..=6).find(|ahead| free.contains(&on(ahead))).unwrap_or(5)
}

/// The steps in the order of the words.
const HINT: usize = 0;
const MAKING: usize = 1;
const GUESS: usize = 2;
const TOMORROW: usize = 3;
const REVEAL: usize = 4;
const REACTIONS: usize = 5;
const FEEDBACK: usize = 6;
const TESTIMONY: usize = 7;

/// The launch, and the posts of its steps that were prepared.
pub struct Launch {
    campaign: Campaign,
    posts: Vec<Id<Post>>,
}

/// Decides on it, plans it, and publishes its first two posts.
pub async fn begin(
    stage: &Stage,
    media: &[(&'static str, Media)],
    chance: &Ambient,
    told: &mut Vec<Told>,
    tx: &mut Tx,
) -> Result<Launch, Failure> {
    tx.move_to(stage.now - SignedDuration::from_hours(24 * 16));
    let campaign = plan(stage, tx).await?;
    let mut posts = Vec::new();
    for step in campaign.steps(&stage.camille, tx).await.map_err(Failure::because)?.iter().take(8) {
        let post = campaign.prepare_step(step.id, &[], &stage.camille, tx).await;
        posts.push(post.map_err(Failure::because)?);
    }
    let launch = Launch { campaign, posts };
    for (step, back) in [(HINT, 14), (MAKING, 7)] {
        let at = launch.reading(step, stage)?;
        tx.move_to(at - SignedDuration::from_hours(back + 20));
        let post = launch.write(step, stage, media, tx).await?;
        schedule(&post, launch.local(step, stage)?, &stage.camille, tx).await?;
        tx.move_to(at + SignedDuration::from_secs(2));
        appear(&post, Kind::Bread, stage, chance, told, tx).await?;
    }
    Ok(launch)
}

/// What is left of it: scheduled, asked for, agreed, refused, still to be written.
pub async fn go_on(
    launch: Launch,
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    tx.move_to(stage.now - SignedDuration::from_hours(24 * 2));
    for step in [GUESS, TOMORROW] {
        let post = launch.write(step, stage, media, tx).await?;
        schedule(&post, launch.local(step, stage)?, &stage.camille, tx).await?;
    }
    launch.write(TESTIMONY, stage, media, tx).await?;
    show_partner(&launch, stage, tx).await?;
    let scope = Scope::Campaign(launch.campaign.id);
    let managers = PathStep { mode: Mode::Any, approvers: vec![Approver::Managers] };
    Path::set(scope, vec![managers], &stage.louise, tx).await.map_err(Failure::because)?;
    let [price, later] = stage.words.asks;
    let [agreed, refused] = stage.words.answers;
    launch.ask(REACTIONS, 26, "", Some((true, agreed)), stage, media, tx).await?;
    launch.ask(FEEDBACK, 25, later, Some((false, refused)), stage, media, tx).await?;
    let reveal = launch.ask(REVEAL, 4, price, None, stage, media, tx).await?;
    discuss(&reveal, stage, tx).await
}

async fn plan(stage: &Stage, tx: &mut Tx) -> Result<Campaign, Failure> {
    let today = stage.now.to_zoned(stage.brand.zone.time_zone().clone()).date();
    let day = |ahead: i64| Some(today.saturating_add(ahead.days()));
    let (name, about) = stage.words.launch;
    let edit = CampaignEdit {
        name: name.to_owned(),
        kind: CampaignKind::Launch,
        about: about.to_owned(),
        colour: "#3d6b8e".to_owned(),
        starts_on: day(ahead(stage) - 16),
        ends_on: day(ahead(stage) + 16),
        day: day(ahead(stage)),
    };
    let campaign = Campaign::add(edit, &stage.camille, tx).await.map_err(Failure::because)?;
    let foreseen = ideas(CampaignKind::Launch).iter().zip(stage.words.steps);
    let steps = foreseen.map(|(idea, (brief, opening))| StepEdit {
        phase: idea.phase,
        days: idea.days,
        minute: idea.minute,
        brief: brief.to_owned(),
        opening: opening.to_owned(),
        format: Some(idea.format),
    });
    campaign.lay_out(steps.collect(), &stage.camille, tx).await.map_err(Failure::because)?;
    Ok(campaign)
}

/// The tourist office sees the launch, and may say what it thinks.
async fn show_partner(launch: &Launch, stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let (name, company) = stage.words.partner;
    let new = NewPortal {
        name: name.to_owned(),
        company: company.to_owned(),
        email: String::new(),
        language: stage.brand.language,
        campaign: Some(launch.campaign.id),
        channels: Vec::new(),
        may_comment: true,
        may_approve: false,
        life: Life::Quarter,
    };
    Portal::make(new, &stage.louise, tx).await.map(drop).map_err(Failure::because)
}

/// What is said under the post that shows the loaf.
async fn discuss(post: &Post, stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let [weight, picture, price] = {
        let [picture, price, weight] = stage.words.comments;
        [weight, picture, price]
    };
    let said = [(&stage.youenn, weight), (&stage.youenn, picture), (&stage.camille, price)];
    for (nth, (who, words)) in said.into_iter().enumerate() {
        tx.move_to(stage.now - SignedDuration::from_mins(200 - 60 * nth as i64));
        let new = NewComment { words: words.to_owned(), channel: None, shared: false };
        let comment = Comment::say(post, new, who, tx).await.map_err(Failure::because)?;
        if nth == 0 {
            comment.resolve(true, &stage.camille, tx).await.map_err(Failure::because)?;
        }
    }
    Ok(())
}

impl Launch {
    fn local(&self, step: usize, stage: &Stage) -> Result<jiff::civil::DateTime, Failure> {
        let idea = ideas(CampaignKind::Launch)[step];
        let today: Date = stage.now.to_zoned(stage.brand.zone.time_zone().clone()).date();
        let minute = i8::try_from(idea.minute / 60).map_err(Failure::because)?;
        Ok(today.saturating_add((ahead(stage) + idea.days).days()).at(minute, 0, 0, 0))
    }

    fn reading(&self, step: usize, stage: &Stage) -> Result<jiff::Timestamp, Failure> {
        let zone = stage.brand.zone.time_zone().clone();
        Ok(self.local(step, stage)?.to_zoned(zone).map_err(Failure::because)?.timestamp())
    }

    /// Gives the draft of a step its words, its channels and its pictures.
    async fn write(
        &self,
        step: usize,
        stage: &Stage,
        media: &[(&'static str, Media)],
        tx: &mut Tx,
    ) -> Result<Post, Failure> {
        let post = Post::load(self.posts[step], &stage.camille, tx).await;
        let post = post.map_err(Failure::because)?;
        let edit = Edit {
            campaign: Some(self.campaign.id),
            wanted: post.wanted.clone(),
            topic: Some(stage.topics[PRODUCTS]),
            ..said(step, stage, media)
        };
        post.edit(edit, post.version, &stage.camille, tx).await.map_err(Failure::because)
    }

    /// Camille asks for a step's post some hours ago; Louise answers, or has not yet.
    #[expect(clippy::too_many_arguments, reason = "a scene: who, when, what, and the stage")]
    async fn ask(
        &self,
        step: usize,
        hours: i64,
        note: &str,
        answer: Option<(bool, &str)>,
        stage: &Stage,
        media: &[(&'static str, Media)],
        tx: &mut Tx,
    ) -> Result<Post, Failure> {
        tx.move_to(stage.now - SignedDuration::from_hours(hours));
        let post = self.write(step, stage, media, tx).await?;
        let found = publishing::guard::look(&post, None, &stage.camille, tx).await;
        accept(&post, &found.map_err(Failure::because)?, &stage.camille, tx).await?;
        let wanted = self.local(step, stage)?.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let ask = Ask { wanted: Some(wanted), note: note.to_owned() };
        let request = post.ask_approval(ask, &stage.camille, tx).await;
        let request = request.map_err(Failure::because)?;
        if let Some((agrees, words)) = answer {
            tx.move_to(stage.now - SignedDuration::from_hours(hours - 3));
            let seen = request.content_hash.clone();
            let answer = NewAnswer { agrees, words: words.to_owned(), seen };
            let speaker = Speaker::Teammate(stage.louise.clone());
            request.answer(answer, &speaker, tx).await.map_err(Failure::because)?;
        }
        Ok(post)
    }
}

/// What each post of the launch says, and where.
fn said(step: usize, stage: &Stage, media: &[(&'static str, Media)]) -> Edit {
    let words = stage.words;
    let text = words.steps[step].1;
    let of = |picture, channels: &[usize]| piece(text, picture, channels, stage, media);
    match step {
        HINT => of(Some("ble"), &[0, 1]),
        MAKING => {
            let mut edit = of(Some("four"), &[0, 3]);
            edit.extras.first_comment = Some(words.first_comment.to_owned());
            let thread = words.thread.iter().map(|part| (*part).to_owned()).collect();
            edit.variants[1].extras =
                VariantExtras { thread: Some(thread), first_comment: Some(String::new()) };
            edit
        }
        GUESS => {
            let mut edit = of(None, &[3]);
            let choices = words.choices.map(str::to_owned).to_vec();
            edit.extras.poll = Some(Poll { choices, minutes: 24 * 60, several: false });
            edit
        }
        TOMORROW => of(Some("couronne"), &[0, 1]),
        REVEAL => {
            let mut edit = of(Some("miche"), &[0, 1, 2]);
            edit.media.extend(of(Some("baguettes"), &[]).media);
            edit.variants[2].text = Some(words.reveal_short.to_owned());
            edit
        }
        REACTIONS => of(Some("miche"), &[0, 1]),
        FEEDBACK => of(None, &[1, 2]),
        _ => of(Some("miche"), &[0, 1]),
    }
}
