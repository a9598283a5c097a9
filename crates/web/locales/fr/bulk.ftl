# Des publications apportées par un fichier.
bulk-title = Apporter des publications
bulk-lead = Un tableau avec une ligne par publication : CSV ou classeur. Rien n’est créé avant que vous ayez vu ce que chaque ligne deviendrait.
bulk-file = Fichier
bulk-file-hint = CSV, TSV, XLSX ou XLS, jusqu’à 5 000 lignes. La première ligne nomme les colonnes.
bulk-example = Télécharger un exemple
bulk-example-text = Le levain fête ses douze ans
bulk-paste = Coller un tableau
bulk-pasted = Tableau collé
bulk-pasted-hint = Copiez les cellules dans votre tableur, avec la ligne des titres, et collez-les ici.
bulk-pasted-name = Tableau collé
bulk-nothing-yet = À l’étape suivante, vous vérifiez les colonnes et chaque ligne.
bulk-read = Lire le fichier
bulk-before = Déjà apportés
bulk-too-many-lines = Ce fichier a plus de { $most } lignes. Coupez-le en plusieurs fichiers.
bulk-too-large = Ce fichier est trop lourd. Coupez-le en plusieurs fichiers.
bulk-state-proposed = À vérifier
bulk-state-running = En cours
bulk-state-done = Terminé
bulk-state-undone = Repris
bulk-plan-lead = { $count ->
    [one] Une ligne lue. Vérifiez ce que dit chaque colonne.
   *[other] { $count } lignes lues. Vérifiez ce que dit chaque colonne.
}
bulk-columns = Ce que dit chaque colonne
bulk-column-without-name = Colonne { $number }
bulk-column-ignored = Ne pas lire
bulk-column-text = Texte
bulk-column-date = Date
bulk-column-time = Heure
bulk-column-channels = Comptes
bulk-column-link = Lien
bulk-column-topic = Thème
bulk-column-campaign = Campagne
bulk-column-first-comment = Premier commentaire
bulk-column-picture = Adresse d’une image
bulk-column-alt-text = Texte alternatif
bulk-no-text = Dites quelle colonne contient le texte.
bulk-channels = Comptes des lignes qui n’en nomment pas
bulk-order = Dans 03/04/2027, le premier nombre est
bulk-order-day = le jour
bulk-order-month = le mois
bulk-becomes = Ce que devient chaque ligne
bulk-becomes-draft = Un brouillon
bulk-becomes-draft-hint = Sa date reste un souhait : rien ne part sans vous.
bulk-becomes-scheduled = Une publication programmée
bulk-becomes-scheduled-hint = À sa date. Celles qu’une vérification arrête restent en brouillon, et vous voyez pourquoi.
bulk-look-again = Voir ce que cela donne
bulk-preview = Ce que chaque ligne deviendrait
bulk-line = Ligne
bulk-remarks = Remarques
bulk-fine = Rien à signaler
bulk-not-shown = { $count ->
    [one] Une autre ligne n’est pas montrée.
   *[other] { $count } autres lignes ne sont pas montrées.
}
bulk-make = { $count ->
    [0] Aucune publication à créer
    [one] Créer la publication
   *[other] Créer les { $count } publications
}
bulk-progress = { $count ->
    [one] { $done } ligne sur { $count }
   *[other] { $done } lignes sur { $count }
}
bulk-progress-label = Avancement
bulk-made = Publications créées
bulk-with-remarks = Lignes avec remarque
bulk-not-made = Lignes sans publication
bulk-see-posts = Voir les publications
bulk-see-calendar = Voir le calendrier
bulk-see-post = Voir la publication
bulk-post = Publication
bulk-no-post = Aucune
bulk-undo = Tout reprendre
bulk-all-fine = Toutes les lignes sont passées sans remarque.
bulk-undone = Ce que ce fichier avait apporté est repris.
bulk-undone-lead = Les publications déjà parties restent.
bulk-was-undone = Ce que le fichier avait apporté est repris.
bulk-was-partly-undone = Repris, sauf ce qui était déjà parti : { $count }.
bulk-problem-no-text = Pas de texte : aucune publication.
bulk-problem-too-long = Texte plus long que ce qu’aucun réseau accepte : aucune publication.
bulk-problem-not-a-date = « { $cell } » n’est pas une date : sans date.
bulk-problem-not-a-time = « { $cell } » n’est pas une heure : 9 h est retenu.
bulk-problem-in-the-past = Cette date est passée : reste en brouillon.
bulk-problem-unknown-channel = Aucun compte ne s’appelle « { $cell } ».
bulk-problem-no-channel = Pour aucun compte : reste en brouillon.
bulk-problem-unknown-topic = Le thème « { $cell } » n’est pas dans la charte.
bulk-problem-unknown-campaign = La campagne « { $cell } » n’existe pas.
bulk-problem-not-a-link = « { $cell } » n’est pas une adresse : laissée de côté.
bulk-problem-no-picture = L’image « { $cell } » n’a pas pu être prise.
bulk-problem-refused = Un réseau la refuserait telle quelle : reste en brouillon.
bulk-problem-kept-back = Une vérification ou un accord la retient : reste en brouillon.
bulk-problem-not-made = N’a pas pu être créée : { $cell }
