//! Signing in: by OAuth with an app registered at the server, or with a token made there.

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use channels::connector::{
    Answers, Began, Connect, ConnectField, ConnectWay, Connected, FieldKind,
};
use channels::{Call, NetworkError, Rejection};
use platform::outbound::Outbound;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;

use super::client::{Secret, Server};
use super::wire::{Account, App, Token};
use super::{Mastodon, limits};
use crate::answer::{date, day, rejected, unanswered};
use crate::server;

const SCOPES: &str = "read write";

const SERVER: ConnectField =
    ConnectField { name: "server", kind: FieldKind::Server, required: true, initial: "" };
const TOKEN: ConnectField =
    ConnectField { name: "token", kind: FieldKind::Secret, required: true, initial: "" };

static WAYS: [ConnectWay; 2] = [
    ConnectWay { key: "oauth", fields: &[SERVER] },
    ConnectWay { key: "token", fields: &[SERVER, TOKEN] },
];

/// What `finish` needs of what `begin` did.
#[derive(Serialize, Deserialize)]
struct Kept {
    server: String,
    client_id: String,
    client_secret: String,
    verifier: String,
}

#[async_trait]
impl Connect for Mastodon {
    fn ways(&self) -> &'static [ConnectWay] {
        &WAYS
    }

    async fn begin(
        &self,
        http: &Outbound,
        way: &str,
        answers: &Answers,
        return_to: &str,
        state: &str,
    ) -> Result<Began, NetworkError> {
        let given = |name: &str| answers.get(name).map_or("", |answer| answer.trim());
        let base = server::origin(given("server"))?;
        match way {
            "token" => {
                let secret = Secret {
                    access_token: given("token").to_owned(),
                    client_id: None,
                    client_secret: None,
                };
                Ok(Began::Connected(Box::new(account(http, &base, &secret).await?)))
            }
            "oauth" => ask_leave(http, &base, return_to, state).await,
            other => Err(NetworkError::Unsupported { what: other.to_owned() }),
        }
    }

    async fn finish(
        &self,
        http: &Outbound,
        kept: &Value,
        answers: &Answers,
        return_to: &str,
    ) -> Result<Connected, NetworkError> {
        let kept: Kept = serde_json::from_value(kept.clone()).map_err(|_| {
            rejected(Rejection::Other, "what was kept of the sign-in is unreadable")
        })?;
        let Some(code) = answers.get("code") else {
            let said = answers.get("error").map_or("no code came back", String::as_str);
            return Err(rejected(Rejection::Forbidden, said));
        };
        let server = Server::unknown(http, &kept.server);
        let request = server.post("/oauth/token").secret().form(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("client_id", &kept.client_id),
            ("client_secret", &kept.client_secret),
            ("redirect_uri", return_to),
            ("scope", SCOPES),
            ("code_verifier", &kept.verifier),
        ]);
        let token: Token = server.read(request).await.map_err(as_refused_code)?;
        let secret = Secret {
            access_token: token.access_token,
            client_id: Some(kept.client_id),
            client_secret: Some(kept.client_secret),
        };
        account(http, &kept.server, &secret).await
    }

    async fn test(&self, call: &Call) -> Result<Connected, NetworkError> {
        let credentials = call.keeper.current().await?;
        let secret: Secret = serde_json::from_value(credentials.secret).map_err(|_| {
            NetworkError::Reauthorize { detail: "there is no token any more".to_owned() }
        })?;
        let read = account(&call.http, &call.server, &secret).await;
        let read = read.map_err(|error| match error {
            NetworkError::Rejected { reason: Rejection::WrongCredentials, detail } => {
                NetworkError::Reauthorize { detail }
            }
            other => other,
        })?;
        Ok(Connected { credentials: Value::Null, ..read })
    }
}

/// Registers Parvis at the server and says where the person agrees.
async fn ask_leave(
    http: &Outbound,
    base: &str,
    return_to: &str,
    state: &str,
) -> Result<Began, NetworkError> {
    let server = Server::unknown(http, base);
    instance(&server).await?;
    let app: App = server
        .read(server.post("/api/v1/apps").form(&[
            ("client_name", "Parvis"),
            ("redirect_uris", return_to),
            ("scopes", SCOPES),
        ]))
        .await
        .map_err(as_other_network)?;
    // Unpredictable without the secret that the server has just given us alone.
    let verifier = hex::encode(Sha256::digest(format!("{state} {}", app.client_secret)));
    let mut url = Url::parse(&format!("{base}/oauth/authorize"))
        .map_err(|_| rejected(Rejection::NotThisNetwork, "the server's address is wrong"))?;
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &app.client_id)
        .append_pair("redirect_uri", return_to)
        .append_pair("scope", SCOPES)
        .append_pair("state", state);
    if proves_keys(&server).await {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
        url.query_pairs_mut()
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
    }
    let kept = Kept {
        server: base.to_owned(),
        client_id: app.client_id,
        client_secret: app.client_secret,
        verifier,
    };
    Ok(Began::GoTo { url: url.into(), keep: json!(kept) })
}

/// Whether the server knows PKCE; those that do say so.
async fn proves_keys(server: &Server) -> bool {
    let request = server.get("/.well-known/oauth-authorization-server");
    let metadata: Option<Value> = server.find(request).await.unwrap_or_default();
    let methods = metadata.and_then(|m| m.get("code_challenge_methods_supported").cloned());
    methods.and_then(|m| Some(m.as_array()?.contains(&json!("S256")))).unwrap_or(false)
}

/// Reads the account that a token stands for, and what its server takes.
async fn account(http: &Outbound, base: &str, secret: &Secret) -> Result<Connected, NetworkError> {
    let server = Server::with_token(http, base, &secret.access_token);
    let instance = instance(&server).await?;
    let account: Account = server
        .read(server.get("/api/v1/accounts/verify_credentials"))
        .await
        .map_err(|error| match error {
            NetworkError::Reauthorize { detail } => rejected(Rejection::WrongCredentials, detail),
            other => other,
        })?;
    Ok(Connected {
        server: base.to_owned(),
        handle: format!("{}@{}", account.username, instance.domain),
        name: account.name(),
        remote_account_id: account.id,
        profile_url: account.url,
        avatar_url: account.avatar,
        followers: account.followers_count,
        limits: instance.limits,
        credentials: json!(secret),
    })
}

struct Instance {
    domain: String,
    limits: channels::Limits,
}

/// Reads what the server says of itself; whatever does not say it is not of this network.
async fn instance(server: &Server) -> Result<Instance, NetworkError> {
    let mut shy = false;
    for path in ["/api/v2/instance", "/api/v1/instance"] {
        let answer = server.get(path).send().await.map_err(|error| unanswered(&error))?;
        match answer.status {
            200..300 => {
                let said: Value = answer.json().map_err(|_| not_this_network())?;
                let named = said.get("domain").or_else(|| said.get("uri")).and_then(Value::as_str);
                let domain = named.map(|name| server::host(name).to_owned());
                if domain.is_none() && said.get("configuration").is_none() {
                    return Err(not_this_network());
                }
                let learnt_on = server.now.or_else(|| date(&answer)).map(day);
                return Ok(Instance {
                    domain: domain.unwrap_or_else(|| server::host(&server.base).to_owned()),
                    limits: limits::served(&said, learnt_on),
                });
            }
            429 | 500.. => return Err(server.refusal(&answer)),
            401 | 403 => shy = true,
            _ => {}
        }
    }
    if !shy {
        return Err(not_this_network());
    }
    // A server that shows nothing to strangers: signing in will tell.
    Ok(Instance { domain: server::host(&server.base).to_owned(), limits: limits::usual() })
}

fn not_this_network() -> NetworkError {
    rejected(Rejection::NotThisNetwork, "the server does not speak Mastodon's language")
}

fn as_other_network(error: NetworkError) -> NetworkError {
    match error {
        NetworkError::Rejected { reason: Rejection::Other, .. } => not_this_network(),
        other => other,
    }
}

fn as_refused_code(error: NetworkError) -> NetworkError {
    match error {
        NetworkError::Rejected { reason: Rejection::Other, detail }
        | NetworkError::Reauthorize { detail } => rejected(Rejection::WrongCredentials, detail),
        other => other,
    }
}
