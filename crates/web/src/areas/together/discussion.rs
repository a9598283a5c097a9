//! What is said of a post, what is asked for it, and who did what: a page of its own while the
//! post is a draft, a section of its page after.

use axum::extract::Path;
use axum::response::Response;
use database::Tx;
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;
use publishing::Post;
use publishing::approval::{Path as ApprovalPath, Request, RequestState};
use publishing::comment::Comment;

use super::history::{Happened, history};
use super::thread::{Said, Within, say_form, thread};
use crate::areas::approvals::shown::{
    ShownPost, awaited, sample_request, state_badge, steps, wanted,
};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{crumbs, icon, link_button, page_header_under};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Everything that surrounds a post while it is prepared together.
pub(crate) struct Discussion {
    post: Id<Post>,
    back: String,
    said: Vec<Said>,
    happened: Vec<Happened>,
    /// The last request; none where nothing was ever asked.
    request: Option<Request>,
    /// Whether someone must agree before it leaves.
    needs: bool,
    draft: bool,
    me: Option<Id<Teammate>>,
    team: Vec<String>,
    channels: Vec<ShownChannel>,
    pub(super) form: Form,
}

impl Discussion {
    /// Reads it; `back` is the page that its forms come back to.
    pub async fn load(
        here: &InBrand,
        shown: &ShownPost,
        back: String,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let post = &shown.post;
        let said = Comment::of_post(post.id, &here.actor, tx).await?;
        let team = Membership::of_brand(&here.actor, tx).await?;
        let requests = Request::of_post(post.id, &here.actor, tx).await?;
        Ok(Self {
            post: post.id,
            back,
            said: said.into_iter().map(Said::from).collect(),
            happened: Happened::of(here, post, tx).await?,
            request: requests.into_iter().next(),
            needs: !ApprovalPath::of(post, tx).await?.is_empty(),
            draft: post.is_draft(),
            me: here.actor.teammate_id(),
            team: team.iter().map(|member| member.name.to_string()).collect(),
            channels: shown.channels.clone(),
            form: Form::empty(),
        })
    }

    fn within(&self, frame: &Frame) -> Within<'_> {
        Within {
            path: format!("posts/{}/comments", self.post),
            back: &self.back,
            me: self.me,
            runs: frame.may(Right::ManageBrand),
            channels: &self.channels,
            team: &self.team,
        }
    }

    /// The comments, with where to say something.
    pub fn section(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let within = self.within(frame);
        let action = frame.url(&within.path);
        html! {
            section.card.stack #discussion aria-labelledby="comments" {
                h2 id="comments" { (words.t("together-comments")) }
                (thread(frame, &self.said, Some(&within)))
                @if frame.role.is_some_and(|role| role != platform::Role::ReadOnly) {
                    (say_form(frame, &action, &self.form, Some(&within)))
                }
            }
        }
    }

    /// Where the agreement stands, and what may be done about it.
    pub fn standing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let ask = frame.url(&format!("posts/{}/approval", self.post));
        html! {
            @if self.needs && self.draft || self.request.is_some() {
                section.card.stack aria-labelledby="agreement" {
                    div.spread {
                        h2 id="agreement" { (words.t("together-agreement")) }
                        @if let Some(request) = &self.request { (state_badge(words, request)) }
                    }
                    @match &self.request {
                        Some(request) => {
                            @if request.state == RequestState::Waiting {
                                p { (awaited(words, request)) }
                                p.small.muted { (wanted(words, request, words.now())) }
                            }
                            @if request.state == RequestState::Bypassed { p.pre { (request.note) } } @else { (steps(frame, request)) }
                            div.row {
                                (link_button(&words.t("together-see-request"), &frame.url(&format!("approvals/{}", request.id)), "button-small"))
                                @if request.state != RequestState::Waiting && self.draft && frame.may(Right::Draft) {
                                    (link_button(&words.t("approvals-ask"), &ask, "button-small button-primary"))
                                }
                            }
                        },
                        None => {
                            p { (words.t("together-needs-agreement")) }
                            @if frame.may(Right::Draft) { div.row { (link_button(&words.t("approvals-ask"), &ask, "button-primary")) } }
                        },
                    }
                }
            }
        }
    }

    /// Who did what.
    pub fn history(&self, frame: &Frame) -> Markup {
        history(frame, &self.happened)
    }

    /// Samples for the pages that hold one.
    pub fn sample() -> Self {
        let shown = ShownPost::sample();
        Self {
            post: shown.post.id,
            back: "posts/1/discussion".to_owned(),
            said: vec![Said::sample(), Said::sample().settled(10)],
            happened: Happened::samples(),
            request: Some(sample_request(RequestState::Waiting)),
            needs: true,
            draft: true,
            me: Some(Id::from_uuid(uuid::Uuid::from_u128(1))),
            team: vec!["Inès Le Goff".to_owned(), "Karim Benali".to_owned()],
            channels: shown.channels,
            form: Form::empty(),
        }
    }
}

/// Shows it as a page.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    Ok(here.show(&DiscussionPage::load(&here, id).await?))
}

/// What is said of a post, as a page.
pub struct DiscussionPage {
    shown: ShownPost,
    pub(super) discussion: Discussion,
}

impl DiscussionPage {
    pub(super) async fn load(here: &InBrand, id: Id<Post>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
        let channels = load_channels(here, &mut tx).await?;
        let shown = ShownPost::new(post, &channels);
        let back = format!("posts/{id}/discussion");
        let discussion = Discussion::load(here, &shown, back, &mut tx).await?;
        Ok(Self { shown, discussion })
    }
}

impl Page for DiscussionPage {
    fn samples() -> Vec<Self> {
        let page = |discussion| Self { shown: ShownPost::sample(), discussion };
        let mut empty = Discussion::sample();
        empty.said.clear();
        empty.happened.clear();
        empty.request = None;
        let mut refused = Discussion::sample();
        refused.request = Some(sample_request(RequestState::Refused));
        refused.form.refuse("words", "Écrivez quelque chose.");
        vec![page(empty), page(Discussion::sample()), page(refused)]
    }

    fn title(&self, frame: &Frame) -> String {
        self.shown.title(&frame.words)
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("posts-title"), &frame.url("posts"))]);
        let address = frame.url(&format!("posts/{}", self.shown.post.id));
        html! {
            (page_header_under(above, &self.title(frame), html! { p.page-lead { (words.t("together-lead")) } }, html! {
                a.button href=(address) { (icon("pencil")) (words.t("approvals-see-post")) }
            }))
            div.columns {
                div.stack.stack-lg { (self.discussion.section(frame)) (self.discussion.history(frame)) }
                aside.stack aria-label=(words.t("together-agreement")) {
                    (self.discussion.standing(frame))
                    (self.shown.previews(frame))
                }
            }
        }
    }
}

page_samples!(DiscussionPage);
