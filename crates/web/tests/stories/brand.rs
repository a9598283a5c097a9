//! A brand's settings, its team, its tokens, its log.

use platform::Role;

use crate::support::{App, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

#[tokio::test]
async fn a_brand_is_paused_and_resumed_and_the_log_says_so() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let paused = louise.post(&at("pause"), &[("reason", "Coupure d’eau")]).await;
        let page = louise.follow(paused).await;
        assert!(page.says("Tout est en pause : rien n’est envoyé"), "{page:?}");
        assert!(page.says("Coupure d’eau"));
        assert!(page.says("Tout est en pause."), "a toast says it, with its undo: {page:?}");
        let resumed = louise.post(&at("pause/end"), &[]).await;
        let page = louise.follow(resumed).await;
        assert!(!page.says("Tout est en pause"), "{page:?}");
        let log = louise.get(&at("settings/activity")).await;
        assert!(
            log.says("Envois mis en pause")
                && log.says("Envois repris")
                && log.says("Louise Moreau"),
            "{log:?}"
        );
    }
}

#[tokio::test]
async fn settings_are_changed_and_refused_beside_their_fields() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let fields = [
            ("brand", "Le Fournil"),
            ("colour", "#112233"),
            ("zone", "Indian/Reunion"),
            ("language", "fr"),
            ("late_after", "30"),
        ];
        let page = louise.post(&at("settings"), &fields).await;
        let page = louise.follow(page).await;
        assert!(page.says("Les réglages sont enregistrés.") && page.says("Le Fournil"), "{page:?}");
        assert!(page.text.contains("/assets/colours/112233"), "{page:?}");
        let fields = [
            ("brand", ""),
            ("colour", "rouge"),
            ("zone", "Lune"),
            ("language", "fr"),
            ("late_after", "0"),
        ];
        let page = louise.post(&at("settings"), &fields).await;
        assert_eq!(page.status, 422);
        for words in
            ["Écrivez un nom.", "Une couleur s’écrit", "Choisissez un fuseau horaire de la liste."]
        {
            assert!(page.says(words), "{words}: {page:?}");
        }
        let fields = [
            ("brand", "x"),
            ("colour", "#000"),
            ("zone", "UTC"),
            ("language", "fr"),
            ("late_after", "99999"),
        ];
        let page = louise.post(&at("settings"), &fields).await;
        assert!(page.says("Écrivez un nombre de minutes"), "{page:?}");
    }
}

#[tokio::test]
async fn a_role_that_does_not_allow_it_is_refused() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let reader = app.joins("lecteur", Role::ReadOnly, &louise).await;
        let before = app.rows(&["brand", "membership", "invitation", "api_token"]).await;
        for path in ["settings/team", "settings/tokens", "settings/activity", "settings/jobs"] {
            assert_eq!(reader.get(&at(path)).await.status, 403, "{path}");
        }
        let fields = [
            ("brand", "x"),
            ("colour", "#000"),
            ("zone", "UTC"),
            ("language", "fr"),
            ("late_after", "5"),
            ("email", "a@a.example"),
            ("role", "owner"),
            ("name", "x"),
            ("scope", "posts:read"),
            ("typed_name", "Le Fournil de Louise"),
        ];
        for path in [
            "settings",
            "pause",
            "pause/end",
            "removal",
            "settings/team/invitations",
            "settings/tokens",
        ] {
            let answer = reader.post(&at(path), &fields).await;
            assert_eq!(answer.status, 403, "{path}: {answer:?}");
            assert!(answer.says("Votre rôle ne le permet pas"));
        }
        assert_eq!(app.rows(&["brand", "membership", "invitation", "api_token"]).await, before);
        let page = reader.get(&at("settings")).await;
        assert!(!page.says("Retirer la marque"), "what is not allowed is not offered: {page:?}");
    }
}

#[tokio::test]
async fn a_manager_makes_no_owner_and_the_last_owner_stays() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let manager = app.joins("ines", Role::Manager, &louise).await;
        let page = manager
            .post(&at("settings/team/invitations"), &[("email", "a@a.example"), ("role", "owner")])
            .await;
        assert_eq!(page.status, 422, "{page:?}");
        let team = louise.get(&at("settings/team")).await;
        let mine = team.text.split("louise@fournil.example").nth(2).unwrap_or(&team.text);
        let id =
            mine.split("/settings/team/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let page =
            louise.post(&at(&format!("settings/team/{id}/role")), &[("role", "manager")]).await;
        assert_eq!(page.status, 422, "{page:?}");
        assert!(page.says("Une marque garde au moins un propriétaire"), "{page:?}");
    }
}

#[tokio::test]
async fn a_token_is_shown_once_and_revoked() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let page = louise.post(&at("settings/tokens"), &[("name", "Caisse")]).await;
        assert_eq!(page.status, 422);
        let fields =
            [("name", "Caisse"), ("scope", "posts:write"), ("scope", "media:read"), ("life", "30")];
        let page = louise.post(&at("settings/tokens"), &fields).await;
        let token = page.between("<code class=\"pre\">pv_", "<").to_owned();
        let again = louise.get(&at("settings/tokens")).await;
        assert!(again.says("Caisse") && !again.says(&token), "{again:?}");
        let id = again.between("settings/tokens/", "/end").to_owned();
        let revoked = louise.post(&at(&format!("settings/tokens/{id}/end")), &[]).await;
        assert!(louise.follow(revoked).await.says("Aucune clé"));
    }
}

#[tokio::test]
async fn a_brand_is_added_and_removed_once_its_name_is_typed() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        assert_eq!(louise.get("/brands/new").await.status, 200);
        let fields = [
            ("brand", "Atelier Chocolat"),
            ("colour", "#2e6f73"),
            ("zone", "Europe/Paris"),
            ("language", "fr"),
        ];
        let added = louise.post("/brands", &fields).await;
        assert_eq!(added.location(), "/b/atelier-chocolat", "{added:?}");
        let path = "/b/atelier-chocolat/removal";
        let refused = louise.post(path, &[("typed_name", "Le Fournil de Louise")]).await;
        assert!(refused.says("Ce n’est pas le nom de la marque"), "{refused:?}");
        let removed = louise.post(path, &[("typed_name", "Atelier Chocolat")]).await;
        assert_eq!(removed.location(), "/", "{removed:?}");
        assert_eq!(louise.get("/b/atelier-chocolat/settings").await.status, 404);
        assert_eq!(louise.get(&at("settings")).await.status, 200);
    }
}

#[tokio::test]
async fn notifications_are_counted_read_and_lead_to_what_they_are_about() {
    use platform::notification::{Recipients, notify};
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let mut tx = app.engine.begin().await.unwrap();
        let brand = platform::Brand::all(&mut tx).await.unwrap().remove(0);
        let to = Recipients::Right(platform::Right::Publish);
        let subject = platform::Subject::new("channel", tx.new_id::<()>());
        notify(
            &mut tx,
            brand.id,
            "channel_needs_reconnection",
            subject,
            serde_json::json!({"handle": "@fournil"}),
            to,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let nearest = louise.get("/notifications").await;
        let page = louise.follow(nearest).await;
        assert!(page.says("Un compte est à relier à nouveau") && page.says("@fournil"), "{page:?}");
        assert!(page.says("Une nouvelle notification"), "{page:?}");
        let last = page.text.rsplit("/notifications/").next().unwrap();
        let id = last.split('/').next().unwrap().to_owned();
        let to = page.between("name=\"to\" value=\"", "\"").to_owned();
        let opened = louise.post(&at(&format!("notifications/{id}/read")), &[("to", &to)]).await;
        assert!(opened.location().starts_with(&at("channels/")), "{opened:?}");
        let page = louise.get(&at("notifications")).await;
        assert!(page.says("Notifications, rien de nouveau"), "{page:?}");
    }
}

#[tokio::test]
async fn an_invitation_leaves_by_mail_where_a_server_is_set() {
    for engine in testing::engines().await {
        let sender = "Parvis <parvis@fournil.example>";
        let mailer = platform::mail::Mailer::new("smtp://localhost:25", sender).unwrap();
        let app =
            App::with(engine, channels::Connectors::default(), |rooms| rooms.mailer = Some(mailer));
        let louise = app.set_up().await;
        let page = louise
            .post(&at("settings/team/invitations"), &[("email", "k@k.example"), ("role", "expert")])
            .await;
        assert!(page.says("k@k.example va recevoir une invitation."), "{page:?}");
        let jobs = app.rows(&["job"]).await;
        assert!(
            jobs.contains("send_mail") && jobs.contains("http://parvis.test/invitations/"),
            "{jobs}"
        );
        assert!(
            jobs.contains("Louise Moreau vous invite à rejoindre Le Fournil de Louise"),
            "{jobs}"
        );
    }
}

#[tokio::test]
async fn stopped_work_is_tried_again_or_given_up() {
    use database::params;
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let mut tx = app.engine.begin().await.unwrap();
        let brand = platform::Brand::all(&mut tx).await.unwrap().remove(0);
        let letter = platform::mail::SendMail {
            to: "a@a.example".into(),
            subject: "x".into(),
            text: "x".into(),
            html: None,
            reply_to: None,
            message_id: None,
        };
        for _ in 0..2 {
            letter.enqueue(&mut tx, jobs::Enqueue::now().brand(brand.id)).await.unwrap();
        }
        let now = tx.now();
        let stop =
            "UPDATE job SET state = 'dead', attempts = 8, last_error = 'no answer', ended_at = $1";
        tx.execute(stop, params![now]).await.unwrap();
        tx.commit().await.unwrap();
        let page = louise.get(&at("settings/jobs")).await;
        assert!(
            page.says("Envoyer un courrier") && page.says("8 essais") && page.says("no answer"),
            "{page:?}"
        );
        let id = page.between("/settings/jobs/", "/retry").to_owned();
        let again = louise.post(&at(&format!("settings/jobs/{id}/retry")), &[]).await;
        let page = louise.follow(again).await;
        assert!(page.says("Parvis essaie à nouveau.") && !page.text.contains(&id), "{page:?}");
        let id = page.between("/settings/jobs/", "/retry").to_owned();
        let given_up = louise.post(&at(&format!("settings/jobs/{id}/end")), &[]).await;
        assert!(louise.follow(given_up).await.says("Rien n’est arrêté"));
        assert_eq!(louise.post(&at(&format!("settings/jobs/{id}/end")), &[]).await.status, 404);
    }
}
