# What the team knows: ready replies, help articles, questions without an answer.
knowledge-title = Help and replies
knowledge-replies = Ready replies
knowledge-articles = Articles
knowledge-gaps = Unanswered questions
knowledge-settings = Public help
knowledge-lead = What everyone asks, written once: customers find it by themselves, your team quotes it.
knowledge-write = Write an article
knowledge-new = New article
knowledge-none = No article yet
knowledge-none-lead = Begin with the three questions you are asked most.
knowledge-closed = The help is not open to the public yet
knowledge-closed-lead = Nobody outside the team can read what is published.
knowledge-open-it = Open the help
knowledge-kind-question = Question and answer
knowledge-kind-tutorial = Tutorial
knowledge-published = Published
knowledge-draft = Draft
knowledge-since = online since { $when }
knowledge-seen = { $count ->
    [0] never opened
    [one] opened once
   *[other] opened { $count } times
  }
knowledge-useful = { $count ->
    [one] useful to { $name } of 1 reader
   *[other] useful to { $name } of { $count } readers
  }
knowledge-no-votes = nobody has said yet whether it helps
knowledge-readers = What readers make of it
knowledge-missing = What they missed
knowledge-preview = See it as readers do
knowledge-field-title = Title or question
knowledge-field-kind = Kind
knowledge-field-language = Language
knowledge-field-category = Heading (optional)
knowledge-field-body = Text
knowledge-field-body-hint = Markdown: **bold**, - list, ## title, [link](https://…).
knowledge-keep = Save
knowledge-publish = Publish
knowledge-withdraw = Make it a draft again
knowledge-remove = Delete the article
knowledge-kept = Article saved.
knowledge-is-published = Article published.
knowledge-is-withdrawn = The article is a draft again.
knowledge-removed = “{ $name }” is deleted.
knowledge-problem-title = Give it a title of at most 160 characters.
knowledge-problem-empty = Write the article before publishing it.
knowledge-problem-long = Too long: at most 60,000 characters of text, 60 for the heading.
replies-lead = The answers you give most often, ready to go. Those that fit a message are offered when you answer it.
replies-none = No ready reply
replies-none-lead = Write the one you type again every week.
replies-add = Add a reply
replies-edit = Edit
replies-remove = Delete
replies-remove-one = Delete the reply “{ $name }”
replies-removed = “{ $name }” is deleted.
replies-kept = “{ $name }” is saved.
replies-name = Name for the team
replies-french = Reply in French
replies-english = Reply in English
replies-blanks = Filled in automatically:
replies-keep = Save
replies-used = { $count ->
    [0] not used yet
    [one] used once
   *[other] used { $count } times
  }
replies-problem-name = Give it a name of at most 80 characters.
replies-problem-empty = Write the reply in at least one language.
replies-problem-long = Too long: at most 5,000 characters.
replies-problem-blank = Nothing fills “{"{"}{ $name }{"}"}”. The possible words are listed under the field.
gaps-lead = What your customers asked in the last 90 days (in the last 1,000 messages) or looked for in the help, and that no article answers.
gaps-none = Every question has its article
gaps-none-lead = The next questions without an answer will appear here.
gaps-times = { $count ->
    [one] asked once
   *[other] asked { $count } times
  }
gaps-searched = looked for in the help
gaps-see = see the conversation
gaps-write = Write the article
gaps-dismiss = Stop suggesting
gaps-dismiss-one = Stop suggesting “{ $name }”
gaps-dismissed = This question will not be suggested again.
help-settings-lead = A page that anyone can read, with your published articles and a search.
help-address = Its address, to give to your customers:
help-open = Open the help to the public
help-lead-fr = Opening line in French
help-lead-en = Opening line in English
help-keep = Save
help-is-open = The help is open to the public.
help-is-closed = The help is closed to the public.
help-lead-long = At most 500 characters for each opening line.
help-not-yours = Ask someone who manages the brand to open the help.
help-title = Help
help-title-search = “{ $name }” in the help
help-search = Search the help
help-search-go = Search
help-found = { $count ->
    [0] Nothing answers “{ $name }” yet. Your question is noted.
    [one] One article may answer “{ $name }”.
   *[other] { $count } articles may answer “{ $name }”.
  }
help-all = See all the help
help-nothing = The help is still empty
help-nothing-lead = Come back soon.
help-changed = Updated on { $when }
help-useful = Did this article help you?
help-yes = Yes
help-no = No
help-missing = What was missing? (optional)
help-send = Send
help-thanks = Thank you, noted.
activity-saved_reply-added = Ready reply added
activity-saved_reply-changed = Ready reply changed
activity-saved_reply-removed = Ready reply deleted
activity-saved_reply-brought_back = Ready reply brought back
activity-article-added = Help article begun
activity-article-changed = Help article changed
activity-article-published = Help article published
activity-article-withdrawn = Help article made a draft again
activity-article-removed = Help article deleted
activity-article-brought_back = Help article brought back
activity-help-set = Public help set
