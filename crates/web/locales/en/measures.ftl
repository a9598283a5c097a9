# What posts brought: list, one post’s page, comparisons.
measures-title = What your posts brought
measures-lead = Every measured post, whether Parvis sent it or a file brought it.
measures-compare = Compare
measures-import-file = Import a file
measures-none = Nothing to measure yet
measures-none-lead = The figures of your posts arrive here a quarter of an hour after they are published. You can also import a network’s statistics file.
measures-none-here = No post in this selection
measures-none-here-lead = Widen the period, or choose another network.
measures-filter = Choose what is shown
measures-filter-more = Exact dates and imported files
measures-network = Network
measures-all-networks = All networks
measures-period = Period
measures-period-all = All dates
measures-period-days = { $count ->
    [one] Today
   *[other] Last { $count } days
}
measures-period-dates = The dates chosen below
measures-period-between = From { $from } to { $to }
measures-period-from = Since { $from }
measures-period-to = Until { $to }
measures-from = From
measures-to = To
measures-measure = Rate
measures-sort = Sort by
measures-sort-latest = Date, latest first
measures-import = Imported file
measures-any-import = All
measures-show = Show
measures-of-period = Over the period
measures-median = Median
measures-half = The middle half
measures-half-note = between the first and third quartiles
measures-from-to = { $low } to { $high }
measures-coverage = Coverage
measures-coverage-of = { $count ->
    [0] no post
    [one] { $known } post of { $all }
   *[other] { $known } posts of { $all }
}
measures-how = How this is computed
measures-without = { $count ->
    [one] { $count } post without this rate: { $why }.
   *[other] { $count } posts without this rate: { $why }.
}
measures-undated = { $count ->
    [one] { $count } post has no known date: a period leaves it out.
   *[other] { $count } posts have no known date: a period leaves them out.
}
measures-count = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
measures-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
measures-post = Post
measures-no-date = date not known
measures-unknown = not known
measures-unknown-capital = Not known
measures-not-read-yet = not read yet
measures-parts = { $numerator } of { $denominator }
measures-and = and
measures-unknown-missing = the network or file does not give: { $names }
measures-unknown-nobody = nobody to divide by ({ $name }: 0)
measures-unknown-impossible = a figure below zero ({ $name })
measures-placed = a { $day } at { $hour }
measures-network-assisted = Published by hand
measures-network-other = Another network
measures-format-text = Text
measures-format-link = Link
measures-format-picture = Photo
measures-format-pictures = Album
measures-format-video = Video
measures-format-other = Other
measures-format-unknown = Not known

# One post’s page.
measures-one-title = What “{ $title }” brought
measures-see-post = See the post
measures-the-post = The post
measures-published = Published { $when } on { $network }.
measures-published-undated = Published on { $network }, on a date that is not known.
measures-read = Figures read from the network { $when }.
measures-imported = Figures imported from a file of the network { $when }.
measures-not-read-yet-sentence = No figure has been read yet.
measures-gone = The network no longer has this post
measures-gone-lead = Seen { $when }. The last figures that { $network } gave stay here.
measures-trouble = The last reading did not succeed
measures-trouble-retry = { $network } did not answer. Parvis tries again by itself.
measures-trouble-rate-limited = { $network } asks to wait. Parvis will go on by itself.
measures-trouble-reauthorize = { $network } no longer accepts the account’s connection. Reconnect it to resume readings.
measures-trouble-rejected = { $network } refused to give these figures.
measures-trouble-unsupported = { $network } gives no figures through this connection.
measures-see-channel = See the account
measures-figures = Figures
measures-usual = { $count ->
    [one] median { $median }
   *[other] median { $median } over { $count } posts
}
measures-why-not-given = { $network } does not give this figure
measures-why-not-read = not read yet
measures-why-not-yet = { $network } did not give it at the last reading
measures-why-not-in-file = the imported file does not say
measures-one-reading = These figures were read once: a curve needs two readings.
measures-no-reading = The curve will begin with the first reading.
measures-curve = { $name } over time
measures-curve-source = { $count ->
    [one] Total at each reading. Source: { $source }, { $known } reading of { $all }.
   *[other] Total at each reading. Source: { $source }, { $known } readings of { $all }.
}
measures-source-import = imported file
measures-rates = Rates
measures-no-rate = No rate can be computed from what the network gives.
measures-rates-unknown = { $count ->
    [one] { $count } rate not known, and why
   *[other] { $count } rates not known, and why
}
measures-by-account = By account
measures-account = Account
measures-no-text = No text of this post is known.
measures-see-there = See on { $network }
measures-format = Format
measures-date = Date
measures-promotion = Promotion
measures-paid = Paid
measures-organic = Organic
measures-topic = Topic
measures-by-import = Figures from a file
measures-by-import-lead = Import a more recent file of the network to update them.
measures-not-yet-title = What this post brought
measures-not-yet = No figures yet
measures-not-yet-lead = The first reading takes place a quarter of an hour after publication, then every hour for two days.
measures-see-publication = See the publication

# Charts.
measures-chart-table = See the table
measures-chart-when = Reading
measures-chart-point = { $name }: { $value }, { $when }
measures-chart-summary = { $name }: { $first } on { $from }, { $last } on { $to }.
measures-chart-row = { $name }: { $value }.
measures-chart-range = { $median }, 95% interval from { $low } to { $high }
measures-interval-low = Low end of the interval
measures-interval-high = High end of the interval

# Comparisons.
measures-comparisons-title = What works best
measures-comparisons-lead = Medians of your posts and their 95% interval. A difference is announced only when it is shown.
measures-compare-nothing = Nothing to compare
measures-compare-none = No post in this selection. Widen it, or import a network’s statistics file.
measures-compare-unknown = This rate is known for none of these posts. Choose another, or import a file that gives reach.
measures-how-intervals = What intervals say
measures-by-format = Formats
measures-by-format-chart = Median rate by format
measures-by-format-group = Format
measures-by-format-none = The format of these posts is not known.
measures-by-hour = Hours
measures-by-hour-chart = Median rate by band of three hours
measures-by-hour-group = Hour of publication
measures-by-hour-none = The hour of publication is not known.
measures-by-weekday = Days
measures-by-weekday-chart = Median rate by day of the week
measures-by-weekday-group = Day of publication
measures-by-weekday-none = The day of publication is not known.
measures-by-paid = Organic or paid
measures-by-paid-chart = Median rate, organic and paid
measures-by-paid-group = Promotion
measures-by-paid-none = It is not known whether these posts were promoted.
measures-by-network = Networks
measures-by-network-chart = Median rate by network
measures-by-network-group = Network
measures-by-network-none = No network.
measures-band = from { $from } to { $to }
measures-spoken-text = texts alone
measures-spoken-link = links
measures-spoken-picture = photos
measures-spoken-pictures = albums
measures-spoken-video = videos
measures-spoken-other = other formats
measures-spoken-unknown = unknown formats
measures-spoken-paid = paid posts
measures-spoken-organic = organic posts
measures-verdict-format = { $higher } do better than { $lower }.
measures-verdict-hour = posts { $higher } do better than those { $lower }.
measures-verdict-weekday = { $higher } posts do better than { $lower } ones.
measures-verdict-paid = { $higher } do better than { $lower }.
measures-verdict-network = posts on { $higher } do better than on { $lower }.
measures-verdict-none = No difference shown.
measures-verdict-not-enough = Too few posts to compare.
measures-verdict-one-group = A single group: nothing to compare.
measures-difference = { $higher } against { $lower }: { $low } to { $high } points more (95% interval of the difference, zero left out).
measures-small-groups = Too few posts to conclude on: { $names }. { $need } are needed.
measures-too-few = fewer than { $need }: no interval
measures-comparison-source = { $count ->
    [one] { $measure }. { $period }. { $origin }. Known for { $known } post of { $all }.
   *[other] { $measure }. { $period }. { $origin }. Known for { $known } posts of { $all }.
}
measures-unplaced = { $count ->
    [one] { $count } post is in no group: what would place it is not known.
   *[other] { $count } posts are in no group: what would place them is not known.
}
