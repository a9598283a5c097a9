# Ce qui entoure chaque page.
shell-skip = Aller au contenu
shell-free-software = Parvis, logiciel libre.
shell-rooms = Pièces
shell-rooms-phone = Pièces, en bas de l’écran
shell-room-home = Accueil
shell-room-calendar = Calendrier
shell-room-inbox = Échanges
shell-room-posts = Publications
shell-room-measures = Mesures
shell-room-channels = Comptes
shell-room-queue = File d’attente
shell-desk = Préparer les publications
shell-room-library = Médiathèque
shell-room-knowledge = Aide et réponses
shell-room-campaigns = Campagnes
shell-room-mix = Équilibre
shell-room-settings = Réglages
shell-more = Plus
shell-write = Écrire
shell-write-post = Écrire une publication
shell-brands = Vos marques
shell-add-brand = Ajouter une marque
shell-demo-badge = démonstration
shell-demo = Marque de démonstration : tout ici est imaginaire, rien n’est envoyé.
shell-paused = Tout est en pause : rien n’est envoyé au nom de cette marque.
shell-resume = Reprendre les envois
shell-account = Votre compte
shell-account-of = Votre compte, { $name }
shell-shortcuts = Raccourcis du clavier
shell-theme = Clair ou sombre
shell-sign-out = Se déconnecter
shell-close = Fermer
shell-undo = Annuler
shell-without-answer = sans réponse
shell-waiting = { $count } sans réponse
shell-unread = { $count ->
    [0] Notifications, rien de nouveau
    [one] Une nouvelle notification
   *[other] { $count } nouvelles notifications
}
shell-key-enter = Entrée
shell-key-write = Écrire une publication
shell-key-home = Aller à l’accueil
shell-key-calendar = Aller au calendrier
shell-key-inbox = Aller aux échanges
shell-key-next = Conversation suivante, précédente
shell-key-reply = Répondre
shell-key-note = Écrire une note interne
shell-key-snooze = Mettre de côté
shell-key-assign = Confier à quelqu’un
shell-key-label = Étiqueter
shell-key-check = Cocher la conversation
shell-key-search = Chercher
shell-key-resolve = Marquer comme résolue
shell-key-send = Envoyer

parts-crumbs = Vous êtes ici
parts-pages = Pages de la liste
parts-newer = Plus récent
parts-older = Plus ancien
parts-copy = Copier
parts-form-refused = Certains champs sont à corriger.

state-draft = Brouillon
state-asked = Attend un accord
state-planned = Programmée
state-prepared = Prête
state-sending = Envoi en cours
state-processing = En traitement
state-published = Publiée
state-uncertain = Incertaine
state-failed = Refusée
state-held = Suspendue
state-cancelled = Annulée
state-needs-a-person = À vous de voir
state-late = En retard

session-leaving-title = Un instant
session-leaving-lead = Vous allez vous identifier sur { $site }, puis vous reviendrez ici.
session-leaving-go = Continuer
shell-room-approvals = Accords
shell-room-charter = Charte
shell-room-promises = Promesses
shell-due = en retard ou à risque
shell-room-escalations = Escalades
shell-escalated = questions à reprendre
shell-room-fading = Relances
