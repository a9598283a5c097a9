use channels::ItemKind::{Direct, Mention, Quote, Reply};

use super::{Voices, open, said};

pub(super) static VOICES: Voices = Voices {
    past: [
        said(
            Reply,
            0,
            "This bread is unreal, that crust!! Thank you all.",
            "Thank you Maëlle, Youenn is blushing down to his apron.",
        ),
        said(
            Reply,
            1,
            "Will there be any left around 6 pm?",
            "We always keep a few, but come before 5.30 to be on the safe side.",
        ),
        said(
            Direct,
            2,
            "Hello, does your walnut bread contain traces of peanut? It is for my son.",
            "Hello Nadia. No peanut in our recipes, but we cannot promise there are no traces in the bakehouse. We would rather be honest with you.",
        ),
        said(
            Reply,
            3,
            "2.10 for a baguette… getting steep.",
            "We understand, Jean-Yves. Local flour and a night of starter have a price; we keep it as low as we can.",
        ),
        said(
            Mention,
            4,
            "Breakfast by @lefournildelouise, and the day may begin.",
            "What a table! Thank you Agathe.",
        ),
        said(
            Reply,
            5,
            "Salted, obviously. There is no debate.",
            "Noted, Karim. The jury is unanimous.",
        ),
        said(
            Direct,
            6,
            "Hello, could I order a tart for 8 for Saturday?",
            "Hello Solène, that is noted: Saturday, 8 slices, from 9 am. What name shall we put it under?",
        ),
        said(
            Reply,
            7,
            "My mother called it the heel. We used to fight over it.",
            "The heel it is! Thank you Roger, it goes on the list.",
        ),
        said(
            Reply,
            8,
            "That folding video made me hungry at 11 pm, well done.",
            "Sorry… and a little proud.",
        ),
        said(
            Quote,
            9,
            "Here is a bakery that explains why its bread changes. Respect.",
            "Thank you Bastien, nothing to hide, except the brioche recipe.",
        ),
        said(Reply, 10, "Are you open on 15 August?", "Yes, from 8 am to 12.30 that day."),
        said(
            Mention,
            11,
            "Club night on Thursday, with madeleines from @lefournildelouise!",
            "The batch is on its way. Which book this month?",
        ),
        said(
            Reply,
            12,
            "Overbaked bread on Tuesday, second time. A shame.",
            "You are right, the oven played a trick on us. Come by, we owe you one.",
        ),
        said(Reply, 13, "Pear! Pear! Pear!", "Three votes for pear, duly counted."),
        said(
            Direct,
            15,
            "Thanks for Saturday’s workshop, my starter is called Gerald and it bubbles.",
            "Long live Gerald! Feed him tonight.",
        ),
        said(
            Reply,
            0,
            "Can I reserve the fougasse?",
            "Yes, a message before 10 and it will be waiting.",
        ),
        said(Reply, 5, "Croissant. Always croissant.", "You are on the right side of history."),
        said(
            Reply,
            9,
            "Anything for people who cannot eat gluten?",
            "Nothing we can guarantee, the bakehouse is full of flour. We can point you to a serious place in Nantes.",
        ),
        said(
            Direct,
            8,
            "Hello, do you take apprentices in September?",
            "Hello Lucie, yes, one. Come with a CV any Tuesday after 2 pm, we will take the time.",
        ),
        said(
            Reply,
            4,
            "My grandmother’s French toast: leave it to soak all night.",
            "We are trying that on Sunday, thank you Agathe.",
        ),
        said(
            Reply,
            13,
            "Parking on Saturdays?",
            "The tram is easiest, it stops a hundred metres away. Otherwise the market car park, before 9.",
        ),
        said(Mention, 6, "@lefournildelouise’s tart saved my birthday.", "Happy birthday Solène!"),
        said(
            Reply,
            7,
            "Well done, youngsters. I can smell it from the quay.",
            "Thank you Roger, we will open another window.",
        ),
        said(
            Reply,
            2,
            "Lovely idea for the unsold bread.",
            "Thank you Nadia, the neighbourhood kitchens do the hard part.",
        ),
    ],
    waiting: [
        (25, open(Direct, 6, "Hello, may I add two éclairs to my order for Saturday? Thank you!")),
        (70, open(Reply, 1, "Hello, the honey rye: is it Tuesday to Saturday, or Tuesday only?")),
        (
            140,
            open(
                Mention,
                11,
                "We need a tea for thirty readers next Thursday, @lefournildelouise, could you do that?",
            ),
        ),
        (
            215,
            open(
                Reply,
                12,
                "Twenty minutes in the queue again this morning, and one person at the till. Really tiresome.",
            ),
        ),
        (300, open(Reply, 0, "That picture!!! On my way.")),
        (
            420,
            open(
                Direct,
                14,
                "Gain 10,000 followers in 24 h, guaranteed offer, answer YES to get the link.",
            ),
        ),
        (
            1_500,
            open(
                Direct,
                2,
                "Hello, do you have the list of allergens for the apple tart? It is for a school trip.",
            ),
        ),
        (
            2_900,
            open(
                Quote,
                9,
                "Does anyone know where their flour comes from? I would love to see the mill.",
            ),
        ),
    ],
};
