use publishing::template::TemplateKind::{Hashtags, Signature, Text};

use super::{BACKSTAGE, PRODUCTS, SHOP, TALK, Words};

pub(super) static WORDS: Words = Words {
    tone: "We talk the way we do across the counter: plainly, warmly, never pushing. We laugh at \
           ourselves and nobody else, and we always say where the flour comes from.",
    tone_words: &["warm", "precise", "playful"],
    topics: [
        (
            "What we bake",
            "The bread of the week, Saturday tarts, anything fresh from the oven.",
            "#b3542e",
            40,
            &["bread", "loaf", "tart", "brioche", "baguette", "batch"],
        ),
        (
            "Behind the counter",
            "The sourdough, the hands, the nights, the people who bake.",
            "#3d6b8e",
            25,
            &["sourdough", "oven", "dough", "flour", "starter"],
        ),
        (
            "Over to you",
            "Questions, memories, recipes: what the neighbourhood tells us.",
            "#6d7f2f",
            20,
            &["question", "your", "memory", "recipe"],
        ),
        (
            "Shop news",
            "Opening hours, markets, workshops, orders.",
            "#7a4f8a",
            15,
            &["market", "workshop", "order", "shop", "hours"],
        ),
    ],
    preferred: &[
        ("sourdough", "artisan bread", "“Artisan” means nothing any more; sourdough does."),
        ("our regulars", "our consumers", "They are people we know."),
    ],
    avoided: &[
        ("cheap", "Our price is fair, not low."),
        ("best bread", "That is for customers to say."),
        ("must-have", "A brochure word."),
    ],
    templates: &[
        (
            Text,
            "Bread of the week",
            "Bread of the week: [the bread]. Why this one: [why it, why now]. Tuesday to Saturday.",
        ),
        (
            Text,
            "Closed for the day",
            "The shop is closed on [day]: [the reason, in a sentence]. Back on [day] from 7.30 am. Buy your loaf the day before; it keeps.",
        ),
        (Signature, "House signature", "Le Fournil de Louise · 12 rue des Olivettes, Nantes"),
        (Hashtags, "Bread and sourdough", "#bread #sourdough #bakery #realbread"),
        (Hashtags, "Nantes", "#Nantes #NantesFood #ShopLocal"),
    ],
    folders: ["Breads", "Tarts and cakes", "The house"],
    tags: &[
        ("miche", &["sourdough", "crust"]),
        ("baguettes", &["tradition"]),
        ("croissants", &["pastry", "morning"]),
        ("brioche", &["pastry"]),
        ("couronne", &["sourdough", "feasts"]),
        ("tarte-rouge", &["saturday", "fruit"]),
        ("tarte-or", &["saturday", "fruit"]),
        ("tarte-rose", &["saturday", "fruit"]),
        ("gateau", &["feasts"]),
        ("chouquettes", &["tea time"]),
        ("four", &["backstage", "morning"]),
        ("ble", &["backstage", "flour"]),
    ],
    theme: (
        "A month of sourdough",
        "Explain sourdough in a month: where it comes from, how it lives, why no two loaves are \
         quite the same. The aim: fill both workshops.",
    ),
    launch: (
        "The harbour loaf",
        "A new two-kilo loaf, rye and Guérande sea salt, sold by weight. Keep people waiting for \
         two weeks, show it one morning, then let those who tasted it do the talking. 120 loaves \
         in the first week.",
    ),
    steps: [
        (
            "Show the flour, keep the name back",
            "A grey flour, a pinch of sea salt, and a name we are not telling you yet. Hold on.",
        ),
        (
            "Tell the failed attempts",
            "Eleven attempts. The first stuck, the fourth sank, the ninth burned while we were arguing about it. We ate the eleventh standing up, without a word.",
        ),
        ("Have people guess the weight", "How much do you think our next loaf weighs?"),
        (
            "Say it is tomorrow",
            "Tomorrow, 7.30 am. There will be forty of them. We will not be getting much sleep.",
        ),
        (
            "Show it whole, then sliced",
            "Meet the harbour loaf. Two kilos, rye from Vertou, sea salt from Guérande, forty hours of rest. We cut it by weight, and it lasts the week. #bread #sourdough #Nantes",
        ),
        (
            "The first customers, that evening",
            "Forty loaves this morning, not a crumb tonight. Thank you to everyone who queued in the rain, and to the lady who sang.",
        ),
        (
            "Ask what people think",
            "What did you eat your harbour loaf with? We are taking notes, complaints included.",
        ),
        (
            "A regular tells the story",
            "Roger had it with soup, then with butter, then with nothing at all. He left a note on the counter. Here it is.",
        ),
        ("Answer the questions we got", ""),
    ],
    thread: &[
        "Rye drinks a lot and will not stand up on its own. It took a while to find the right share of wheat: forty per cent, not one more.",
        "The sea salt goes in last, by hand. Youenn says it changes everything. Camille says it mostly changes Youenn’s back.",
    ],
    first_comment: "More next week, when the doors open. And yes, there will be slices to taste.",
    choices: ["One kilo", "A kilo and a half", "Two kilos", "Even more"],
    reveal_short: "Meet the harbour loaf: two kilos of rye, a pinch of Guérande, forty hours of patience. By the slice, from this morning.",
    asks: [
        "I need your word on the price by weight, and on the second picture.",
        "I have put it three days later, so that people have time to taste.",
    ],
    answers: [
        "Perfect, and keep the line about the lady who sang.",
        "Let us wait for real words across the counter, or the question rings hollow.",
    ],
    comments: [
        "The picture of the slice is dark. I will take another one tomorrow, first batch.",
        "Thanks @Youenn Le Bihan. @Louise Morvan, do we give the price per kilo, or only in the shop?",
        "Two kilos exactly, I weighed it this morning.",
    ],
    queue: &[
        (
            "Bread of the week: the walnut crown, for sharing or not. Why this one: the walnuts came in yesterday. #sourdough #Nantes",
            Some("couronne"),
            PRODUCTS,
            &[0, 1, 2],
        ),
        ("How do you cut your toast: long ways or across?", None, TALK, &[1, 2]),
        (
            "This Saturday, an apple and salted caramel tart. Twenty slices, not one more: keep yours with a message.",
            Some("tarte-or"),
            PRODUCTS,
            &[0, 1],
        ),
        (
            "At four in the morning there is only us, the oven and the gulls. The first Sunday batch tastes of secrets.",
            Some("four"),
            BACKSTAGE,
            &[0, 2, 3],
        ),
        (
            "Bread of the week: rye with honey from Vertou. Why this one: it is cold out, and it keeps. #bread #Nantes",
            Some("miche"),
            PRODUCTS,
            &[0, 1, 2],
        ),
        ("What pudding would you put in the oven on a rainy evening?", None, TALK, &[1, 2]),
        (
            "This Saturday, a pear and almond tart. The pears are from down the road, and Louise has tasted it. Twice.",
            Some("tarte-rose"),
            PRODUCTS,
            &[0, 1],
        ),
    ],
    weekly: [
        "This week we are open Tuesday to Saturday, 7.30 am to 7 pm, and Sunday until 1 pm. On Mondays the starter rests, and so do we.",
        "A word from the house: closed today. Tomorrow at 7.30 am the door is open and the bread is warm.",
        "Mondays are for sleeping. See you on Tuesday from 7.30 am, until 7 in the evening.",
        "No batch this Monday. From Tuesday to Sunday, you know where to find us.",
    ],
    evergreen: [
        "Did you know? A sourdough loaf wakes up in three minutes in a hot oven, with a little water on the crust.",
        "We slice your bread, thick or thin. Just ask, it comes with the loaf.",
        "Yesterday’s bread makes very good French toast. Our recipe is waiting on the counter.",
    ],
    dated: &[
        (
            4,
            18,
            "A portrait of Inès, our apprentice: what she learned this year, in three sentences. (Picture to take on Thursday.)",
            Some("four"),
            BACKSTAGE,
        ),
        (
            9,
            12,
            "The move of the month: scoring a loaf. Short film to shoot on Tuesday, before we open.",
            Some("miche"),
            BACKSTAGE,
        ),
        (
            13,
            17,
            "The next reception at the town hall: say that the bread is ours, without overdoing it.",
            None,
            SHOP,
        ),
    ],
    remarked: "The best bread in town is back, and cheap with it. High in fibre, it boosts your \
               immune system and helps you lose weight.",
    drafted: [
        "Why do we close on Mondays?",
        "Why do we close on Mondays? Because the starter works six days out of seven, and so do we.",
        "People often ask why we close on Mondays. Because the starter works six nights out of seven, and so do we. On the seventh day we eat other people’s bread.",
    ],
    blog: (
        "The bakehouse notebook",
        [
            (
                "Feeding a starter in winter",
                "When the kitchen drops below eighteen degrees, a starter slows down. Three ways to keep it lively without sitting it on the radiator.",
            ),
            (
                "From a field in Vertou to the loaf",
                "We followed a bag of rye from harvest to oven. Twelve kilometres, four trades, and a lot of dust.",
            ),
            (
                "What becomes of unsold bread",
                "Fourteen loaves a night on average. Where they go, who comes for them, and what we would change if we could.",
            ),
        ],
    ),
    relay: "New in our notebook: {title}\n\n{summary}\n\n{link}",
    partner: ("Anne-Laure Tessier", "Tourist office"),
};
