//! A network in memory: it keeps what was really accepted, and answers as the story says.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use channels::connector::{
    Answers, Began, Connect, ConnectWay, Connected, Connector, PreviewStyle, Publish, Repeat,
};
use channels::{Call, Content, Found, Limits, Network, NetworkError, Outcome, Prepared, Remote};
use jiff::{SignedDuration, Timestamp};
use platform::outbound::Outbound;
use serde_json::{Value, json};

/// What the network does with one send.
#[derive(Debug, Clone)]
pub enum Does {
    Accepts,
    AcceptsAndSaysNothing,
    LosesIt,
    Refuses(NetworkError),
}

/// What the story sees and decides.
#[derive(Default)]
pub struct State {
    pub posts: Vec<(String, String)>,
    /// What each of them answers.
    pub answers: Vec<Option<String>>,
    /// What was staged is not ready so many times.
    pub working: usize,
    pub script: VecDeque<Does>,
    pub sends: usize,
    pub reads: usize,
    pub unreadable: bool,
    pub stages: usize,
}

/// A network, honouring keys or not.
#[derive(Clone)]
pub struct Pretend {
    pub state: Arc<Mutex<State>>,
    pub repeat: Repeat,
}

impl Pretend {
    pub fn new(repeat: Repeat) -> Self {
        Self { state: Arc::default(), repeat }
    }

    pub fn script(&self, does: impl IntoIterator<Item = Does>) {
        self.state.lock().unwrap().script.extend(does);
    }

    /// How many times it was sent something, and read back.
    pub fn asked(&self) -> (usize, usize) {
        let state = self.state.lock().unwrap();
        (state.sends, state.reads)
    }

    pub fn posts(&self) -> usize {
        self.state.lock().unwrap().posts.len()
    }
}

static NETWORK: Network =
    Network { key: "pretend", name: "Pretend", icon: "globe", preview: PreviewStyle::Plain };

impl Connector for Pretend {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn connect(&self) -> Option<&dyn Connect> {
        Some(self)
    }
}

/// Only the account can be read again.
#[async_trait]
impl Connect for Pretend {
    fn ways(&self) -> &'static [ConnectWay] {
        &[]
    }

    async fn begin(
        &self,
        _: &Outbound,
        _: &str,
        _: &Answers,
        _: &str,
        _: &str,
    ) -> Result<Began, NetworkError> {
        Err(NetworkError::Unsupported { what: "signing in".to_owned() })
    }

    async fn finish(
        &self,
        _: &Outbound,
        _: &Value,
        _: &Answers,
        _: &str,
    ) -> Result<Connected, NetworkError> {
        Err(NetworkError::Unsupported { what: "signing in".to_owned() })
    }

    async fn test(&self, _: &Call) -> Result<Connected, NetworkError> {
        let account = crate::world::account();
        let limits = Limits { thread: true, learnt_as: Limits::UP_TO_DATE, ..account.limits };
        Ok(Connected { limits, ..account })
    }
}

#[async_trait]
impl Publish for Pretend {
    fn send_key(&self, publication: [u8; 16], _: Timestamp) -> String {
        format!("{publication:02x?}")
    }

    fn prepare(&self, content: &Content, _: &Limits, _: Timestamp) -> Result<Value, NetworkError> {
        let answers = content.reply_to.as_ref().map(|target| target.remote_id.as_str());
        Ok(json!({ "text": content.text, "answers": answers }))
    }

    async fn stage(&self, _: &Call, prepared: &Prepared) -> Result<channels::Staged, NetworkError> {
        let mut state = self.state.lock().unwrap();
        state.stages += 1;
        if state.working > 0 {
            state.working -= 1;
            let (payload, after) = (prepared.payload.clone(), SignedDuration::from_secs(10));
            return Ok(channels::Staged::Later { payload, after });
        }
        Ok(channels::Staged::Ready(prepared.payload.clone()))
    }

    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let mut state = self.state.lock().unwrap();
        state.sends += 1;
        let does = state.script.pop_front().unwrap_or(Does::Accepts);
        let mut accept = || {
            let known = state.posts.iter().position(|(key, _)| *key == prepared.send_key);
            if self.repeat == Repeat::SameRecord
                && let Some(at) = known
            {
                return at;
            }
            let text = prepared.payload["text"].as_str().unwrap_or("").to_owned();
            state.posts.push((prepared.send_key.clone(), text));
            state.answers.push(prepared.payload["answers"].as_str().map(str::to_owned));
            state.posts.len() - 1
        };
        match does {
            Does::Accepts => {
                let at = accept();
                Ok(Outcome::Published(remote(at, call.now)))
            }
            Does::AcceptsAndSaysNothing => {
                accept();
                Ok(Outcome::Uncertain { detail: "no answer".to_owned() })
            }
            Does::LosesIt => Ok(Outcome::Uncertain { detail: "no answer".to_owned() }),
            Does::Refuses(error) => Err(error),
        }
    }

    async fn find(
        &self,
        call: &Call,
        prepared: &Prepared,
        taken: &[String],
    ) -> Result<Found, NetworkError> {
        let mut state = self.state.lock().unwrap();
        state.reads += 1;
        if state.unreadable {
            return Err(NetworkError::Retry { detail: "closed".to_owned(), after: None });
        }
        // As a real network without keys: recognised by its words, not by its key.
        let text = prepared.payload["text"].as_str().unwrap_or("");
        let found = state.posts.iter().enumerate().find(|(at, (key, said))| match self.repeat {
            Repeat::SameRecord => *key == prepared.send_key,
            Repeat::AfterReadingBack => said == text && !taken.contains(&at.to_string()),
        });
        Ok(found.map_or(Found::Absent, |(at, _)| Found::There(remote(at, call.now))))
    }

    fn locate(&self, url: &str, _: &str, _: &str) -> Option<String> {
        url.strip_prefix("https://pretend.test/").map(str::to_owned)
    }

    fn repeat(&self) -> Repeat {
        self.repeat
    }
}

fn remote(at: usize, now: Timestamp) -> Remote {
    Remote { id: at.to_string(), url: Some(format!("https://pretend.test/{at}")), at: Some(now) }
}

/// Passing trouble that certainly left nothing behind.
pub fn refused_connection() -> Does {
    Does::Refuses(NetworkError::Retry { detail: "connection refused".to_owned(), after: None })
}

/// "Wait this long."
pub fn too_many(now: Timestamp, seconds: i64) -> Does {
    Does::Refuses(NetworkError::RateLimited { until: now + SignedDuration::from_secs(seconds) })
}
