import { parseAllLists } from "../../parse-phrases.ts";

/** Letters that could mean anything; the head names the queues they come from. */
export const hazy = parseAllLists(`
= billing returns orders
- [I'm still waiting for|Where is|What about] my money for {order}?
- [Something is wrong with|There's a mistake in|Please check] [order|] {order}. The amount [is not right|does not match|looks odd].
- [Cancel|Please cancel] [it|everything|{order}], [I don't want it any more|thanks|I changed my mind].
- [We got two|There are two] of {order} [on our side|now]. One is [too many|wrong], please [fix it|correct it].
- [You charged|I paid] {amount} and [nothing has happened since|I have nothing for it].
= technical returns
- [The|My] {product} [is broken|doesn't work|gave up|is dead|makes trouble]. [What now?|What can I do?|And now?]
- [There's a problem with the|The] {part} of [my|the] {product} [is faulty|is loose|again].
- {product} [arrived and doesn't do anything|won't turn on out of the box|not as expected].
= technical account
- [The app doesn't let me in|I can't get into the app|App won't open properly] [since yesterday|after the update|on {device}].
- [It says error {code}|Error {code}] [when I try to sign in|on the start page|and then nothing].
- [Nothing works any more|It doesn't work|Can't get in|It's stuck] [since {weekday}|today|].
- [I get no email from you|The code never arrives|The link in your mail doesn't work].
= account billing
- [Please change my details|I need to update my data|Our address has changed] [for customer {customer}|as of {soon}|].
- [I want to end my plan|Please close everything|Cancel my membership {plan}] [and delete my data|].
- [My plan {plan} is gone|I'm shown as {plan} although I have {plan2}|My subscription doesn't show].
= sales features technical
- [Can|Does] the {product} [also do|work with|support] [a second {part}|{quantity} rooms|other brands|the till]?
- [Is there|Do you have] [a way|a version|something] [to connect|that connects|for connecting] the {product} [to|with] [our calendar|the {product2}|a spreadsheet]?
- [Question about|Info on] the {product}: [is that possible with|what can I do with] the plan {plan}?
= sales billing
- [What would|How much does] the plan {plan} [cost us|come to] [for {quantity} people|from {month}]?
- [Please send|I need] [the papers|a document|something in writing] for the {product} [with the price|over {amount}].
= orders sales
- [Is|When is] the {product} [available|coming|in stock] [in {colour}|again|]?
- [We'd like|I'd like] [{quantity} more|another {product}|the same again], [how long does it take|what do I have to do]?
= orders returns complaints
- [Wrong|Not what I ordered|This can't be right]. {order}.
- [Still nothing|Again nothing|It's been {days} days]. [What's going on?|Please check.|I'm waiting.]
- [The parcel|The box] [looks terrible|was open|is a mess]. [Please do something|What happens now?].
= complaints technical billing
- [I'm not satisfied|I'm disappointed|This is not OK]. [Please call me|Somebody please call], {phone}.
- [It happened again|Same problem as last time|Again!], see [my last mail|ticket {ticket}].
- [Why does nobody answer|I asked this before|I'm still waiting for an answer] [to {ticket}|]?
= billing technical account orders returns
- [Please call me back|Call me|Can someone phone me]: {phone}. [It's about {order}|It's about the {product}|].
- [I have a question|I need help] [with|about] [my order|{order}|the {product}|customer {customer}].
- [See attachment|As in the picture|Screenshot attached]. [What should I do?|Please fix.|]
- [I did what your colleague said|I followed the instructions] and [it's still the same|it didn't help]. [Ticket {ticket}|].
`);
