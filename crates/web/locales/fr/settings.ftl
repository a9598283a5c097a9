# Réglages d’une marque, équipe, clés, journal, travaux arrêtés.
settings-title = Réglages de la marque
settings-tabs = Réglages
settings-tab-brand = Marque
settings-tab-team = Équipe
settings-tab-tokens = Clés d’accès
settings-tab-webhooks = Webhooks
settings-tab-activity = Journal
settings-tab-jobs = Travaux arrêtés
settings-save = Enregistrer
settings-saved = Les réglages sont enregistrés.
settings-read-only = Un responsable de la marque peut changer ces réglages.
settings-late-after = Prévenir d’un retard après (minutes)
settings-late-after-hint = Au-delà, toute l’équipe qui publie est prévenue.
settings-late-after-range = Écrivez un nombre de minutes, de 1 à 10 080 (sept jours).

pause-title = Pause générale
pause-lead = Plus rien n’est envoyé au nom de la marque, tout de suite. Ce qui est programmé attend votre décision.
pause-reason = Raison, pour l’équipe
pause-go = Tout mettre en pause
pause-since = En pause depuis { $when }.
pause-done = Tout est en pause.
pause-ended = Les envois reprennent.

removal-title = Retirer la marque
removal-lead = Ses publications, ses échanges, ses mesures et ses comptes reliés sont effacés de Parvis, sans retour possible. Ce qui est déjà en ligne y reste.
removal-typed-name = Pour confirmer, écrivez le nom de la marque
removal-another-name = Ce n’est pas le nom de la marque. Rien n’a été retiré.
removal-go = Retirer la marque
removal-demo-lead = Tout ce qui est imaginaire disparaît. Vos autres marques ne changent pas.
removal-demo-go = Retirer la démonstration
removal-done = { $name } a été retirée.

brand-new-title = Ajouter une marque
brand-new-lead = Ses comptes, ses publications et son équipe sont séparés de ceux des autres.
brand-new-go = Ajouter la marque
brand-added = { $name } est prête. Reliez un premier compte pour publier.

team-title = Équipe
team-lead = Qui travaille pour la marque, et ce que chacun peut y faire.
team-second-factor = double authentification
team-role = Rôle
team-role-of = Rôle de { $name }
team-role-change = Changer
team-role-changed = Le rôle est changé.
team-role-unknown = Choisissez un rôle de la liste.
team-remove = Retirer
team-removed = Cette personne ne travaille plus pour la marque.
team-left = Vous ne travaillez plus pour { $name }.
team-last-owner = Une marque garde au moins un propriétaire : nommez-en un autre d’abord.
team-for-owners-only = Seul un propriétaire nomme, change ou retire un propriétaire.
team-already-member = Cette personne travaille déjà pour la marque.
team-waiting = Invitations en attente
team-until = valable jusqu’au { $when }
team-revoke = Retirer l’invitation
team-invitation-revoked = L’invitation est retirée.
team-invite = Inviter quelqu’un
team-invite-go = Inviter
team-invited-by-mail = { $email } va recevoir une invitation.
team-invited-by-link = L’invitation de { $email } est prête.
team-link-once = Vous pouvez aussi transmettre ce lien. Il n’est montré qu’une fois et vaut sept jours.
team-letter-subject = { $name } vous invite à rejoindre { $brand }
team-letter-text =
    Bonjour,

    { $name } vous invite à travailler pour { $brand } dans Parvis.

    Pour accepter, ouvrez ce lien avant { $until } :
    { $link }

    Si vous n’attendiez pas cette invitation, vous pouvez l’ignorer.

tokens-title = Clés d’accès
tokens-lead = Une clé permet à un programme d’agir pour la marque, dans la limite de ses permissions et de votre rôle.
tokens-openapi = Description de l’interface
tokens-none = Aucune clé
tokens-none-lead = Créez-en une pour relier votre caisse, votre site ou un autre outil.
tokens-new = Créer une clé
tokens-name = Nom
tokens-name-hint = Ce à quoi elle sert : « Caisse du magasin ».
tokens-life = Durée
tokens-life-30 = 30 jours
tokens-life-90 = 90 jours
tokens-life-365 = Un an
tokens-life-0 = Sans fin
tokens-scopes = Permissions
tokens-no-scope = Cochez au moins une permission.
tokens-make = Créer la clé
tokens-made = La clé est créée.
tokens-once = Copiez-la maintenant : elle n’est montrée qu’une fois.
tokens-by = créée par { $name }
tokens-used = utilisée { $when }
tokens-never-used = jamais utilisée
tokens-until = jusqu’au { $when }
tokens-revoke = Révoquer
tokens-revoked = La clé ne vaut plus rien.
scope-posts-read = Lire les publications
scope-posts-write = Écrire et programmer
scope-channels-read = Lire les comptes
scope-channels-write = Relier des comptes
scope-conversations-read = Lire les échanges
scope-conversations-write = Répondre
scope-measures-read = Lire les mesures
scope-measures-write = Importer des mesures
scope-media-read = Lire les images
scope-media-write = Ajouter des images
scope-team-read = Lire l’équipe
scope-team-write = Changer l’équipe
scope-brand-read = Lire les réglages
scope-brand-write = Changer les réglages

activity-title = Journal
activity-lead = Tout ce qui a été fait pour la marque, par qui et quand. Rien n’y est jamais effacé.
activity-none = Rien encore
activity-none-lead = Chaque geste de l’équipe, des programmes et de Parvis s’inscrira ici.
activity-what = Quoi
activity-who = Qui
activity-when = Quand
activity-someone-gone = une personne partie
activity-token-gone = une clé retirée
activity-by-token = { $token }, clé de { $name }
activity-brand-created = Marque créée
activity-brand-edited = Réglages de la marque changés
activity-brand-paused = Envois mis en pause
activity-brand-resumed = Envois repris
activity-brand-removed = Marque retirée
activity-organization-renamed = Organisation renommée
activity-teammate-created = Compte créé
activity-teammate-signed-in = Connexion
activity-teammate-password-changed = Mot de passe changé
activity-teammate-second-factor-enabled = Double authentification activée
activity-teammate-second-factor-disabled = Double authentification retirée
activity-teammate-recovery-code-used = Code de secours utilisé
activity-teammate-recovery-codes-renewed = Codes de secours renouvelés
activity-membership-role-changed = Rôle changé
activity-membership-removed = Collaborateur retiré
activity-invitation-sent = Invitation envoyée
activity-invitation-revoked = Invitation retirée
activity-invitation-accepted = Invitation acceptée
activity-token-made = Clé d’accès créée
activity-token-revoked = Clé d’accès révoquée
activity-channel-connected = Compte relié
activity-channel-reconnected = Compte relié à nouveau
activity-channel-refused = Le réseau refuse le compte
activity-channel-paused = Compte mis en pause
activity-channel-resumed = Compte remis en service
activity-channel-removed = Compte retiré
activity-feed-followed = Flux suivi
activity-feed-unfollowed = Flux retiré
activity-feed-paused = Flux mis en pause
activity-feed-resumed = Flux suivi à nouveau
activity-post-begun = Publication commencée
activity-post-scheduled = Publication programmée
activity-post-unscheduled = Publication déprogrammée
activity-post-deleted = Publication supprimée
activity-post-restored = Publication rétablie
activity-publication-published = Envoi publié
activity-publication-confirmed = Envoi confirmé par une personne
activity-publication-sent-again = Envoi relancé
activity-publication-held = Envoi suspendu
activity-publication-released = Envoi repris
activity-publication-cancelled = Envoi annulé
activity-publication-late = Envoi en retard
activity-publication-failed = Envoi refusé
activity-publication-uncertain = Envoi incertain
activity-publication-needs-person = Envoi à vérifier
activity-conversation-answered = Réponse envoyée
activity-conversation-resolved = Conversation résolue
activity-conversation-reopened = Conversation rouverte
activity-media-uploaded = Image ajoutée
activity-media-described = Image décrite
activity-insights-imported = Mesures importées
activity-insights-undone = Import de mesures annulé

jobs-title = Travaux arrêtés
jobs-lead = Ce que Parvis a essayé plusieurs fois sans y parvenir.
jobs-none = Rien n’est arrêté
jobs-none-lead = Tout ce qui devait être fait l’a été, ou attend son heure.
jobs-attempts = { $count ->
    [one] un essai
   *[other] { $count } essais
}
jobs-retry = Essayer à nouveau
jobs-retried = Parvis essaie à nouveau.
jobs-discard = Abandonner
jobs-discarded = Ce travail est abandonné.
job-send-mail = Envoyer un courrier
job-deliver = Publier un envoi
job-poll-inbox = Lire les messages d’un compte
job-read-feed = Lire un flux
job-measure-channel = Relever les mesures d’un compte

notifications-title = Notifications
notifications-new = nouveau
notifications-none = Rien à signaler
notifications-none-lead = Parvis vous prévient ici d’un retard, d’un refus ou d’un compte à relier à nouveau.
notifications-read-all = Tout marquer comme lu
notifications-all-read = Tout est lu.
notifications-open = Ouvrir
notifications-mark = Marquer comme lu
notification-other = Une nouvelle ({ $kind })
notification-publication-late = Un envoi est en retard
notification-publication-failed = Un envoi a été refusé
notification-publication-uncertain = Un envoi est incertain
notification-publication-needs-person = Un envoi attend votre décision
notification-publication-to-post-by-hand = Une publication est à faire à la main
notification-channel-needs-reconnection = Un compte est à relier à nouveau

webhooks-title = Prévenir d’autres logiciels
webhooks-lead = Un webhook prévient un autre programme dès que quelque chose se passe dans la marque : votre caisse, votre site, un tableau de bord.
webhooks-none = Aucun webhook
webhooks-none-lead = Ajoutez l’adresse d’un programme : il sera prévenu de ce que vous choisissez, avec une signature qu’il peut vérifier.
webhooks-new = Ajouter un webhook
webhooks-name = Nom
webhooks-name-hint = Ce à quoi il sert : « Caisse du magasin ».
webhooks-url = Adresse
webhooks-url-hint = Le programme que vous prévenez vous la donne. Elle commence par https://.
webhooks-nouns = Ce qu’il apprend
webhooks-nouns-hint = Rien de coché : tout ce qui se passe.
webhooks-noun-post = Publications
webhooks-noun-publication = Envois
webhooks-noun-conversation = Échanges
webhooks-noun-channel = Comptes
webhooks-noun-feed = Flux
webhooks-noun-campaign = Campagnes
webhooks-noun-media = Images et vidéos
webhooks-noun-brand = Marque
webhooks-everything = Tout ce qui se passe
webhooks-add = Ajouter le webhook
webhooks-made = Le webhook est ajouté.
webhooks-once = Voici le secret avec lequel chaque message est signé. Copiez-le maintenant : il n’est montré qu’une fois.
webhooks-not-an-address = Cette adresse ne commence pas par https:// ou http://. Copiez-la en entier.
webhooks-too-many = La marque a déjà vingt webhooks. Retirez-en un d’abord.
webhooks-listening = À l’écoute
webhooks-failing = Ne répond pas
webhooks-stopped-person = Arrêté
webhooks-stopped-gone = Arrêté : l’adresse dit ne plus exister
webhooks-stopped-silent = Arrêté : sans réponse depuis cinq jours
webhooks-remove = Retirer
webhooks-removed = Le webhook est retiré.
webhooks-try = Envoyer un essai
webhooks-trial-sent = L’essai part. Rechargez la page pour voir la réponse.
webhooks-stop = Arrêter
webhooks-was-stopped = Ce webhook n’apprend plus rien.
webhooks-resume = Reprendre
webhooks-was-resumed = Ce webhook apprend de nouveau ce qui se passe, à partir de maintenant.
webhooks-again = Envoyer de nouveau
webhooks-sent-again = Le message repart.
webhooks-signed = Chaque message est signé selon la norme Standard Webhooks (en-têtes webhook-id, webhook-timestamp, webhook-signature). Sans réponse, il est envoyé de nouveau pendant environ un jour, sous le même numéro. Ce journal est gardé trente jours.
webhooks-log-none = Rien encore
webhooks-log-none-lead = Ce qui lui est envoyé apparaîtra ici, avec ce qu’il a répondu.
webhooks-state-waiting = En attente
webhooks-state-taken = Reçu
webhooks-state-given-up = Abandonné
webhooks-not-sent-yet = pas encore envoyé
webhooks-answered = { $count ->
    [one] a répondu { $status }
   *[other] a répondu { $status }, après { $count } essais
}
webhooks-no-answer = { $count ->
    [one] pas de réponse
   *[other] pas de réponse après { $count } essais
}
webhooks-body = Ce qui est envoyé
job-deliver-webhook = Prévenir un autre logiciel
activity-webhook-added = Webhook ajouté
activity-webhook-removed = Webhook retiré
activity-webhook-stopped = Webhook arrêté
activity-webhook-resumed = Webhook repris
notification-webhook-stopped = Un webhook ne répond plus
