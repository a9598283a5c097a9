//! Who is reminded, and whom to tell when nothing happens.

use axum::response::{IntoResponse, Response};
use channels::{Channel, Mode};
use database::Tx;
use jiff::SignedDuration;
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;
use publishing::by_hand::{self, ByHandError, Rules};

use crate::areas::posts::problems;
use crate::parts::{Field, Select, crumbs, csrf, error_summary, page_header_under, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let rules = Rules::of(&here.actor, &mut tx).await?;
    let id = |id: Option<Id<platform::Teammate>>| id.map(|id| id.to_string()).unwrap_or_default();
    let after = rules.escalate_after.map(|after| (after.as_secs() / 60).to_string());
    let mut form = Form::empty()
        .with("assignee", id(rules.assignee))
        .with("to", id(rules.escalate_to))
        .with("after", after.unwrap_or_default());
    for (channel, teammate) in rules.channels {
        form = form.with(&format!("channel-{channel}"), teammate.to_string());
    }
    Ok(here.show(&page(&here, form, &mut tx).await?))
}

async fn page(here: &InBrand, form: Form, tx: &mut Tx) -> Result<RulesPage, Refusal> {
    let team = by_hand::team(&here.actor, tx).await?;
    let channels = Channel::all(&here.actor, tx).await.map_err(problems::of_channel)?;
    let channels = channels.into_iter().filter(|one| one.mode == Mode::Assisted);
    let name =
        |one: Channel| (one.id.to_string(), format!("{} · {}", one.network_name, one.handle));
    Ok(RulesPage {
        team: team
            .into_iter()
            .map(|one| (one.teammate.to_string(), one.name.to_string()))
            .collect(),
        channels: channels.map(name).collect(),
        minutes: here.brand.late_after.as_secs() / 60,
        form,
    })
}

/// Changes them.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let rules = read(&mut form, here.words());
    if let Some(rules) = rules {
        let mut tx = here.begin().await?;
        match rules.keep(&here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(here.go("to-post").saying("to-post-rules-saved").into_response());
            }
            Err(ByHandError::DelayOutOfRange) => {
                form.refuse("after", here.words().t("to-post-rules-after-range"));
            }
            Err(ByHandError::NoSuchTeammate) => {
                form.refuse("", here.words().t("to-post-rules-no-such"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut tx = here.read().await?;
    Ok(here.refused(&page(&here, form, &mut tx).await?))
}

fn read(form: &mut Form, words: &Words) -> Option<Rules> {
    let after = match form.get("after").trim() {
        "" => None,
        minutes => {
            let minutes = minutes.parse::<u32>();
            let range = |_| words.t("to-post-rules-after-range");
            Some(SignedDuration::from_mins(form.check("after", minutes, range)?.into()))
        }
    };
    let channels = form.fields().filter_map(|(name, value)| {
        let channel = name.strip_prefix("channel-")?;
        Some((channel.parse().ok()?, value.parse().ok()?))
    });
    Some(Rules {
        channels: channels.collect(),
        assignee: form.get("assignee").parse().ok(),
        escalate_after: after,
        escalate_to: form.get("to").parse().ok(),
    })
}

/// Who posts by hand, and who is told when nothing happens.
pub struct RulesPage {
    team: Vec<(String, String)>,
    channels: Vec<(String, String)>,
    minutes: i64,
    form: Form,
}

impl Page for RulesPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::filled([("after", "0")]);
        refused.refuse("after", "De 1 minute à 7 jours");
        let page = |form, channels: &[(&str, &str)]| Self {
            team: vec![("1".to_owned(), "Inès Morel".to_owned())],
            channels: channels.iter().map(|(id, name)| ((*id).into(), (*name).into())).collect(),
            minutes: 10,
            form,
        };
        vec![page(Form::empty(), &[("1", "Instagram · fournil")]), page(refused, &[])]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("to-post-rules-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("to-post", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let crumbs = crumbs(frame, &[(&words.t("to-post-title"), &frame.url("to-post"))]);
        let lead = html! { (words.t("to-post-rules-lead")) };
        html! {
            (page_header_under(crumbs, &self.title(frame), lead, html! {}))
            form.stack.stack-lg method="post" action=(frame.url("to-post/settings")) {
                (csrf(frame))
                (error_summary(words, &self.form))
                section.card.stack {
                    (Select::new(&self.form, "assignee", &words.t("to-post-rules-assignee"), self.choices(words.t("to-post-rules-author"))))
                    @if !self.channels.is_empty() {
                        h2 { (words.t("to-post-rules-channels")) }
                        p.muted { (words.t("to-post-rules-channels-lead")) }
                        @for (id, name) in &self.channels { (self.channel(words, id, name)) }
                    }
                }
                section.card.stack {
                    h2 { (words.t("to-post-rules-late")) }
                    (Field::new(&self.form, "after", &words.t("to-post-rules-after")).kind("number").with("min", "1").with("max", "10080")
                        .with("inputmode", "numeric").hint(words.tn("to-post-rules-after-hint", args![count => self.minutes])).render())
                    (Select::new(&self.form, "to", &words.t("to-post-rules-to"), self.choices(words.t("to-post-rules-managers")))
                        .hint(words.t("to-post-rules-to-hint")))
                }
                div.form-actions { (submit(&words.t("to-post-rules-save"), "button-primary")) }
            }
        }
    }
}

impl RulesPage {
    /// The team, after what it is without anybody named.
    fn choices(&self, otherwise: String) -> Vec<(String, String)> {
        std::iter::once((String::new(), otherwise)).chain(self.team.iter().cloned()).collect()
    }

    fn channel(&self, words: &Words, id: &str, name: &str) -> Markup {
        let field = format!("channel-{id}");
        let chosen = self.form.get(&field);
        html! {
            div.field {
                label for=(field) { (name) }
                select.select id=(field) name=(field) {
                    @for (value, who) in self.choices(words.t("to-post-rules-as-brand")) {
                        option value=(value) selected[value == chosen] { (who) }
                    }
                }
            }
        }
    }
}

page_samples!(RulesPage);
