//! The page of the account.

use database::Tx;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Session;

use crate::parts::{
    Field, Select, badge, csrf, error_summary, link_button, one_button, page_header, submit, time,
};
use crate::words::args;
use crate::{Form, Frame, Page, Refusal, Shape, SignedIn, Width, page_samples};

/// A teammate's own account.
pub struct AccountPage {
    form: Form,
    second_factor: bool,
    sessions: Vec<Line>,
}

#[derive(Clone)]
struct Line {
    id: String,
    device: String,
    seen_at: Timestamp,
    this_one: bool,
}

impl AccountPage {
    pub(super) async fn load(here: &SignedIn, form: Form, tx: &mut Tx) -> Result<Self, Refusal> {
        let sessions = Session::of_teammate(here.teammate.id, tx).await?;
        let line = |session: Session| Line {
            id: session.id.to_string(),
            this_one: session.id == here.session.id,
            device: session.device,
            seen_at: session.seen_at,
        };
        let sessions = sessions.into_iter().map(line).collect();
        Ok(Self { form, second_factor: here.teammate.second_factor, sessions })
    }
}

impl Page for AccountPage {
    fn samples() -> Vec<Self> {
        let line = |this_one| Line {
            id: "1".to_owned(),
            device: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                .to_owned(),
            seen_at: "2026-11-23T07:00:00Z".parse().unwrap_or_default(),
            this_one,
        };
        let form = Form::filled([("name", "Louise Moreau"), ("language", "fr"), ("theme", "auto")]);
        let mut refused = form.clone();
        refused.refuse("present_password", "Ce n’est pas votre mot de passe");
        vec![
            Self { form, second_factor: false, sessions: vec![line(true)] },
            Self { form: refused, second_factor: true, sessions: vec![line(true), line(false)] },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("account-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (page_header(&self.title(frame), html! {}, html! {}))
            div.stack.stack-lg {
                (error_summary(&frame.words, &self.form))
                (self.profile(frame))
                (self.password(frame))
                (self.factor(frame))
                (devices(frame))
                (self.sessions(frame))
            }
        }
    }
}

/// Where notifications on devices are turned on.
fn devices(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        section.card.stack aria-labelledby="devices" {
            h2 #devices { (words.t("devices-section")) }
            p { (words.t("devices-section-lead")) }
            div.row { (link_button(&words.t("devices-manage"), "/account/devices", "")) }
        }
    }
}

impl AccountPage {
    fn profile(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let languages = [("fr", "Français"), ("en", "English")];
        let themes = ["auto", "light", "dark"]
            .map(|theme| (theme.to_owned(), words.t(&format!("theme-{theme}"))));
        html! {
            form.card.form method="post" action="/account" {
                (csrf(frame))
                (Field::new(form, "name", &words.t("field-your-name")).required().autocomplete("name"))
                @if let Some(person) = &frame.person { p.hint { (words.tn("account-email", args![email => &person.email])) } }
                div.fields-inline {
                    (Select::new(form, "language", &words.t("account-language"), languages))
                    (Select::new(form, "theme", &words.t("account-theme"), themes))
                }
                div.form-actions { (submit(&words.t("account-save"), "button-primary")) }
            }
        }
    }

    fn password(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            form.card.form method="post" action="/account/password" {
                (csrf(frame))
                h2 { (words.t("account-password")) }
                div.fields-inline {
                    (Field::new(form, "present_password", &words.t("account-password-present")).kind("password").required().autocomplete("current-password"))
                    (Field::new(form, "new_password", &words.t("account-password-new")).kind("password").required()
                        .autocomplete("new-password").hint(words.t("field-password-hint")))
                }
                div.form-actions { (submit(&words.t("account-password-change"), "")) }
            }
        }
    }

    fn factor(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack aria-labelledby="factor" {
                div.card-head {
                    h2 #factor { (words.t("second-factor-section")) }
                    @if self.second_factor { (badge(&words.t("second-factor-on"), "success")) }
                    @else { (badge(&words.t("second-factor-off"), "")) }
                }
                p { (words.t("second-factor-lead")) }
                div.row {
                    (link_button(&words.t(if self.second_factor { "second-factor-manage" } else { "second-factor-begin" }), "/account/second-factor", ""))
                }
            }
        }
    }

    fn sessions(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section aria-labelledby="sessions" {
                h2.section-title #sessions { (words.t("account-sessions")) }
                ul.list.card.card-flush {
                    @for line in &self.sessions {
                        li { div.item {
                            div.item-body {
                                p.item-title.clip-2 { (line.device) }
                                p.item-meta {
                                    (time(words, line.seen_at, &words.tn("account-session-seen", args![when => words.relative(line.seen_at)])))
                                }
                            }
                            div.item-end {
                                @if line.this_one { (badge(&words.t("account-session-this"), "info")) }
                                @else { (one_button(frame, &format!("/account/sessions/{}/end", line.id), &words.t("account-session-end"), "button-small")) }
                            }
                        } }
                    }
                }
                @if self.sessions.len() > 1 {
                    div.form-actions { (one_button(frame, "/account/sessions/end", &words.t("account-sessions-end"), "button-quiet")) }
                }
            }
        }
    }
}

page_samples!(AccountPage);
