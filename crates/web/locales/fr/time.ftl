# Days, times and lengths of time.
time-month-1 = janvier
time-month-2 = février
time-month-3 = mars
time-month-4 = avril
time-month-5 = mai
time-month-6 = juin
time-month-7 = juillet
time-month-8 = août
time-month-9 = septembre
time-month-10 = octobre
time-month-11 = novembre
time-month-12 = décembre
time-month-short-1 = janv.
time-month-short-2 = févr.
time-month-short-3 = mars
time-month-short-4 = avr.
time-month-short-5 = mai
time-month-short-6 = juin
time-month-short-7 = juill.
time-month-short-8 = août
time-month-short-9 = sept.
time-month-short-10 = oct.
time-month-short-11 = nov.
time-month-short-12 = déc.
time-weekday-1 = lundi
time-weekday-2 = mardi
time-weekday-3 = mercredi
time-weekday-4 = jeudi
time-weekday-5 = vendredi
time-weekday-6 = samedi
time-weekday-7 = dimanche
time-weekday-short-1 = lun.
time-weekday-short-2 = mar.
time-weekday-short-3 = mer.
time-weekday-short-4 = jeu.
time-weekday-short-5 = ven.
time-weekday-short-6 = sam.
time-weekday-short-7 = dim.
time-moment = { $day } à { $time }
time-now = à l’instant
time-in = dans { $length }
time-ago = il y a { $length }
time-today = aujourd’hui à { $time }
time-tomorrow = demain à { $time }
time-yesterday = hier à { $time }
time-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
time-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
time-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
