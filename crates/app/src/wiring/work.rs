//! Every job and all recurring work.

use std::time::Duration;

use channels::publication::{self, Deliver, Next, StateName};
use channels::{ChannelKit, Publication};
use conversations::{ActOnMessage, PollInbox, PollSettings, WakeConversation};
use jiff::SignedDuration;
use jobs::{Done, JobError, Registry};
use measurement::reading::{self, MeasureChannelJob};
use platform::mail::Mailer;
use platform::media::{self, ForgetPictures};
use platform::push::{self, PushKit, SendPush};
use platform::webhook::{self, DeliverWebhook, WebhookKit};
use platform::{Actor, Brand, Session, idempotency};
use primitives::Id;
use publishing::bulk::{self, RunPostImport};
use publishing::by_hand::{self, RemindByHand};
use publishing::feed::{self, ReadFeedJob};
use publishing::guard::{self, links::CheckLinks};
use publishing::letter::Letter;
use publishing::recurrence;

use super::Wired;
use crate::config::Options;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Every job and all recurring work.
pub fn registry(options: &Options, wired: &Wired) -> Registry {
    let registry = deliveries(Registry::new(), &wired.kit);
    let registry = inboxes(registry, &wired.kit, options);
    let registry = feeds(registry, &wired.kit);
    let registry = links(registry, &wired.kit);
    let registry = figures(registry, &wired.kit);
    let registry = webhooks(registry, &wired.kit);
    let registry = together(registry, options, wired);
    let registry = by_hand(registry, options, &wired.kit);
    let registry = super::promises::promises(registry, &wired.kit, letters(options, wired));
    let registry = super::escalation::escalation(registry, letters(options, wired));
    let registry = super::escalation::fading(registry);
    let registry = super::moderation::moderation(registry, &wired.kit, letters(options, wired));
    let registry = super::crises::crises(registry, letters(options, wired));
    let registry = super::feedback::feedback(registry, letters(options, wired));
    // Without a server, letters say so on the screen of dead letters rather than wait for ever.
    let mailer = wired.mailer.clone().unwrap_or_else(Mailer::none);
    housekeeping(mailer.register(registry), &wired.kit)
}

fn deliveries(registry: Registry, kit: &ChannelKit) -> Registry {
    let (kit, asking) = (kit.clone(), kit.clone());
    registry
        .every("old_limits", Duration::from_secs(3600), move |_| {
            let kit = asking.clone();
            async move {
                channels::learn_limits_again(&kit).await?;
                Ok(Done::Finished)
            }
        })
        .on::<Deliver, _, _>(move |job, context| {
            let kit = kit.clone();
            async move { deliver(&kit, job, context.brand()).await }
        })
        .every("late_publications", Duration::from_secs(30), |context| async move {
            publication::alert_late(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("forgotten_publications", Duration::from_secs(60), |context| async move {
            publication::requeue_forgotten(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("due_recurrences", Duration::from_secs(60), |context| async move {
            recurrence::make_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

/// Moves a publication, then tells the rooms that live from what became of it.
async fn deliver(
    kit: &ChannelKit,
    job: Deliver,
    brand: Option<Id<Brand>>,
) -> Result<Done, JobError> {
    let next = publication::deliver(kit, job.publication).await?;
    conversations::reply_settled_now(&kit.database, job.publication).await?;
    if let Some(brand) = brand {
        follow(kit, job.publication, brand).await?;
        by_hand::remind(job.publication, brand, &kit.database).await?;
    }
    Ok(match next {
        Next::Rest => Done::Finished,
        Next::At(at) => Done::Again(at),
    })
}

/// What has appeared is measured from now on; a crash here is made good by the sweep.
async fn follow(
    kit: &ChannelKit,
    id: Id<Publication>,
    brand: Id<Brand>,
) -> Result<(), database::Error> {
    let actor = Actor::system(brand);
    let loaded = Publication::load(id, &actor, &mut kit.database.read().await?).await;
    let Ok(publication) = loaded else { return Ok(()) };
    if publication.state.name() != StateName::Published {
        return Ok(());
    }
    let mut tx = kit.database.begin().await?;
    measurement::publication_published(&publication, &mut tx).await?;
    tx.commit().await
}

fn inboxes(registry: Registry, kit: &ChannelKit, options: &Options) -> Registry {
    let seconds = options.inbox_seconds.unwrap_or(60).max(1);
    let settings = PollSettings::every(SignedDuration::from_secs(i64::from(seconds)));
    let (kit, acting) = (kit.clone(), kit.clone());
    registry
        .on::<PollInbox, _, _>(move |job, _| {
            let kit = kit.clone();
            async move {
                let polled = conversations::poll(&kit, job.channel, &settings).await?;
                tracing::debug!(channel = %job.channel, ?polled, "inbox read");
                Ok(Done::Finished)
            }
        })
        .on::<WakeConversation, _, _>(move |job, context| async move {
            let mut tx = context.db.begin().await?;
            conversations::wake(&job, &mut tx).await?;
            tx.commit().await?;
            Ok(Done::Finished)
        })
        .on::<ActOnMessage, _, _>(move |job, context| {
            let kit = acting.clone();
            async move {
                conversations::perform(&kit, &job, context.is_last_attempt()).await?;
                Ok(Done::Finished)
            }
        })
        .every("index_messages", Duration::from_secs(1), |context| async move {
            conversations::index_messages(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("read_older", Duration::from_secs(5), |context| async move {
            conversations::judgement::read_older(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("due_inboxes", Duration::from_secs(1), |context| async move {
            conversations::enqueue_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

fn feeds(registry: Registry, kit: &ChannelKit) -> Registry {
    let (kit, importing) = (kit.clone(), kit.clone());
    registry
        .on::<ReadFeedJob, _, _>(move |job, _| {
            let kit = kit.clone();
            async move { feed::refresh(job.feed, &kit).await }
        })
        .on::<RunPostImport, _, _>(move |job, _| {
            let kit = importing.clone();
            async move { bulk::run(job.import, &kit).await }
        })
        .every("due_feeds", Duration::from_secs(60), |context| async move {
            feed::read_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

fn links(registry: Registry, kit: &ChannelKit) -> Registry {
    let kit = kit.clone();
    registry
        .on::<CheckLinks, _, _>(move |job, _| {
            let kit = kit.clone();
            async move {
                guard::links::run(&job, &kit.database, &kit.http).await?;
                Ok(Done::Finished)
            }
        })
        .every("old_links", DAY, |context| async move {
            let mut tx = context.db.begin().await?;
            guard::links::forget_old(&mut tx).await?;
            tx.commit().await?;
            Ok(Done::Finished)
        })
}

/// What letters are written with.
fn letters(options: &Options, wired: &Wired) -> web::letters::Desk {
    let base_url = options.base_url(options.listen());
    let has_server = wired.mailer.as_ref().is_some_and(Mailer::is_set);
    web::letters::Desk::new(&wired.kit, base_url, has_server)
}

/// Letters to those who are asked, answered or mentioned, and the reminders of what waits.
fn together(registry: Registry, options: &Options, wired: &Wired) -> Registry {
    let desk = letters(options, wired);
    registry
        .on::<Letter, _, _>(move |letter, context| {
            let desk = desk.clone();
            async move {
                if let Some(brand) = context.brand() {
                    desk.write(&letter, brand).await?;
                }
                Ok(Done::Finished)
            }
        })
        .every("approval_reminders", Duration::from_secs(300), |context| async move {
            publishing::approval::remind_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

/// Reminders of what a person posts by hand, and what is pushed to their devices.
fn by_hand(registry: Registry, options: &Options, kit: &ChannelKit) -> Registry {
    let base_url = options.base_url(options.listen());
    let named = base_url.starts_with("https://");
    let kit = PushKit {
        database: kit.database.clone(),
        http: kit.http.clone(),
        vault: kit.vault.clone(),
        contact: if named { base_url } else { "mailto:parvis@localhost".to_owned() },
    };
    registry
        .on::<RemindByHand, _, _>(|job, context| async move {
            if let Some(brand) = context.brand() {
                by_hand::remind(job.publication, brand, &context.db).await?;
            }
            Ok(Done::Finished)
        })
        .every("posts_by_hand", Duration::from_secs(60), |context| async move {
            by_hand::look_after(&context.db).await?;
            Ok(Done::Finished)
        })
        .on::<SendPush, _, _>(move |job, context| {
            let kit = kit.clone();
            async move { push::deliver(job, &context, &kit).await }
        })
}

fn figures(registry: Registry, kit: &ChannelKit) -> Registry {
    let kit = kit.clone();
    registry
        .on::<MeasureChannelJob, _, _>(move |job, _| {
            let kit = kit.clone();
            async move { reading::measure_channel(job.channel, &kit).await }
        })
        .every("measure_due", reading::LOOK_EVERY, |context| async move {
            reading::measure_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

/// Tells other programs what happened, and forgets what was told long ago.
fn webhooks(registry: Registry, kit: &ChannelKit) -> Registry {
    let kit = WebhookKit {
        database: kit.database.clone(),
        http: kit.http.clone(),
        vault: kit.vault.clone(),
    };
    registry
        .on::<DeliverWebhook, _, _>(move |job, context| {
            let kit = kit.clone();
            async move { webhook::deliver(job, &context, &kit).await }
        })
        .every("old_webhook_deliveries", DAY, |context| async move {
            webhook::purge(&context.db).await?;
            Ok(Done::Finished)
        })
}

fn housekeeping(registry: Registry, kit: &ChannelKit) -> Registry {
    let kit = kit.clone();
    registry
        .every("old_sessions", DAY, |context| async move {
            let mut tx = context.db.begin().await?;
            Session::purge(&mut tx).await?;
            tx.commit().await?;
            Ok(Done::Finished)
        })
        .every("old_answers", DAY, |context| async move {
            let mut tx = context.db.begin().await?;
            idempotency::purge(&mut tx).await?;
            tx.commit().await?;
            Ok(Done::Finished)
        })
        .every("media_bin", DAY, |context| async move {
            let mut tx = context.db.read().await?;
            let brands = Brand::all(&mut tx).await?;
            drop(tx);
            for brand in brands {
                publishing::library::empty_bin(brand.id, &context.db).await?;
            }
            Ok(Done::Finished)
        })
        .on::<ForgetPictures, _, _>(move |job, _| {
            let kit = kit.clone();
            async move {
                let forgotten = media::forget_unused(&job.hashes, &kit.media, &kit.database);
                forgotten.await.map_err(JobError::retry)?;
                Ok(Done::Finished)
            }
        })
}
