import { parseIntents } from "../../parse-phrases.ts";

export const features = parseIntents(`
= dark-mode, calm, Feature Request
? [Suggestion|Idea|Wish]: [dark mode|larger font|widget]
? [Please add|Missing] [dark mode|a widget|larger fonts]
- [It would be great|I'd love it|Would be nice] [if the app had|to have] [a dark mode|a home screen widget|larger fonts|a tablet layout].
- [Please add|Any plans for] [a dark mode|a landscape view|a watch app] [in the app|in a future version|]?
+ [I use it at night|My eyes aren't what they were].
> Thank you, a dark mode is on our list for the summer; I have added your vote.
= export, calm, Feature Request
? [Export|CSV|Download] of [readings|statistics] [- suggestion|]
? [Feature request|Idea]: [export|report]
- [I'd like to be able to|Could you add a way to|I wish I could] [export the readings|download the statistics|get a monthly report] of the {product} [as CSV|as a spreadsheet|].
- [There should be|What's missing is] [an export|a comparison with last year|an average per week] [on the statistics page|in the app].
+ [At the moment I copy the numbers by hand|Other makers have that].
> An export as CSV is planned for version {version}; we tell you when it is there.
= integration, calm, Feature Request
? [Integration|Support] for [Home Assistant|calendar|voice assistant]
? [API|Webhook|Matter] [please|wish]
- [Please support|Are you planning to support|I'd like to see] [voice assistants|an open API|calendar integration|the Matter standard|webhooks] [for the {product}|].
- [It would help us|We'd like it] if the {product} [could talk to|was able to control] [our solar system|the {product2}|other brands].
+ [Many people in the forum ask for it|I'd even pay for it].
> An open interface is being built; the request has been passed to the product team together with your use case.
= automation-rules, calm, Feature Request
? [Idea|Suggestion] for [schedules|rules|automations]
? [More flexible|Better] [schedules|rules]
- [Could you make|I suggest that] [schedules depend on the weather|rules use the sunset|a rule can pause on holidays] [in one of the next versions|].
- [A holiday mode|A vacation setting|Copying schedules between rooms] [would be useful|is missing|would save us a lot of time].
+ [Right now I have to switch {quantity} devices by hand|Today that takes {quantity} taps].
> A holiday mode is in the test version now; would you like to join our testers?
= till-functions, usual, Feature Request
? [Wish for|Missing in] the [till|Kassette 3]
? [Suggestion|Improvement] till
- [The till should|We'd like the Kassette to] [split bills|show the tip on the receipt|offer a second language|print the table number].
- [Please consider|We miss] [a loyalty card|a training mode|half portions|a kitchen screen] [in the till|for the Kassette 3].
+ [Our staff ask for it|Guests ask for it every day].
> Split bills are planned for the next till release; your wish is noted with the priority "often asked".
= multi-user, calm, Feature Request
? [Family|Guest] [access|mode] [wish|idea|]
? [Idea|Request]: [roles|child lock]
- [It'd be helpful|I would like it] if [guests could use the {product} without an account|children got restricted rights|I could share only one room].
- [Any chance of|How about] [a child lock|a guest mode|profiles for each person] [for the {product}|in the app]?
+ We have [a nanny|holiday guests] every week.
> Guest access without registration is a good idea; it is in the list of the app team now.
= product-ideas, calm, Feature Request
? [Idea for|Improve] the {product}
? [Product idea|Suggestion] [{product}|]
- [You should make|Have you thought of|Why not offer] the {product} [with a bigger tank|with a replaceable battery|with a quieter {part}|in {colour}]?
- [I have an idea|A suggestion] for the next {product}: [a handle on the side|a second {part}|a lid that locks|solar power].
+ [My neighbours would buy that at once|I even made a drawing].
> The design team likes the idea; I have passed on your drawing and we come back to you if it goes on.
= language-region, calm, Feature Request
? [Language|Translation] [wish|]
? App in [Dutch|Danish|Welsh|Italian]
- [Will the app|Could the app] [be translated into|get] [Dutch|Danish|Welsh|Italian] [soon|one day]?
- [Please let us choose|I'd like a setting for] [miles and Fahrenheit|the first day of the week|the date format] [in the app|].
+ I'd help with the [translation|testing].
> More languages follow next year; if you would like to help translating, we send you an invitation.
`);
