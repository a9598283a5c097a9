# Home: what should I do now?
home-title = { $count ->
    [0] Hello { $name }, all is in order
    [one] Hello { $name }, one thing awaits you
   *[other] Hello { $name }, { $count } things await you
}
home-aside = In short
home-todo = To do
home-all-done = Nothing awaits you: everyone has their answer, and what was due has left.
home-first = Let’s begin by connecting an account
home-first-lead = Bluesky, Mastodon, or any network kept by hand: Parvis will publish there on time and bring back the answers.
home-connect = Connect an account
home-write = Write
home-today = Today
home-week = See the week
home-nothing-today = Nothing is planned today.
home-since = Since yesterday
home-since-messages = Messages received
home-since-published = Publications that appeared
home-measures = See what your posts brought
home-drafts = Drafts to finish
home-changed = Changed { $when }
home-waits = { $name } is waiting for an answer, message received { $since }
home-answer = Reply
home-more-waiting = { $count ->
    [one] One other person is waiting for an answer
   *[other] { $count } other people are waiting for an answer
}
home-by-hand = To publish on { $network }: “{ $excerpt }”
home-by-hand-lead = Planned for { $when }. The text and pictures are ready to copy.
home-cannot-tell = { $network } did not confirm “{ $excerpt }”
home-cannot-tell-lead = Sent { $when }. Look whether it is there before sending it again.
home-failed = “{ $excerpt }” did not leave for { $network }
home-failed-lead = Planned for { $when }. The reason and the remedy are on its page.
home-held = “{ $excerpt }” is held for { $network }
home-held-lead = Planned for { $when }. It awaits your word.
home-in-doubt = “{ $excerpt }”: { $network } did not answer
home-in-doubt-lead = Planned for { $when }. Parvis is checking whether it is there.
home-publish = Publish
home-look = Check
home-mend = See why
home-decide = Decide
home-refused = { $network } refuses access
home-refused-lead = Nothing can be sent or read there until the account is connected again.
home-no-words = A post without words
home-welcome = Welcome, { $name }
home-review = { $count ->
    [one] One post to read
   *[other] { $count } posts to read
  }
home-review-lead = Nothing goes out without your approval.
home-review-go = Read
home-promised-late = { $count ->
    [one] { $count } promised answer is late
   *[other] { $count } promised answers are late
  }
home-promised-risk = { $count ->
    [one] { $count } promised answer is about to be due
   *[other] { $count } promised answers are about to be due
  }
home-promised-go = See due times
home-asked-review = { $count ->
    [one] One question handed over comes back to you
   *[other] { $count } questions handed over come back to you
}
home-asked-late = { $count ->
    [0] No expert’s answer is late
    [one] One expert’s answer is late
   *[other] { $count } experts’ answers are late
}
home-asked-go = See
