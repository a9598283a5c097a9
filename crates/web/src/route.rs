//! The table of routes: what is served, and to whom. A test walks it as a stranger.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, patch, post, put};
use http::Method;

use crate::House;

/// The largest form, in bytes.
pub const LARGEST_FORM: usize = 1024 * 1024;
/// The largest upload, in bytes.
pub const LARGEST_UPLOAD: usize = 64 * 1024 * 1024;

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// GET, POST…
    pub method: Method,
    /// As axum writes it: `/b/{brand}/posts/{post}`.
    pub path: &'static str,
    /// To whom it answers.
    pub access: Access,
}

/// To whom a route answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anyone.
    Public,
    /// A teammate who is signed in.
    SignedIn,
    /// A teammate of the brand in its path; a stranger is told that it does not exist.
    Brand,
    /// A program with a token.
    Api,
}

/// Routes of one area; [`crate::router`] gathers them all.
///
/// To whom they answer follows from the path: `/b/{brand}/…` to teammates of the brand,
/// `/api/…` to programs, the rest to whoever is signed in, except those added as `public_…`.
#[derive(Default)]
pub struct Routes {
    router: Router<House>,
    table: Vec<Route>,
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident $method:ident $with:ident;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name<H, T>(self, path: &'static str, handler: H) -> Self
        where
            H: Handler<T, House>,
            T: 'static,
        {
            self.add(Method::$method, path, access(path), $with(handler))
        }
    )+};
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    verbs! {
        /// Shows something.
        get GET get;
        /// Changes something, by a form or a call.
        post POST post;
        /// Replaces something (of the API).
        put PUT put;
        /// Changes a part of something (of the API).
        patch PATCH patch;
        /// Removes something (of the API).
        delete DELETE delete;
    }

    /// Shows something to anyone.
    #[must_use]
    pub fn public_get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add(Method::GET, path, Access::Public, get(handler))
    }

    /// Changes something, for anyone.
    #[must_use]
    pub fn public_post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add(Method::POST, path, Access::Public, post(handler))
    }

    /// A `POST` that may carry files, up to [`LARGEST_UPLOAD`].
    #[must_use]
    pub fn upload<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        let route = post(handler).layer(DefaultBodyLimit::max(LARGEST_UPLOAD));
        self.add(Method::POST, path, access(path), route)
    }

    /// A `POST` that may carry films, read by an extractor that bounds them (`Sent`).
    #[must_use]
    pub fn films<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        let route = post(handler).layer(DefaultBodyLimit::disable());
        self.add(Method::POST, path, access(path), route)
    }

    /// These and those.
    #[must_use]
    pub fn and(mut self, other: Routes) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// These, and a router made elsewhere (the API's), with its lines of the table.
    #[must_use]
    pub fn and_router(mut self, router: Router<House>, table: Vec<Route>) -> Self {
        self.router = self.router.merge(router);
        self.table.extend(table);
        self
    }

    /// The table.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// The router.
    pub fn into_router(self) -> Router<House> {
        self.router
    }

    fn add(
        mut self,
        method: Method,
        path: &'static str,
        access: Access,
        route: MethodRouter<House>,
    ) -> Self {
        self.table.push(Route { method, path, access });
        self.router = self.router.route(path, route);
        self
    }
}

fn access(path: &str) -> Access {
    if path.starts_with("/b/{brand}") {
        Access::Brand
    } else if path.starts_with("/api/") {
        Access::Api
    } else {
        Access::SignedIn
    }
}
