# Days, times and lengths of time.
time-month-1 = January
time-month-2 = February
time-month-3 = March
time-month-4 = April
time-month-5 = May
time-month-6 = June
time-month-7 = July
time-month-8 = August
time-month-9 = September
time-month-10 = October
time-month-11 = November
time-month-12 = December
time-month-short-1 = Jan
time-month-short-2 = Feb
time-month-short-3 = Mar
time-month-short-4 = Apr
time-month-short-5 = May
time-month-short-6 = Jun
time-month-short-7 = Jul
time-month-short-8 = Aug
time-month-short-9 = Sept
time-month-short-10 = Oct
time-month-short-11 = Nov
time-month-short-12 = Dec
time-weekday-1 = Monday
time-weekday-2 = Tuesday
time-weekday-3 = Wednesday
time-weekday-4 = Thursday
time-weekday-5 = Friday
time-weekday-6 = Saturday
time-weekday-7 = Sunday
time-weekday-short-1 = Mon
time-weekday-short-2 = Tue
time-weekday-short-3 = Wed
time-weekday-short-4 = Thu
time-weekday-short-5 = Fri
time-weekday-short-6 = Sat
time-weekday-short-7 = Sun
time-moment = { $day } at { $time }
time-now = just now
time-in = in { $length }
time-ago = { $length } ago
time-today = today at { $time }
time-tomorrow = tomorrow at { $time }
time-yesterday = yesterday at { $time }
time-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
time-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
time-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
