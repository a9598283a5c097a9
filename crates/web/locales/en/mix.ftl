# The balance of what is published, what to prepare, and where to publish what.
mix-title = Balance
mix-lead = What you publish and prepare, by topic, form and channel, against what your charter asks for.
mix-to-advice = Where to publish what
mix-to-charter = The charter
mix-none = Nothing in this period
mix-none-lead = Publish, schedule or give drafts a date: their balance will be seen here.
mix-period = Period
mix-period-month = Four weeks before and after
mix-period-quarter = Three months before and after
mix-period-year = Six months before and after
mix-period-dates = The dates chosen
mix-summary = { $count ->
    [one] { $count } post, { $period }:
   *[other] { $count } posts, { $period }:
}
mix-summary-published = { $count ->
    [one] { $count } published
   *[other] { $count } published
}
mix-summary-scheduled = { $count ->
    [one] { $count } scheduled
   *[other] { $count } scheduled
}
mix-summary-drafts = { $count ->
    [one] { $count } dated draft
   *[other] { $count } dated drafts
}
mix-published = Published
mix-scheduled = Scheduled
mix-drafts = Dated drafts
mix-target = Asked for by the charter
mix-topics = Topics
mix-topics-no-target = The charter asks for no share of each topic.
mix-formats = Forms
mix-formats-no-target = The charter asks for no share of each form.
mix-channels = Cadence of each channel
mix-channels-no-target = The charter asks for no cadence.
mix-say-in-charter = Say it in the charter
mix-no-topic = No topic
mix-few = { $number } of { $all }
mix-share = { $share } ({ $number } of { $all })
mix-target-share = { $share } asked for
mix-even = in balance
mix-behind = { $count ->
    [one] { $count } missing
   *[other] { $count } missing
}
mix-ahead = { $count } more
mix-posts = { $count ->
    [one] { $count } post
   *[other] { $count } posts
}
mix-cadence = { $count ->
    [one] { $count } a week asked for, { $due } in all
   *[other] { $count } a week asked for, { $due } in all
}
mix-next = To prepare now
mix-next-on = on
mix-next-for = for
mix-next-write = Write this post
mix-next-even = All that the charter asks for is reached in this period.
mix-next-nothing = Nothing stands out for now: no topics, shares or cadence in the charter.
mix-why-topic = “{ $name }” has { $number } posts of { $all }; the charter asks for { $share }. It is the topic most behind.
mix-why-topic-old = “{ $name }” is the topic left aside the longest: { $when }.
mix-why-topic-never = Nothing was published on “{ $name }” yet.
mix-why-format = { $name }: { $number } of { $all }; the charter asks for { $share }. It is the form most behind.
mix-why-words = { $count ->
    [one] { $number } post of { $all } is words or a link alone. Words should not be the main means of expression: a picture changes the page.
   *[other] { $number } posts of { $all } are words or a link alone. Words should not be the main means of expression: a picture changes the page.
}
mix-why-channel = { $name } has { $number } posts; its cadence asks for { $due } in the period. It is the channel most behind.
mix-why-channel-fewest = { $count ->
    [0] { $name } has nothing in the period.
    [one] { $name } has the fewest posts: { $count }.
   *[other] { $name } has the fewest posts: { $count }.
}
mix-aim = Proposed by the balance: { $what }
mix-a-post = A post
mix-a-text = A text
mix-a-link = A link
mix-a-image = A picture
mix-a-carousel = Several pictures
mix-a-gif = An animated picture
mix-a-video = A video
mix-a-thread = A thread
mix-a-poll = A poll
mix-format-text = Text
mix-format-link = Link
mix-format-image = Picture
mix-format-carousel = Several pictures
mix-format-gif = Animated picture
mix-format-video = Video
mix-format-thread = Thread
mix-format-poll = Poll
mix-aim-text = Your words are what counts: no picture is needed.
mix-aim-link = Add the link under the text.
mix-aim-image = Add the picture under the text, with what it shows.
mix-aim-carousel = Add two pictures or more under the text.
mix-aim-gif = Add the animated picture under the text.
mix-aim-video = Add the video under the text.
mix-aim-thread = Write what follows under the first text.
mix-aim-poll = The text is the question; the answers are below.
mix-between = { $from } to { $to }
