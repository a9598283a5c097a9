use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use channels::connector::{Answers, Began, Connect, ConnectWay, Connected, FieldKind};
use channels::{Channel, Connector, Network, NetworkError, PendingAuthorization};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use serde::Deserialize;

use super::list::BY_HAND;
use super::refused_by_network;
use crate::parts::{
    Field, Tab, crumbs, csrf, error_summary, network_mark, page_header_under, submit, tabs,
};
use crate::session::leave_for;
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What the address may say beforehand.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    way: Option<String>,
    network: Option<String>,
    again: Option<Id<Channel>>,
}

/// The form that connects an account of a network.
pub async fn get(
    here: InBrand,
    Path((_brand, network)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let connector = here.house.kit.connectors.get(&network).ok_or(Refusal::NotFound)?;
    let connect = connector.connect().ok_or(Refusal::NotFound)?;
    let way = way_of(connect, asked.way.as_deref());
    let mut form = Form::empty();
    if let Some(name) = &asked.network {
        form = form.with("network", name);
    }
    if let Some(id) = asked.again {
        let mut tx = here.read().await?;
        let channel = Channel::load(id, &here.actor, &mut tx).await?;
        form = form
            .with("address", channel.handle.clone())
            .with("handle", channel.handle)
            .with("server", channel.server);
    }
    // What is known already comes first, and so is what a field shows.
    for field in way.fields {
        form = form.with(field.name, field.initial);
    }
    Ok(here.show(&ConnectPage::new(connector.network(), connect, way, form)))
}

/// Connects: at once, or by way of the network's own page.
pub async fn post(
    here: InBrand,
    Path((_brand, network)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let kit = &here.house.kit;
    let connector = kit.connectors.get(&network).cloned().ok_or(Refusal::NotFound)?;
    let connect = connector.connect().ok_or(Refusal::NotFound)?;
    let way = way_of(connect, asked.way.as_deref());
    let words = here.words().clone();
    for field in way.fields {
        if field.required && form.get(field.name).trim().is_empty() {
            form.refuse(field.name, words.t("channels-field-empty"));
        }
    }
    if form.is_refused() {
        return Ok(here.refused(&ConnectPage::new(connector.network(), connect, way, form)));
    }
    let answers: Answers =
        way.fields.iter().map(|f| (f.name.to_owned(), form.get(f.name).to_owned())).collect();
    let state = state_token(&here);
    let began = connect.begin(&kit.http, way.key, &answers, &return_to(&here), &state).await;
    match began {
        Ok(Began::Connected(connected)) => keep(&here, &connector, &connected).await,
        Ok(Began::GoTo { url, keep }) => {
            let pending = PendingAuthorization { network, kept: keep };
            let mut tx = here.begin().await?;
            pending.keep(&state, &kit.vault, &here.actor, &mut tx).await?;
            tx.commit().await?;
            Ok(leave_for(&here.frame, &url))
        }
        Err(error) => {
            let name = shown_name(connector.network(), &form);
            form.refuse(field_to_blame(&error, way), refused_by_network(&words, &name, &error));
            Ok(here.refused(&ConnectPage::new(connector.network(), connect, way, form)))
        }
    }
}

/// Back from the network's own page.
pub async fn come_back(here: InBrand, Query(answers): Query<Answers>) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let kit = &here.house.kit;
    let state = answers.get("state").cloned().unwrap_or_default();
    let mut tx = here.begin().await?;
    let pending = PendingAuthorization::take(&state, &kit.vault, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let Some(pending) = pending else {
        return Ok(here.go("channels").saying("channels-too-late").into_response());
    };
    let connector = kit.connectors.get(&pending.network).cloned().ok_or(Refusal::NotFound)?;
    let connect = connector.connect().ok_or(Refusal::NotFound)?;
    match connect.finish(&kit.http, &pending.kept, &answers, &return_to(&here)).await {
        Ok(connected) => keep(&here, &connector, &connected).await,
        Err(error) => {
            let way = way_of(connect, None);
            let words = here.words();
            let mut form = Form::empty().with("server", server_kept(&pending));
            let said = refused_by_network(words, connector.network().name, &error);
            form.refuse("", said);
            Ok(here.refused(&ConnectPage::new(connector.network(), connect, way, form)))
        }
    }
}

fn server_kept(pending: &PendingAuthorization) -> String {
    pending.kept["server"].as_str().unwrap_or_default().to_owned()
}

/// Stores the account and shows it.
async fn keep(
    here: &InBrand,
    connector: &std::sync::Arc<dyn Connector>,
    connected: &Connected,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let channel = if connector.publish().is_some() {
        let vault = &here.house.kit.vault;
        Channel::connect(connector.network(), connected, vault, &here.actor, &mut tx).await?
    } else {
        let name = connected.credentials["network"].as_str().unwrap_or("?").to_owned();
        Channel::add_assisted(&name, connected, &here.actor, &mut tx).await?
    };
    tx.commit().await?;
    let go = here.go(&format!("channels/{}", channel.id)).saying("channels-connected");
    Ok(go.with("name", channel.network_name).into_response())
}

fn way_of(connect: &dyn Connect, asked: Option<&str>) -> &'static ConnectWay {
    let ways = connect.ways();
    ways.iter().find(|way| Some(way.key) == asked).unwrap_or(&ways[0])
}

/// The address of ours that a network sends the person back to.
fn return_to(here: &InBrand) -> String {
    format!("{}{}", here.house.settings.base_url, here.url("channels/authorization"))
}

fn state_token(here: &InBrand) -> String {
    let mut bytes = [0; 24];
    here.house.ambient().fill(&mut bytes);
    hex::encode(bytes)
}

/// Beside which field a network's refusal is shown.
fn field_to_blame(error: &NetworkError, way: &ConnectWay) -> &'static str {
    use channels::Rejection as R;
    let secret = || way.fields.iter().find(|f| f.kind == FieldKind::Secret).map(|f| f.name);
    let server = || way.fields.iter().find(|f| f.kind == FieldKind::Server).map(|f| f.name);
    let blamed = match error {
        NetworkError::Reauthorize { .. }
        | NetworkError::Rejected {
            reason: R::WrongCredentials | R::SecondFactor | R::AppPassword | R::NoPasswords,
            ..
        } => secret(),
        NetworkError::Retry { .. } | NetworkError::Rejected { reason: R::NotThisNetwork, .. } => {
            server()
        }
        _ => None,
    };
    blamed.unwrap_or("")
}

fn shown_name(network: &Network, form: &Form) -> String {
    match form.get("network") {
        "" => network.name.to_owned(),
        named => named.to_owned(),
    }
}

/// « Connect Bluesky. »
pub struct ConnectPage {
    network: &'static Network,
    ways: Vec<&'static str>,
    way: &'static ConnectWay,
    form: Form,
}

impl ConnectPage {
    fn new(
        network: &'static Network,
        connect: &dyn Connect,
        way: &'static ConnectWay,
        form: Form,
    ) -> Self {
        // A secret is never sent back to the browser.
        let secrets = way.fields.iter().filter(|f| f.kind == FieldKind::Secret);
        let form = form.without(&secrets.map(|f| f.name).collect::<Vec<_>>());
        Self { network, ways: connect.ways().iter().map(|way| way.key).collect(), way, form }
    }

    fn field(&self, frame: &Frame, field: &channels::connector::ConnectField) -> Markup {
        let words = &frame.words;
        let key = format!("channels-field-{}-{}", self.network.key, field.name);
        let label = words.t(&key);
        let kind = if field.kind == FieldKind::Secret { "password" } else { "text" };
        let mut shown = Field::new(&self.form, field.name, &label)
            .kind(kind)
            .hint(words.t(&format!("{key}-hint")));
        if field.kind == FieldKind::Secret {
            shown = shown.autocomplete("off");
        }
        if field.name == "network" {
            shown = shown.with("list", "networks");
        }
        let shown = if field.required { shown.required() } else { shown };
        html! { (shown) }
    }
}

impl Page for ConnectPage {
    fn samples() -> Vec<Self> {
        static NETWORK: Network = Network {
            key: "bluesky",
            name: "Bluesky",
            icon: "net-bluesky",
            preview: channels::connector::PreviewStyle::Bluesky,
        };
        static WAY: ConnectWay = ConnectWay {
            key: "app-password",
            fields: &[
                channels::connector::ConnectField {
                    name: "handle",
                    kind: FieldKind::Text,
                    required: true,
                    initial: "",
                },
                channels::connector::ConnectField {
                    name: "password",
                    kind: FieldKind::Secret,
                    required: true,
                    initial: "",
                },
            ],
        };
        let page = |form| Self { network: &NETWORK, ways: vec!["app-password"], way: &WAY, form };
        let mut refused = Form::filled([("handle", "fournil.test")]);
        refused.refuse("password", "…");
        vec![page(Form::empty()), page(refused)]
    }

    fn title(&self, frame: &Frame) -> String {
        let own = format!("channels-connect-{}", self.network.key);
        match self.network.key {
            "assisted" => frame.words.t("channels-connect-by-hand"),
            _ if frame.words.has(&own) => frame.words.t(&own),
            _ => frame.words.tn("channels-connect", args![network => self.network.name]),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("channels", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let here = frame.url(&format!("channels/new/{}", self.network.key));
        let labels: Vec<String> = self
            .ways
            .iter()
            .map(|way| words.t(&format!("channels-way-{}-{way}", self.network.key)))
            .collect();
        let addresses: Vec<String> =
            self.ways.iter().map(|way| format!("{here}?way={way}")).collect();
        let others: Vec<Tab<'_>> = (self.ways.iter().zip(labels.iter().zip(&addresses)))
            .map(|(way, (label, href))| Tab { label, href, current: *way == self.way.key })
            .collect();
        let lead = words.t(&format!("channels-lead-{}-{}", self.network.key, self.way.key));
        html! {
            (page_header_under(
                crumbs(frame, &[(&words.t("channels-title"), &frame.url("channels"))]),
                &self.title(frame),
                html! { p.page-lead { (lead) } },
                html! {},
            ))
            @if others.len() > 1 { (tabs(&words.t("channels-ways"), &others)) }
            div.card {
                form.form method="post" action={ (here) "?way=" (self.way.key) } {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    @for field in self.way.fields { (self.field(frame, field)) }
                    @if self.network.key == "assisted" {
                        datalist #networks { @for name in BY_HAND { option value=(name) {} } }
                    }
                    div.form-actions {
                        (submit(&words.t("channels-connect-button"), "button-primary"))
                        a.button.button-quiet href=(frame.url("channels")) { (words.t("channels-cancel")) }
                    }
                }
            }
            @if self.network.key != "assisted" {
                p.small.muted.row { (network_mark(self.network.key, self.network.name, "network-sm")) " " (words.t("channels-sealed")) }
            }
        }
    }
}

page_samples!(ConnectPage);
