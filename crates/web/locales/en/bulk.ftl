# Posts brought in by a file.
bulk-title = Bring posts in
bulk-lead = A table with a line for each post: CSV or workbook. Nothing is made before you have seen what each line would become.
bulk-file = File
bulk-file-hint = CSV, TSV, XLSX or XLS, up to 5,000 lines. The first line names the columns.
bulk-example = Download an example
bulk-example-text = The sourdough turns twelve
bulk-paste = Paste a table
bulk-pasted = Pasted table
bulk-pasted-hint = Copy the cells in your spreadsheet, with the line of titles, and paste them here.
bulk-pasted-name = Pasted table
bulk-nothing-yet = In the next step you check the columns and each line.
bulk-read = Read the file
bulk-before = Brought in before
bulk-too-many-lines = This file has more than { $most } lines. Cut it into several files.
bulk-too-large = This file is too heavy. Cut it into several files.
bulk-state-proposed = To be checked
bulk-state-running = Under way
bulk-state-done = Done
bulk-state-undone = Taken back
bulk-plan-lead = { $count ->
    [one] One line read. Check what each column says.
   *[other] { $count } lines read. Check what each column says.
}
bulk-columns = What each column says
bulk-column-without-name = Column { $number }
bulk-column-ignored = Do not read
bulk-column-text = Text
bulk-column-date = Date
bulk-column-time = Time
bulk-column-channels = Channels
bulk-column-link = Link
bulk-column-topic = Topic
bulk-column-campaign = Campaign
bulk-column-first-comment = First comment
bulk-column-picture = Address of a picture
bulk-column-alt-text = Alternative text
bulk-no-text = Say which column holds the text.
bulk-channels = Channels of lines that name none
bulk-order = In 03/04/2027, the first number is
bulk-order-day = the day
bulk-order-month = the month
bulk-becomes = What each line becomes
bulk-becomes-draft = A draft
bulk-becomes-draft-hint = Its date stays a wish: nothing leaves without you.
bulk-becomes-scheduled = A scheduled post
bulk-becomes-scheduled-hint = At its date. Those that a check stops stay drafts, and you see why.
bulk-look-again = See what that gives
bulk-preview = What each line would become
bulk-line = Line
bulk-remarks = Remarks
bulk-fine = Nothing to say
bulk-not-shown = { $count ->
    [one] One more line is not shown.
   *[other] { $count } more lines are not shown.
}
bulk-make = { $count ->
    [0] No post to make
    [one] Make the post
   *[other] Make the { $count } posts
}
bulk-progress = { $count ->
    [one] { $done } of { $count } line
   *[other] { $done } of { $count } lines
}
bulk-progress-label = Progress
bulk-made = Posts made
bulk-with-remarks = Lines with a remark
bulk-not-made = Lines without a post
bulk-see-posts = See the posts
bulk-see-calendar = See the calendar
bulk-see-post = See the post
bulk-post = Post
bulk-no-post = None
bulk-undo = Take all back
bulk-all-fine = Every line passed without a remark.
bulk-undone = What this file had brought is taken back.
bulk-undone-lead = Posts that have left stay.
bulk-was-undone = What the file had brought is taken back.
bulk-was-partly-undone = Taken back, but for what had left already: { $count }.
bulk-problem-no-text = No text: no post.
bulk-problem-too-long = A text longer than any network takes: no post.
bulk-problem-not-a-date = “{ $cell }” is not a date: without a date.
bulk-problem-not-a-time = “{ $cell }” is not a time: 9 am is taken.
bulk-problem-in-the-past = This date has passed: it stays a draft.
bulk-problem-unknown-channel = No channel is called “{ $cell }”.
bulk-problem-no-channel = For no channel: it stays a draft.
bulk-problem-unknown-topic = The topic “{ $cell }” is not in the charter.
bulk-problem-unknown-campaign = The campaign “{ $cell }” does not exist.
bulk-problem-not-a-link = “{ $cell }” is not an address: left out.
bulk-problem-no-picture = The picture “{ $cell }” could not be taken.
bulk-problem-refused = A network would refuse it as it is: it stays a draft.
bulk-problem-kept-back = A check or an approval keeps it back: it stays a draft.
bulk-problem-not-made = It could not be made: { $cell }
