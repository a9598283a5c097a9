# Ce qu’une personne publie à la main : la liste, l’écran du téléphone, les réglages, les courriers.
shell-room-to-post = À la main
shell-to-post-waiting = à publier

to-post-title = À publier à la main
to-post-lead = Parvis prépare tout à l’heure dite ; vous publiez, puis vous collez le lien.
to-post-whose = De qui
to-post-mine = Les miennes
to-post-all = Toute l’équipe
to-post-settings = Réglages
to-post-devices = Notifications sur cet appareil
to-post-section-late = En retard
to-post-section-due = À publier maintenant
to-post-section-snoozed = Reportées
to-post-section-held = Suspendues
to-post-section-coming = À venir
to-post-none = Rien à publier à la main
to-post-none-lead = Les publications destinées aux comptes tenus à la main apparaîtront ici, et un rappel partira à leur heure.
to-post-none-mine = Rien ne vous attend
to-post-none-mine-lead = Ce qui attend vos collègues est sous « Toute l’équipe ».
to-post-nobody = Personne en particulier
to-post-for = Pour { $name }
to-post-you = Pour vous
to-post-count = { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
to-post-files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}

to-post-stage-coming = À venir
to-post-stage-due = À publier maintenant
to-post-stage-snoozed = Reportée
to-post-stage-late = En retard
to-post-stage-held = Suspendue
to-post-stage-posted = Publiée
to-post-stage-over = Terminée

to-post-one = Sur { $network }
to-post-one-titled = Sur { $network } : { $title }
to-post-due-at = Prévue { $when }
to-post-snoozed-until = Reportée : rappel { $when }.
to-post-held = Ne publiez pas celle-ci
to-post-held-lead = La marque ou le compte est en pause, ou quelqu’un l’a suspendue. Un rappel partira quand elle reprendra.
to-post-coming = Il est encore tôt
to-post-coming-lead = Un rappel partira { $when }. Le texte peut changer d’ici là.
to-post-posted = C’est publié
to-post-posted-lead = Rien d’autre à faire.
to-post-see = Voir la publication
to-post-over = Elle n’est plus à publier
to-post-over-lead = Quelqu’un y a renoncé, ou elle a été déplacée.
to-post-the-post = La publication dans Parvis

to-post-step-copy = Copiez
to-post-step-publish = Publiez
to-post-step-done = C’est publié ?
to-post-copy = Copier
to-post-copy-what = Copier { $what }
to-post-piece-text = Le texte
to-post-piece-part = La suite, { $part } sur { $parts }
to-post-piece-first-comment = Le premier commentaire
to-post-piece-link = Le lien
to-post-piece-hashtags = Les mots-dièse
to-post-piece-choice = Réponse { $number } du sondage
to-post-piece-alt = La description de l’image { $number }
to-post-no-text = Il n’y a que des images.
to-post-after = La suite se publie en réponse, dans l’ordre.
to-post-media = Images et vidéos
to-post-save-image = Garder l’image { $number }
to-post-save-video = Garder la vidéo { $number }
to-post-save-all = Tout garder (.zip)
to-post-share = Partager
to-post-share-lead = Le partage du téléphone emporte le texte et les fichiers vers l’application.
to-post-open = Ouvrir { $network }
to-post-open-account = Voir le compte
to-post-account = Avec le compte { $account }.
to-post-link = Lien de ce que vous avez publié
to-post-link-hint = Dans l’application : Partager, puis Copier le lien. Sans lien, Parvis ne pourra pas en relever les mesures.
to-post-done = C’est publié
to-post-other-site = Est-ce la bonne adresse ?
to-post-other-site-lead = Ce lien mène à { $host }, pas à { $network }.
to-post-profile-lead = Ce lien mène au compte, pas à la publication. Le lien de la publication est sous Partager.
to-post-sure = Oui, c’est la bonne
to-post-not-a-link = Ce n’est pas un lien. Copiez l’adresse de la publication, elle commence par https://.
to-post-later = Plus tard
to-post-snooze-15m = Dans 15 minutes
to-post-snooze-1h = Dans une heure
to-post-snooze-evening = Ce soir, à 18 h
to-post-snooze-morning = Demain, à 9 h
to-post-snooze-at = À l’heure de votre choix
to-post-snooze-at-go = Reporter
to-post-other-day = Elle paraîtrait un autre jour
to-post-other-day-lead = Elle est prévue { $when }. Reportée { $until }, elle change de jour : les responsables de la marque en seront avertis.
to-post-other-day-go = La reporter quand même
to-post-not-a-time = Ce n’est pas une date.
to-post-in-the-past = Cette heure est passée.
to-post-too-far = C’est à plus de trente jours. Changez plutôt la date de la publication.
to-post-pass = Passer à quelqu’un
to-post-pass-to = À qui
to-post-pass-hint = La personne est prévenue tout de suite.
to-post-pass-go = Passer
to-post-no-such-teammate = Cette personne ne peut pas publier pour cette marque.
to-post-leave = Ne pas la publier
to-post-leave-why = Pourquoi
to-post-leave-hint = Les autres le liront dans l’historique.
to-post-leave-go = Y renoncer
to-post-say-why = Dites pourquoi, en quelques mots.
to-post-reason-too-long = C’est trop long : 500 caractères au plus.
to-post-next = La suivante
to-post-next-lead = { $network }, { $when }
to-post-read-only = Vous pouvez la lire. Pour publier, demandez à quelqu’un qui en a le droit.
to-post-not-waiting = Elle n’attend plus d’être publiée.

to-post-was-posted = Noté : c’est publié.
to-post-was-snoozed = Reportée. Rappel { $when }.
to-post-was-passed = Passée à { $name }.
to-post-was-left = Noté : elle ne sera pas publiée.

to-post-ended-title = Ce lien ne sert plus
to-post-ended-lead = La publication a été faite, abandonnée ou suspendue, ou le lien a plus de sept jours.
to-post-ended-go = Voir dans Parvis

to-post-rules-title = Publier à la main : qui, et quand s’inquiéter
to-post-rules-lead = Qui reçoit le rappel à l’heure dite, et qui est averti si rien ne se passe.
to-post-rules-assignee = Qui publie, en général
to-post-rules-author = L’auteur de chaque publication
to-post-rules-channels = Comptes tenus par une autre personne
to-post-rules-channels-lead = Laissez « comme en général » pour suivre le choix ci-dessus.
to-post-rules-as-brand = Comme en général
to-post-rules-late = Si rien ne se passe
to-post-rules-after = Délai avant d’avertir, en minutes
to-post-rules-after-hint = Vide, c’est le délai d’alerte de la marque : { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}. Reportée, une publication n’est en retard qu’après l’heure choisie.
to-post-rules-after-range = De 1 minute à 7 jours (10 080 minutes).
to-post-rules-to = Qui avertir
to-post-rules-managers = Les responsables de la marque
to-post-rules-to-hint = Par courrier et dans Parvis, puis à nouveau après chaque jour de retard.
to-post-rules-save = Enregistrer
to-post-rules-saved = Réglages enregistrés.
to-post-rules-no-such = Cette personne ne peut pas publier pour cette marque.

devices-title = Notifications sur cet appareil
devices-lead = Quand une publication est à faire à la main, ce téléphone ou cet ordinateur vous prévient, même si Parvis est fermé.
devices-on = Activer sur cet appareil
devices-off = Désactiver sur cet appareil
devices-is-on = Activées sur cet appareil
devices-is-off = Pas encore activées sur cet appareil
devices-denied = Ce navigateur refuse les notifications de Parvis. Autorisez-les dans ses réglages, puis revenez ici.
devices-unsupported = Ce navigateur ne sait pas recevoir de notifications, ou Parvis n’y est pas ouvert par une adresse sûre (https).
devices-no-script = Sans script, les notifications ne peuvent pas être activées. Les courriers, eux, vous parviennent toujours.
devices-failed = L’activation n’a pas marché. Réessayez dans un instant.
devices-iphone = Sur iPhone et iPad
devices-iphone-lead = Ouvrez Parvis dans Safari, touchez Partager, puis « Sur l’écran d’accueil ». Ouvrez-le depuis cette nouvelle icône, et activez ici les notifications.
devices-said = Ce qui est envoyé : le réseau et les premiers mots de la publication, chiffrés jusqu’à votre appareil.
devices-all = Appareils activés
devices-none = Aucun appareil n’est activé.
devices-since = Depuis { $when }
devices-reached = Joint { $when }
devices-end = Désactiver
devices-trial = Envoyer un essai
devices-trial-title = Essai de Parvis
devices-trial-body = Les notifications arrivent bien sur cet appareil.
devices-was-on = Les notifications sont activées sur cet appareil.
devices-was-off = Appareil désactivé.
devices-was-tried = Essai envoyé : il arrive dans un instant.
devices-too-many = Vingt appareils sont déjà activés. Désactivez-en un.
devices-section = Notifications sur vos appareils
devices-section-lead = Être prévenu sur son téléphone quand une publication est à faire à la main.
devices-manage = Choisir les appareils

letter-hand-due-subject = À publier sur { $network } : { $title }
letter-hand-due = Il est l’heure de publier sur { $network }, avec le compte { $account } (prévu { $when }).
letter-hand-due-push = À publier sur { $network }
letter-hand-reassigned-subject = À vous de publier sur { $network } : { $title }
letter-hand-reassigned = On vous confie cette publication sur { $network }, avec le compte { $account } (prévue { $when }).
letter-hand-reassigned-push = À vous de publier sur { $network }
letter-hand-late-subject = En retard sur { $network } : { $title }
letter-hand-late = Prévue { $when }, cette publication sur { $network } n’a pas encore été faite. Elle attend { $name }.
letter-hand-late-push = En retard sur { $network }
letter-hand-nobody = quelqu’un de l’équipe
letter-hand-files = { $count ->
    [one] Un fichier l’accompagne, à garder depuis l’écran.
   *[other] { $count } fichiers l’accompagnent, à garder depuis l’écran.
}
letter-hand-button = Publier maintenant
letter-hand-foot = Ce lien est pour vous seul : il ouvre cette publication sans mot de passe, pendant sept jours. Ne le transférez pas.

publications-hand = À publier à la main
publications-hand-lead = Textes à copier, fichiers à garder, lien à coller : tout est sur un écran, fait pour le téléphone.
publications-hand-go = Publier à la main

step-reminded = Rappel envoyé
step-snoozed = Reportée
step-reassigned = Passée à quelqu’un d’autre
step-escalated = Pas publiée : les responsables sont avertis

notification-publication-handed-over = On vous confie une publication à faire à la main
notification-publication-not-posted = Une publication à la main n’a pas été faite
notification-publication-put-off = Une publication à la main est reportée à un autre jour
activity-publication-reminded = Rappel envoyé, publication à la main
activity-publication-snoozed = Publication à la main reportée
activity-publication-reassigned = Publication à la main passée à quelqu’un
activity-publication-escalated = Publication à la main en retard, responsables avertis
activity-brand-by-hand-rules = Réglages de la publication à la main changés
job-remind-by-hand = Rappeler une publication à la main
job-send-push = Prévenir un appareil

# L’interface des publications à la main.
api-op-to-post = Ce qui est à publier à la main, par heure prévue
api-op-to-post-one = Une publication à faire à la main
api-op-to-post-snooze = La reporter : un rappel partira à ce moment
api-op-to-post-assignee = La passer à quelqu’un d’autre
api-op-to-post-posted = Dire qu’elle est publiée
api-op-to-post-give-up = Y renoncer, et dire pourquoi
api-error-other-day = Elle paraîtrait un autre jour que prévu : dites sure pour le confirmer.
api-error-other-site = Ce lien mène à { $where }, pas au réseau : dites sure pour le confirmer.
