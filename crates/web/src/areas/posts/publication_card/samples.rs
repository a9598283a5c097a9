//! Publications of the named world.

use channels::Content;
use channels::publication::{
    Failure, HeldBy, NeedsPerson, PartKind, Place, Publication, PublicationState, Purpose,
};
use jiff::Timestamp;
use primitives::Id;
use publishing::guard::{Fact, Finding, Guard, Hold, Level};

use super::ShownPublication;
use crate::areas::posts::shown::ShownChannel;
use crate::areas::posts::steps::ShownStep;

impl ShownPublication {
    /// A publication of the named world, in that state.
    pub fn sample(state: PublicationState, channel: usize) -> Self {
        use channels::publication::{Step, StepKind};
        let at: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time of the samples");
        let id = |n: u128| uuid::Uuid::from_u128(n);
        let channel = ShownChannel::samples().swap_remove(channel);
        let step = |kind, who: Option<&str>, data| ShownStep {
            step: Step { at, kind, teammate: None, data },
            who: who.map(str::to_owned),
        };
        let json = |text: &str| serde_json::from_str(text).unwrap_or_default();
        let kinds = StepKind::ALL.iter().filter(|kind| channel.assisted == (**kind > StepKind::Absent)).map(|kind| {
            let data = r#"{"detail":"503","until":"2026-11-23T09:00:00Z","url":"https://bsky.app/x","reason":"gave_up"}"#;
            step(*kind, Some("Inès Le Goff"), json(data))
        });
        let media = channels::AttachedMedia {
            media: Id::from_uuid(id(9)),
            hash: "0".repeat(64),
            content_type: "image/jpeg".to_owned(),
            width: 1200,
            height: 800,
            alt_text: "Une bûche au praliné sur le marbre du fournil".to_owned(),
            size: 240_000,
            duration_ms: None,
        };
        let content = Content {
            text: "La bûche de Noël est arrivée.\n\n#Nantes".to_owned(),
            link: Some("https://fournil-de-louise.fr/noel".to_owned()),
            media: vec![media],
            ..Content::default()
        };
        let publication = Publication {
            id: Id::from_uuid(id(5)),
            brand: Id::from_uuid(id(6)),
            channel: channel.id,
            purpose: Purpose::Post { post: Id::from_uuid(id(7)), variant: Id::from_uuid(id(8)) },
            place: Place::default(),
            due_at: at,
            content,
            state,
            attempts: 1,
            created_by: None,
            created_at: at,
            updated_at: at,
            late_alerted_at: Some(at),
        };
        let steps = kinds.collect();
        let hold = matches!(publication.state, PublicationState::Held { reason: HeldBy::Guard })
            .then(|| Hold { findings: vec![retouched()], at });
        let comment = Publication {
            id: Id::from_uuid(id(10)),
            place: Place { part: 1, kind: PartKind::FirstComment, after: Some(publication.id) },
            content: Content { text: "La recette est ici.".to_owned(), ..Content::default() },
            state: PublicationState::Planned,
            ..publication.clone()
        };
        let chain = vec![publication.clone(), comment];
        Self { publication, channel, steps, chain, hold }
    }
}

/// A picture shown as retouched without its mention, for samples.
fn retouched() -> Finding {
    Finding {
        guard: Guard::Retouched,
        level: Level::Stops,
        channel: None,
        fact: Fact::NoRetouchMention,
        accepted: false,
    }
}

/// Every state that a publication can be in, for samples.
pub(in crate::areas::posts) fn sample_states() -> Vec<PublicationState> {
    use channels::publication::Frozen;
    use channels::{Rejection, Remote};
    let at: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time of the samples");
    let frozen = || Frozen {
        payload: serde_json::Value::Null,
        fingerprint: String::new(),
        send_key: "3k".to_owned(),
        at,
    };
    let failed = |reason| PublicationState::Failed { reason, detail: "413 too large".to_owned() };
    let remote =
        Remote { id: "1".to_owned(), url: Some("https://bsky.app/x".to_owned()), at: None };
    let needs = |why, detail: &str| PublicationState::NeedsPerson {
        why,
        detail: detail.to_owned(),
        frozen: None,
    };
    let rejections = [
        Rejection::TextTooLong,
        Rejection::Empty,
        Rejection::Media,
        Rejection::TooManyMedia,
        Rejection::ReplyTargetGone,
        Rejection::Duplicate,
        Rejection::Forbidden,
        Rejection::NotThisNetwork,
        Rejection::WrongCredentials,
        Rejection::SecondFactor,
        Rejection::AppPassword,
        Rejection::NoPasswords,
        Rejection::NotSecure,
        Rejection::SendingRefused,
        Rejection::ServersUnknown,
        Rejection::Other,
    ];
    let mut states = vec![
        PublicationState::Planned,
        PublicationState::Prepared { frozen: frozen(), next_at: at },
        PublicationState::Sending { frozen: frozen(), since: at, lease_until: at },
        PublicationState::Processing { frozen: frozen(), handle: "1".to_owned(), check_after: at },
        PublicationState::Published { remote, at },
        PublicationState::Uncertain {
            frozen: frozen(),
            since: at,
            next_at: at,
            checks: 3,
            detail: "timed out".to_owned(),
        },
        PublicationState::Cancelled,
        needs(NeedsPerson::Assisted, ""),
        needs(
            NeedsPerson::CannotTell,
            "https://piaille.fr/@fournil/1 https://piaille.fr/@fournil/2",
        ),
        needs(NeedsPerson::CannotTell, "another publication already is 1"),
        failed(Failure::Reauthorize),
        failed(Failure::GaveUp),
        failed(Failure::Unsupported),
        failed(Failure::ChannelGone),
    ];
    states.extend(HeldBy::ALL.iter().map(|reason| PublicationState::Held { reason: *reason }));
    states.extend(rejections.map(|rejection| failed(Failure::Rejected(rejection))));
    states
}
