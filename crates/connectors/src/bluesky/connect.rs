//! Signing in with a handle and an app password, on whatever server keeps the account.

use async_trait::async_trait;
use channels::connector::{
    Answers, Began, Connect, ConnectField, ConnectWay, Connected, FieldKind,
};
use channels::{Call, NetworkError, Rejection};
use platform::outbound::Outbound;
use serde_json::{Value, json};

use super::pds::{self, Pds, Secret};
use super::wire::{Author, Resolved, Session};
use super::{Bluesky, limits};
use crate::answer::{rejected, unanswered, unwell};
use crate::server;

/// The server that people name for "Bluesky itself".
const USUAL: &str = "bsky.social";

static WAYS: [ConnectWay; 1] = [ConnectWay {
    key: "app-password",
    fields: &[
        ConnectField { name: "handle", kind: FieldKind::Text, required: true, initial: "" },
        ConnectField { name: "password", kind: FieldKind::Secret, required: true, initial: "" },
        ConnectField { name: "server", kind: FieldKind::Server, required: false, initial: USUAL },
    ],
}];

#[async_trait]
impl Connect for Bluesky {
    fn ways(&self) -> &'static [ConnectWay] {
        &WAYS
    }

    async fn begin(
        &self,
        http: &Outbound,
        _: &str,
        answers: &Answers,
        _: &str,
        _: &str,
    ) -> Result<Began, NetworkError> {
        let given = |name: &str| answers.get(name).map_or("", |answer| answer.trim());
        let typed = given("server");
        let usual = typed.is_empty() || server::origin(typed)? == format!("https://{USUAL}");
        let identifier = identifier(given("handle"), usual);
        let login = match usual {
            true => self.server_of(http, &identifier).await?,
            false => server::origin(typed)?,
        };
        let password = given("password");
        let session = pds::open(http, &login, &identifier, password, None).await?;
        let named = session.did_doc.as_ref().and_then(endpoint);
        let home = named.map_or(Ok(login), |endpoint| server::origin(&endpoint))?;
        let secret = Secret {
            identifier: session.did.clone(),
            password: password.to_owned(),
            access: session.access_jwt.clone(),
            refresh: session.refresh_jwt.clone(),
        };
        let profile = profile(http, &home, &session).await;
        let connected = connected(home, &session.did, &session.handle, profile);
        Ok(Began::Connected(Box::new(Connected { credentials: json!(secret), ..connected })))
    }

    async fn finish(
        &self,
        _: &Outbound,
        _: &Value,
        _: &Answers,
        _: &str,
    ) -> Result<Connected, NetworkError> {
        Err(NetworkError::Unsupported { what: "signing in on the network's own pages".to_owned() })
    }

    async fn test(&self, call: &Call) -> Result<Connected, NetworkError> {
        let pds = Pds::of(call);
        let session: Value = pds.get("com.atproto.server.getSession", &[]).await?;
        let handle = session["handle"].as_str().unwrap_or(&call.handle).to_owned();
        if session["active"] == false {
            let state = session["status"].as_str().unwrap_or("not active");
            return Err(rejected(Rejection::Forbidden, format!("the account is {state}")));
        }
        let did = call.remote_account_id.as_str();
        let profile = pds.get("app.bsky.actor.getProfile", &[("actor", did)]).await.ok();
        Ok(connected(call.server.clone(), did, &handle, profile))
    }
}

impl Bluesky {
    /// The server that keeps an account: its handle gives its lasting id, whose document names
    /// the server. A document that does not name the handle back is another account's.
    async fn server_of(&self, http: &Outbound, identifier: &str) -> Result<String, NetworkError> {
        if identifier.contains('@') {
            return Ok(self.entry.clone());
        }
        let did = match identifier.starts_with("did:") {
            true => identifier.to_owned(),
            false => self.did_of(http, identifier).await?,
        };
        let document = self.document(http, &did).await?;
        let named = document["alsoKnownAs"].as_array().into_iter().flatten();
        let named = named.filter_map(Value::as_str).filter_map(|name| name.strip_prefix("at://"));
        let matches = did == identifier || named.map(str::to_lowercase).any(|n| n == identifier);
        match endpoint(&document).filter(|_| matches) {
            Some(endpoint) => server::origin(&endpoint),
            None => Err(rejected(Rejection::WrongCredentials, "the handle leads to no account")),
        }
    }

    async fn did_of(&self, http: &Outbound, handle: &str) -> Result<String, NetworkError> {
        let url = format!("{}/xrpc/com.atproto.identity.resolveHandle", self.entry);
        let answer = http.get(&url).query(&[("handle", handle)]).send().await;
        let answer = answer.map_err(|error| unanswered(&error))?;
        match answer.json::<Resolved>() {
            Ok(resolved) if answer.is_success() => Ok(resolved.did),
            _ if answer.status == 429 || answer.status >= 500 => {
                Err(pds::refusal(&answer, &[], None))
            }
            _ => Err(rejected(Rejection::WrongCredentials, "no account has this handle")),
        }
    }

    async fn document(&self, http: &Outbound, did: &str) -> Result<Value, NetworkError> {
        let url = match did.strip_prefix("did:web:") {
            Some(host) => format!("https://{}/.well-known/did.json", host.replace("%3A", ":")),
            None => format!("{}/{did}", self.directory),
        };
        let answer = http.get(&url).send().await.map_err(|error| unanswered(&error))?;
        match answer.json::<Value>() {
            Ok(document) if answer.is_success() => Ok(document),
            _ if answer.status >= 500 => Err(unwell(&answer, "the directory".to_owned(), None)),
            _ => Err(rejected(Rejection::WrongCredentials, "the account's identity is not known")),
        }
    }
}

/// A handle as the network writes it. Without a domain it is one of the usual server's.
fn identifier(typed: &str, usual: bool) -> String {
    let typed = typed.trim_start_matches('@').trim().to_lowercase();
    let bare = !typed.contains(['.', '@', ':']) && !typed.is_empty();
    if bare && usual { format!("{typed}.{USUAL}") } else { typed }
}

/// The personal data server that an identity's document names.
fn endpoint(document: &Value) -> Option<String> {
    let services = document["service"].as_array()?;
    let pds = services
        .iter()
        .find(|service| service["id"].as_str().is_some_and(|id| id.ends_with("#atproto_pds")))?;
    Some(pds["serviceEndpoint"].as_str()?.to_owned())
}

/// The profile, where the server knows an app view; some stand alone.
async fn profile(http: &Outbound, server: &str, session: &Session) -> Option<Author> {
    let url = format!("{server}/xrpc/app.bsky.actor.getProfile");
    let request = http.get(&url).query(&[("actor", &session.did)]).bearer(&session.access_jwt);
    request.send().await.ok()?.json().ok()
}

fn connected(server: String, did: &str, handle: &str, profile: Option<Author>) -> Connected {
    Connected {
        server,
        remote_account_id: did.to_owned(),
        handle: handle.to_owned(),
        name: profile.as_ref().map_or_else(|| handle.to_owned(), Author::name),
        profile_url: Some(format!("https://bsky.app/profile/{handle}")),
        avatar_url: profile.as_ref().and_then(|profile| profile.avatar.clone()),
        followers: profile.and_then(|profile| profile.followers_count),
        limits: limits(),
        credentials: Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_read_however_it_is_typed() {
        assert_eq!(identifier("@Boulangerie", true), "boulangerie.bsky.social");
        assert_eq!(identifier("boulangerie.fr", true), "boulangerie.fr");
        assert_eq!(identifier("boulangerie", false), "boulangerie");
        assert_eq!(identifier("moi@example.fr", true), "moi@example.fr");
    }
}
