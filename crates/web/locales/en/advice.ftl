# Where to publish what: the rules and their reasons.
advice-title = Where to publish what
advice-lead = Describe the piece of information: we say which channels and forms suit it, with each reason and where it comes from.
advice-length = Length
advice-length-line = A line
advice-length-short = A few sentences
advice-length-text = A paragraph or two
advice-length-long = A long text
advice-media = With
advice-media-nothing = Words alone
advice-media-picture = A picture
advice-media-pictures = Several pictures
advice-media-gif = An animated picture
advice-media-video = A video
advice-link = A link to follow
advice-poll = A question with choices
advice-urgency = To be known
advice-urgency-now = Within the hour
advice-urgency-days = In the days to come
advice-urgency-lasting = For months
advice-objective = To obtain
advice-objective-none = Nothing in particular
advice-objective-awareness = Awareness
advice-objective-traffic = Visits to the site
advice-objective-sales = Sales
advice-objective-conversation = Conversation
advice-objective-loyalty = Loyalty
advice-objective-help = Help and answers
advice-objective-feedback = Opinions on a product
advice-objective-contribution = Members’ contributions
advice-audience = For whom
advice-audience-customers = Customers
advice-audience-professionals = Professionals
advice-audience-young = The young
advice-audience-local = Neighbours
advice-audience-members = Members
advice-ask = Advise
advice-channels = Your channels, the best suited first
advice-no-channels = You have no channel yet: here are networks that would suit.
advice-elsewhere = Networks where you are not, and that would suit
advice-elsewhere-lead = One more channel is more work: go there only if this kind of information comes often.
advice-connect = Add a channel
advice-best = Best placed
advice-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
advice-adapt = To adapt
advice-vary = On several channels, do not publish the same text everywhere: a version for each network does better than a copy (article 3, “Synchroniser toutes ses pages”).
advice-how = How it is ranked
advice-how-points = Each reason gives or takes the points written beside it; the ranking is their sum and nothing else.
advice-how-own = { $count ->
    [one] Your results: { $measure }, median by network and form over a year, { $count } measured post, { $usual } as usual. Each median is drawn to the usual one as if { $drawn } usual posts were added; under { $need } posts, nothing is said of it.
   *[other] Your results: { $measure }, median by network and form over a year, { $count } measured posts, { $usual } as usual. Each median is drawn to the usual one as if { $drawn } usual posts were added; under { $need } posts, nothing is said of it.
}
advice-how-no-own = Your own results do not count: no post of the year has a known rate.
advice-how-trade = The rules come from the article “Pourquoi prendre un community manager ?” (choosing the ideal medium, varying contents), the SPACE model, limits published by the networks (November 2026) and the use of the trade. The use of the trade is an opinion: your figures correct it.
advice-source-medium = Article 3, the ideal medium.
advice-source-space = SPACE model.
advice-source-limits = The network’s limit.
advice-source-trade = Use of the trade.
advice-source-own = Your figures.
advice-source-settings = Your setting.
advice-rule-brief = { $name } is made for short news, and yours is.
advice-rule-long = Long texts are read on { $name }.
advice-rule-too-long = Too long: { $name } takes { $most } characters.
advice-rule-too-long-thread = Too long for one post: { $name } takes { $most } characters, or a thread.
advice-rule-needs-picture = { $name } takes nothing without a picture or a video.
advice-rule-needs-video = { $name } takes only videos.
advice-rule-at-home = { $name } shows this well: { $format }.
advice-rule-not-at-home = { $name } is not made to show this: { $format }.
advice-rule-link = The link can be followed on { $name }.
advice-rule-link-lost = The link can’t be followed from the text on { $name }.
advice-rule-reaches = { $name } reaches these well: { $names }.
advice-rule-misses = Your audience is not there first.
advice-rule-read-at-once = { $name } is read within the hour.
advice-rule-read-later = { $name } is read later: urgency is lost there.
advice-rule-months = The post is still found months later on { $name }.
advice-rule-gone-soon = On { $name }, it will have left the feed tomorrow.
advice-rule-brings = { $name } brings this well: { $objective }.
advice-rule-own = { $count ->
    [one] On { $name }, { $format }: { $median } over { $count } post, drawn to { $drawn }; your usual is { $usual }.
   *[other] On { $name }, { $format }: { $median } over { $count } posts, drawn to { $drawn }; your usual is { $usual }.
}
advice-rule-own-too-few = { $count ->
    [one] Your figures say nothing yet: { $count } post of this kind, { $need } are needed.
   *[other] Your figures say nothing yet: { $count } posts of this kind, { $need } are needed.
}
advice-rule-not-known = Of this network we know only its limits.
advice-rule-paused = This channel is paused.
advice-adapt-shorten = Shorten it to { $most } characters.
advice-adapt-split = Or say it in several posts, as a thread.
advice-adapt-picture-needed = Add a picture or a video: one is needed.
advice-adapt-picture = Add a picture: words should not be the main means of expression (article 3, “Diversifier ses contenus”).
advice-adapt-video = Make a video of it.
advice-adapt-crop = Crop to { $ratio }.
advice-adapt-shape = Plan for a picture in { $ratio }.
advice-adapt-link = Say where the link is: in a comment, or in the profile.
advice-adapt-format = { $count ->
    [one] Try { $format }: { $drawn } over { $count } post, what works best for you here.
   *[other] Try { $format }: { $drawn } over { $count } posts, what works best for you here.
}
advice-panel = Where it suits
advice-panel-nothing = Write a few words or add a picture: advice follows.
advice-panel-more = Say for whom, how soon, what for
advice-panel-all = All the advice, with your results
