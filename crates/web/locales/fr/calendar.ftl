# Le calendrier.
calendar-month = Mois
calendar-week = Semaine
calendar-day = Jour
calendar-today = Aujourd’hui
calendar-previous-month = Mois précédent
calendar-next-month = Mois suivant
calendar-previous-week = Semaine précédente
calendar-next-week = Semaine suivante
calendar-previous-day = Jour précédent
calendar-next-day = Jour suivant
calendar-channel = Compte
calendar-every-channel = Tous les comptes
calendar-state = État
calendar-every-state = Tous les états
calendar-filter = Filtrer
calendar-caption = Publications de { $when }
calendar-week-of = semaine du { $first } au { $last }
calendar-lead = { $count ->
    [0] Rien de prévu. Heures de { $city }.
    [one] Une publication. Heures de { $city }.
   *[other] { $count } publications. Heures de { $city }.
}
calendar-count = { $count ->
    [0] aucune publication
    [one] une publication
   *[other] { $count } publications
}
calendar-more = { $count } de plus
calendar-chip = { $name }, { $networks }, { $time }, { $state }
calendar-write = Écrire pour ce jour
calendar-write-on = Écrire pour { $day }
calendar-empty-day = Rien ce jour-là
calendar-empty-day-lead = Écrivez une publication pour ce jour : elle sera déjà à la bonne date.
calendar-drag-hint = Glissez une publication vers un autre jour, ou choisissez-la avec Tab, puis Espace, les flèches et Espace à nouveau.
