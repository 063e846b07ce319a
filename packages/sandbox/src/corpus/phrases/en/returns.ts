import { parseIntents } from "../../parse-phrases.ts";

export const returns = parseIntents(`
= return-label, calm, Question
? Return [label|slip|form] [for {order}|please|]
? [Sending back|How to return] [{product}|{order}]
- [I'd like to|I want to|We need to] [return|send back] [the|my] {product} [from order {order}|], [please send a return label|how does it work|where do I get the label]?
- [There was no|I can't print the|The link to the] return [label|slip] [in the parcel|] [for {order}|doesn't work], [can you email it|please send one].
- [Which carrier|Which address] do I use for [a return|sending the {product} back]?
+ [It's unopened|I only opened the box|The original packaging is gone].
> The return label for {order} is attached; drop the parcel at any {carrier} shop within 14 days.
= withdrawal, usual, Refund
? [Withdrawal|Right of withdrawal|14 days] [{order}|]
? [I withdraw|Return within 14 days]
- [I hereby withdraw|I'm withdrawing] from the purchase of the {product} [, order {order}|] [, delivered on {date}|].
- [I don't like|I'm not happy with the colour of|The size doesn't suit us, so I return] the {product} [and want my money back|within the 14 days].
- [Is it still possible|Until when can I] [to return|return] [the {product}|a gift], it [came on {date}|was bought in {month}]?
+ [It was tried once|It's as good as new|Never used].
> Your withdrawal for {order} is noted; you get the money back within five days of the parcel reaching us.
= defective, usual, Problem
? {product} [defective|broken on arrival|faulty], [exchange|replacement] [please|]
? [Warranty|Guarantee] claim [{serial}|]
- [The|My] {product} [is defective|broke after {days} days|came with a broken {part}], [I want a replacement|please exchange it|I'd like to send it in under warranty].
- [The {part} of the {product} has cracked|The {part} fell off], [is that covered by the guarantee|I claim warranty]. [Serial {serial}|Bought on {date}].
- [I would like|We want] [an exchange|a new device|a replacement part] for the [faulty|broken] {product} [in {order}|].
+ [Receipt|Proof of purchase] [attached|is order {order}].
> The warranty covers the {part}; a replacement {product} ships today with a prepaid label for the broken one.
= damaged-in-transit, usual, Problem
? [Damaged|Smashed|Dented] [on arrival|parcel|{product}]
? [Transport damage|Broken glass] {order}
- [The {product}|Order {order}] arrived [damaged|with a cracked {part}|smashed], [please replace it|I want my money back|I'm sending it back].
- [The box was crushed|The carton was soaked] and [the {part} is broken|the {product} has scratches all over], [what about a replacement|photos attached].
+ [I refused to sign|The driver noted the damage].
> Sorry about the transport damage. A new {product} is on its way; no need to return the broken one.
= refund-status, usual, Refund
? [Where is my refund|Refund status|Refund] [{order}|{amount}|]?
? [Returned on {date}|Return arrived], [no refund|no money yet]
- [I sent back|I returned|We returned] the {product} on {date}, [when do I get my money|the refund of {amount} hasn't come|still no refund].
- [According to tracking|{carrier} confirms] my return [arrived|was delivered to you] on {date}, [please refund {amount}|why is there no refund].
- [You refunded|I only got] {amount2} instead of {amount} for my return [{order}|], [the rest is missing|why the deduction]?
+ [Return number|RMA] {ticket}.
> Your return was checked in today; {amount} goes back to the way you paid and arrives within three working days.
= exchange, calm, Question
? [Exchange|Swap] [{product}|for another colour|]
? [Other size|Other colour] instead
- [Can I|I'd like to] [exchange|swap] the {product} for [a {product2}|one in {colour}|the larger one]?
- [I ordered the wrong one|The {product} is too small for us]. [How does an exchange work|Can I get the {product2} instead]?
+ I'd [pay|get back] the difference of {amount}.
> Please return the {product} with the attached label; the {product2} ships once the carrier has scanned the parcel.
= repair, usual, Question
? [Repair|Service] [status|] {serial}
? [RMA|Repair order] {ticket}
- [I sent in|You've had] my {product} for repair [since {date}|{days} days ago], [when will it be back|what is the status]?
- [Do you repair|Can I get repaired] a {product} [that is out of warranty|from last year], [the {part} is worn|what does it cost]?
- The {product} came back from repair [with the same fault|without the {part}|scratched].
+ The repair number is {ticket}.
> The repair of {serial} is finished; the {part} was replaced and the device leaves us tomorrow.
= return-refused, pressing, Problem
? Return [refused|rejected|sent back to me]
? [Deduction|Your inspection] {order}
- [You refused|You rejected] my return [of the {product}|{order}] [because of signs of use|as too late], [I don't agree|that's not true].
- [My return came back|{carrier} brought my return back] [to me|], [the label was invalid|acceptance refused], what now?
- [You deducted|You kept] {amount} [for wear|for missing packaging] from my [return|refund].
+ [I only unpacked it|It was sent on time, on {date}].
> We looked at the inspection photos again and accept the return of {order} in full.
`);
