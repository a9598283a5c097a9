# What loses pace.
fading-title = { $count ->
    [0] Nothing is fading
    [one] One conversation is fading
   *[other] { $count } conversations are fading
}
fading-lead = What is slowing down compared with your usual pace, and how to revive it.
fading-not-known = Not enough history yet
fading-not-known-lead = It takes { $posts } posts of one channel with their reactions, or { $returns } replies from people who came back, to know your usual pace.
fading-none = Nothing is fading
fading-none-lead = Your posts and conversations go at their usual pace.
fading-a-post = A post
fading-why-post = { $recent ->
    [0] No reaction in two days, where your posts of that age usually get { $usual } (over { $compared } posts).
   [one] One reaction in two days, where your posts of that age usually get { $usual } (over { $compared } posts).
   *[other] { $recent } reactions in two days, where your posts of that age usually get { $usual } (over { $compared } posts).
}
fading-why-conversation = { $days } days of silence; three people in four come back within { $usual } h (over { $compared } returns).
fading-took-part = { $count ->
    [one] { $name } took part.
   *[other] { $name } and others took part.
}
fading-way-question = Ask a question
fading-way-poll = Offer a choice
fading-way-mention = Speak to someone
fading-did-question = Relaunched with a question
fading-did-poll = Relaunched with a choice
fading-did-mention = Relaunched by speaking to someone
fading-dismiss = Set aside
fading-dismiss-do = Set aside
fading-reason = Why (optional)
fading-dismissed = Set aside.
fading-proposed-again = Proposed again.
fading-propose-again = Propose again
fading-was-dismissed = Set aside
fading-drafted = A draft is ready: complete it before you send it.
fading-decided = What you decided
fading-came = { $count ->
    [0] Nothing in 7 days
   *[other] { $count } in 7 days
}
fading-came-later = Result in 7 days
fading-nothing-sent = Nothing was sent
fading-effect = What relaunches bring
fading-effect-came = In 7 days, after a relaunch
fading-effect-expected = In 7 days, without one
fading-effect-over = { $count ->
    [0] no case measured
    [one] over one case
   *[other] over { $count } cases
}
fading-unknown = Not known
fading-verdict-unknown = It takes ten cases relaunched and ten that were not to say anything about it.
fading-verdict-none = No effect shown: what comes after a relaunch can’t be told apart from what comes without one.
fading-verdict-more = Relaunches bring more, beyond chance.
fading-how = How it is counted
fading-how-post = A post fades when, between its second day and its third week, it gets in two days at most a third of what your posts of the same channel got at that age (median over 180 days, at least ten posts, usually at least three reactions).
fading-how-conversation = A conversation fades when you spoke last, the person had written three times at least, and they have been silent for three times as long as usual (two days at least, three weeks at most; twenty known returns in 90 days).
fading-how-effect = The effect compares what comes in the seven days after a relaunch with what comes without one, by a rank test (5%). Only what comes under the post or in the conversation itself counts.
fading-coverage = Looked at { $when }, over { $posts } posts and { $returns } returns.
fading-draft-post-question = And you, { $name }, what do you think? Tell us!
fading-draft-post-poll = A question for everyone: would you choose A or B? Tell us!
fading-draft-post-mention = { $name }, we would love to hear from you: what do you think today?
fading-draft-conversation-question = Hello { $name }, how are things going? Did you find what you needed?
fading-draft-conversation-poll = Hello { $name }, would you rather have A or B?
fading-draft-conversation-mention = Hello { $name }, we were thinking of you: any other questions?
fading-post-question = We were talking about this: “{ $about }”. And you, what do you think?
fading-post-poll = We were talking about this: “{ $about }”. Your view?
fading-post-mention = We were talking about this: “{ $about }”. What would you say?
fading-poll-yes = Yes
fading-poll-no = No
