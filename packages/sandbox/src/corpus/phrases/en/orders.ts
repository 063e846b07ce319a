import { parseIntents } from "../../parse-phrases.ts";

export const orders = parseIntents(`
= where-is, usual, Question
? [Where is my order|Order status|Delivery status] [{order}|]?
? {order} [not arrived|still not here]
- [Where is|What's the status of|When will I get] [my order|the parcel|order {order}]? [It was due on {date}|I ordered on {date}|I've heard nothing since].
- [My order|Order {order}] [hasn't arrived|is still not here|hasn't been delivered] [after {days} days|, it should have come on {weekday}].
- [I ordered|We ordered] [a|the] {product} on {date} and [it has not been shipped|the status is still "in preparation"|got no shipping mail].
+ [The confirmation said|You promised] [delivery within three days|delivery by {date}].
+ [We need it for|It's a gift for] {weekday}.
> Order {order} left our warehouse on {date} with {carrier}, number {tracking}; delivery is planned for {soon}.
> The {product} was out of stock for a few days. {order} ships today and you get the tracking link this evening.
= tracking, usual, Question
? Tracking [number|link] [doesn't work|{tracking}|stuck]
? [{carrier}|Parcel] {tracking}
- [The tracking|The tracking link|Tracking number {tracking}] [hasn't moved|shows nothing|has been stuck] since {date}.
- [{carrier} says|According to tracking] the parcel [was delivered|was handed to a neighbour] on {date}, [but nothing is here|nobody here got it].
- [Could you send me|I never got|Where do I find] the tracking [number|link] for {order}?
+ [The depot in {city}|The carrier's hotline] [knows nothing|refers me to you].
> We opened a search with {carrier} for {tracking}. If the parcel isn't found by {soon}, we send a new one at no cost.
= change-address, pressing, Question
? [Change|Wrong] delivery address [for {order}|]
? [New|Different] address, {order}
- [I gave|I entered|My order {order} has] the wrong delivery address, [please send it to|the right one is] {street}, {city}.
- [Can you still|Is it possible to] [change the address|redirect the parcel|deliver {order} to {city}]? [We're moving|I'm away from {soon}].
- [The house number is missing|There's a typo] in the delivery address of {order}, [it should say|correct is] {street}.
+ [It hasn't been shipped yet|I ordered only an hour ago].
> I have changed the delivery address of {order} to {street}, {city}; it leaves the warehouse tomorrow.
= missing-item, usual, Problem
? [Item|Part|Accessory] missing [in parcel|{order}|]
? [Incomplete|Partial] delivery [{order}|]
- [The parcel arrived|Order {order} came] today, but [the {part} is missing|one of {quantity} boxes is missing|there's no {product} in it].
- [Only|Just] [half of the order|one of two parcels|the {product}] [was delivered|has arrived], [where is|when do I get] the [rest|{product2}|{part}]?
- The [delivery note|packing list] [says {quantity} pieces|lists a {part}], [I count fewer|it wasn't in the box].
+ The [box|seal] was [intact|not damaged].
> The {part} ships separately from our second warehouse and reaches you on {soon}; sorry that the delivery note didn't say so.
= wrong-item, usual, Problem
? Wrong [item|product|colour] [delivered|in {order}]
? [Ordered {product}, got {product2}|Not the right colour]
- [You sent me|I received|We were delivered] [the wrong product|a {product2} instead of a {product}|{colour} instead of {colour2}] [in order {order}|].
- [I ordered|My order {order} was for] [{quantity}|two] {product}, [delivered was|the box contains] a {product2}.
+ [Please send the right one|When does the right one ship], [the wrong one can be collected|I still need it by {soon}].
> The right {product} ships today. Please keep the wrong one until {carrier} collects it on {soon}.
= delivery-date, calm, Question
? [Delivery date|Delivery time|Delivery slot] [for {order}|]
? [When|How long] does delivery take?
- [Can you deliver|Is it possible to deliver] {order} [on a fixed day|on {soon}|after {time}|on a Saturday]? [We work during the day|Nobody is at home before].
- [How long does|What is the] [delivery|shipping] [take|time] [to {city}|for the {product}] [at the moment|]?
- [Please hold|Please delay] [the shipment|order {order}] until {soon}, [we're on holiday|the kitchen isn't ready].
+ [A parcel shop|A neighbour at number {days}] would be fine too.
> {carrier} delivers {order} on {soon} between 8 and 12; you can move the slot by the link in the shipping mail.
= cancel-order, pressing, Question
? [Cancel|Stop] [order|] {order}
? [Order|Ordered] by mistake
- [Please cancel|I'd like to cancel|Can I still cancel] [my order|order {order}] [before it ships|, I ordered by mistake|, delivery takes too long]?
- [I clicked twice|The shop froze], [so there are two orders|now I have ordered twice], [please cancel {order}|only {order2} should be shipped].
- [Please take the {product} out of|Can you add a {product} to|Please change the quantity in] order {order} [before shipping|].
+ [No shipping mail yet|The status says "open"].
> {order} was stopped before packing and is cancelled; nothing will be shipped.
= customs-abroad, calm, Question
? [Shipping|Delivery] [abroad|to an island|outside the EU]
? Customs [fees|papers] [{tracking}|]
- [Do you ship|Do you deliver|What does shipping cost] to [Norway|Switzerland|Jersey|the Canary Islands|Iceland] [, and how long does it take|]?
- [The parcel|{tracking}] [is stuck at|was stopped by] customs, [they want papers|a customs declaration is missing|who pays the duty]?
+ The customs office [needs|asks for] [a proforma|the value of the {product}].
> We ship there with {carrier} in eight to ten days; the customs papers for {order} have been sent again.
= pickup-carrier, usual, Problem
? [Driver|Courier|{carrier}] [didn't ring|left parcel outside]
? Parcel [in the rain|at the depot|sent back]
- [The driver|The courier|{carrier}] [didn't ring|claims nobody was home|threw a card in the letterbox], [I was here all day|please deliver again].
- [The parcel|{order}] [is going back to you|was returned to sender], [why|although the address is right], [please send it again|].
- The [parcel shop|locker] in {city} [can't find|won't hand out] {tracking}, [the code is invalid|they say it's not there].
+ [Second attempt|Please deliver] [at the office|before {time}].
> {carrier} tries again on {soon}; I have added your phone number and the name on the bell to the label.
`);
