# Ce que les publications ont apporté : liste, page d’une publication, comparaisons.
measures-title = Ce que vos publications ont apporté
measures-lead = Chaque publication mesurée, que Parvis l’ait envoyée ou qu’un fichier l’ait apportée.
measures-compare = Comparer
measures-import-file = Importer un fichier
measures-none = Rien à mesurer pour l’instant
measures-none-lead = Les chiffres de vos publications arrivent ici un quart d’heure après leur parution. Vous pouvez aussi importer le fichier de statistiques d’un réseau.
measures-none-here = Aucune publication dans cette sélection
measures-none-here-lead = Élargissez la période, ou choisissez un autre réseau.
measures-filter = Choisir ce qui est montré
measures-filter-more = Dates précises et fichiers importés
measures-network = Réseau
measures-all-networks = Tous les réseaux
measures-period = Période
measures-period-all = Toutes les dates
measures-period-days = { $count ->
    [one] Aujourd’hui
   *[other] { $count } derniers jours
}
measures-period-dates = Les dates choisies plus bas
measures-period-between = Du { $from } au { $to }
measures-period-from = Depuis le { $from }
measures-period-to = Jusqu’au { $to }
measures-from = Du
measures-to = Au
measures-measure = Taux
measures-sort = Classer par
measures-sort-latest = Date, la plus récente d’abord
measures-import = Fichier importé
measures-any-import = Tous
measures-show = Afficher
measures-of-period = Sur la période
measures-median = Médiane
measures-half = La moitié centrale
measures-half-note = entre le premier et le troisième quartile
measures-from-to = { $low } à { $high }
measures-coverage = Couverture
measures-coverage-of = { $count ->
    [0] aucune publication
    [one] { $known } publication sur { $all }
   *[other] { $known } publications sur { $all }
}
measures-how = Comment c’est calculé
measures-without = { $count ->
    [one] { $count } publication sans ce taux : { $why }.
   *[other] { $count } publications sans ce taux : { $why }.
}
measures-undated = { $count ->
    [one] { $count } publication n’a pas de date connue : une période la laisse de côté.
   *[other] { $count } publications n’ont pas de date connue : une période les laisse de côté.
}
measures-count = { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
measures-posts = { $count ->
    [one] { $count } publication
   *[other] { $count } publications
}
measures-post = Publication
measures-no-date = date non connue
measures-unknown = non connu
measures-unknown-capital = Non connu
measures-not-read-yet = pas encore relevé
measures-parts = { $numerator } sur { $denominator }
measures-and = et
measures-unknown-missing = le réseau ou le fichier ne donne pas : { $names }
measures-unknown-nobody = personne à rapporter ({ $name } : 0)
measures-unknown-impossible = un chiffre sous zéro ({ $name })
measures-placed = un { $day } à { $hour }
measures-network-assisted = Publié à la main
measures-network-other = Autre réseau
measures-format-text = Texte
measures-format-link = Lien
measures-format-picture = Photo
measures-format-pictures = Album
measures-format-video = Vidéo
measures-format-other = Autre
measures-format-unknown = Non connu

# La page d’une publication.
measures-one-title = Ce que « { $title } » a apporté
measures-see-post = Voir la publication
measures-the-post = La publication
measures-published = Parue { $when } sur { $network }.
measures-published-undated = Parue sur { $network }, à une date non connue.
measures-read = Chiffres relevés { $when } auprès du réseau.
measures-imported = Chiffres importés { $when } d’un fichier du réseau.
measures-not-read-yet-sentence = Aucun chiffre n’a encore été relevé.
measures-gone = Le réseau n’a plus cette publication
measures-gone-lead = Constaté { $when }. Les derniers chiffres que { $network } a donnés restent ici.
measures-trouble = Le dernier relevé n’a pas abouti
measures-trouble-retry = { $network } n’a pas répondu. Parvis réessaie de lui-même.
measures-trouble-rate-limited = { $network } demande d’attendre. Parvis reprendra de lui-même.
measures-trouble-reauthorize = { $network } n’accepte plus la connexion du compte. Reconnectez-le pour reprendre les relevés.
measures-trouble-rejected = { $network } a refusé de donner ces chiffres.
measures-trouble-unsupported = { $network } ne donne pas de chiffres par cette connexion.
measures-see-channel = Voir le compte
measures-figures = Chiffres
measures-usual = { $count ->
    [one] médiane { $median }
   *[other] médiane { $median } sur { $count } publications
}
measures-why-not-given = { $network } ne donne pas ce chiffre
measures-why-not-read = pas encore relevé
measures-why-not-yet = { $network } ne l’a pas donné au dernier relevé
measures-why-not-in-file = le fichier importé ne le dit pas
measures-one-reading = Un seul relevé de ces chiffres : il en faut deux pour tracer une courbe.
measures-no-reading = La courbe commencera au premier relevé.
measures-curve = { $name } au fil du temps
measures-curve-source = { $count ->
    [one] Nombre total à chaque relevé. Source : { $source }, { $known } relevé sur { $all }.
   *[other] Nombre total à chaque relevé. Source : { $source }, { $known } relevés sur { $all }.
}
measures-source-import = fichier importé
measures-rates = Taux
measures-no-rate = Aucun taux ne peut être calculé avec ce que le réseau donne.
measures-rates-unknown = { $count ->
    [one] { $count } taux non connu, et pourquoi
   *[other] { $count } taux non connus, et pourquoi
}
measures-by-account = Par compte
measures-account = Compte
measures-no-text = Cette publication n’a pas de texte connu.
measures-see-there = Voir sur { $network }
measures-format = Format
measures-date = Date
measures-promotion = Promotion
measures-paid = Payante
measures-organic = Organique
measures-topic = Sujet
measures-by-import = Chiffres venus d’un fichier
measures-by-import-lead = Importez un fichier plus récent du réseau pour les mettre à jour.
measures-not-yet-title = Ce que cette publication a apporté
measures-not-yet = Pas encore de chiffres
measures-not-yet-lead = Le premier relevé a lieu un quart d’heure après la parution, puis chaque heure pendant deux jours.
measures-see-publication = Voir l’envoi

# Les graphiques.
measures-chart-table = Voir le tableau
measures-chart-when = Relevé
measures-chart-point = { $name } : { $value }, { $when }
measures-chart-summary = { $name } : { $first } le { $from }, { $last } le { $to }.
measures-chart-row = { $name } : { $value }.
measures-chart-range = { $median }, intervalle à 95 % de { $low } à { $high }
measures-interval-low = Bas de l’intervalle
measures-interval-high = Haut de l’intervalle

# Les comparaisons.
measures-comparisons-title = Ce qui marche le mieux
measures-comparisons-lead = Médianes de vos publications et leur intervalle à 95 %. Une différence n’est annoncée que si elle est montrée.
measures-compare-nothing = Rien à comparer
measures-compare-none = Aucune publication dans cette sélection. Élargissez-la, ou importez le fichier de statistiques d’un réseau.
measures-compare-unknown = Ce taux n’est connu pour aucune de ces publications. Choisissez-en un autre, ou importez un fichier qui donne la portée.
measures-how-intervals = Ce que disent les intervalles
measures-by-format = Les formats
measures-by-format-chart = Taux médian par format
measures-by-format-group = Format
measures-by-format-none = Le format de ces publications n’est pas connu.
measures-by-hour = Les heures
measures-by-hour-chart = Taux médian par tranche de trois heures
measures-by-hour-group = Heure de parution
measures-by-hour-none = L’heure de parution n’est pas connue.
measures-by-weekday = Les jours
measures-by-weekday-chart = Taux médian par jour de la semaine
measures-by-weekday-group = Jour de parution
measures-by-weekday-none = Le jour de parution n’est pas connu.
measures-by-paid = Organique ou payant
measures-by-paid-chart = Taux médian, organique et payant
measures-by-paid-group = Promotion
measures-by-paid-none = On ne sait pas si ces publications ont été promues.
measures-by-network = Les réseaux
measures-by-network-chart = Taux médian par réseau
measures-by-network-group = Réseau
measures-by-network-none = Aucun réseau.
measures-band = de { $from } à { $to }
measures-spoken-text = les textes seuls
measures-spoken-link = les liens
measures-spoken-picture = les photos
measures-spoken-pictures = les albums
measures-spoken-video = les vidéos
measures-spoken-other = les autres formats
measures-spoken-unknown = les formats non connus
measures-spoken-paid = les publications payantes
measures-spoken-organic = les publications organiques
measures-verdict-format = { $higher } font plus que { $lower }.
measures-verdict-hour = les publications { $higher } font plus que celles { $lower }.
measures-verdict-weekday = les publications du { $higher } font plus que celles du { $lower }.
measures-verdict-paid = { $higher } font plus que { $lower }.
measures-verdict-network = les publications sur { $higher } font plus que sur { $lower }.
measures-verdict-none = Aucune différence montrée.
measures-verdict-not-enough = Trop peu de publications pour comparer.
measures-verdict-one-group = Un seul groupe : rien à comparer.
measures-difference = { $higher } contre { $lower } : de { $low } à { $high } points de plus (intervalle à 95 % de l’écart, sans le zéro).
measures-small-groups = Trop peu de publications pour conclure sur : { $names }. Il en faut { $need }.
measures-too-few = moins de { $need } : pas d’intervalle
measures-comparison-source = { $count ->
    [one] { $measure }. { $period }. { $origin }. Connu pour { $known } publication sur { $all }.
   *[other] { $measure }. { $period }. { $origin }. Connu pour { $known } publications sur { $all }.
}
measures-unplaced = { $count ->
    [one] { $count } publication n’est dans aucun groupe : ce qu’il faut savoir d’elle manque.
   *[other] { $count } publications ne sont dans aucun groupe : ce qu’il faut savoir d’elles manque.
}
