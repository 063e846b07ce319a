import { parseIntents } from "../../parse-phrases.ts";

export const sales = parseIntents(`
= quote, usual, Question
? [Quote|Offer|Quotation] [for {quantity} {product}|request|]
? [Bulk order|Large order] [for {company}|]
- [Please send us|We'd like|Could you make us] [a quote|an offer|a quotation] for {quantity} {product} [delivered to {city}|including installation|].
- [We plan to equip|We're fitting out] [{quantity} rooms|a hotel|a school] [in {city}|] and [are looking for|need an offer for] {product}.
+ [Our budget is|We reckon with] {amount} [each|].
+ We [compare three suppliers|decide in {month}].
> Our offer for {quantity} {product} is attached; it is valid until {soon} and includes delivery.
= volume-discount, calm, Question
? [Discount|Volume price|Reseller price] [{product}|]
? [Terms|Conditions] for [resellers|schools|charities]
- [Do you give|What are your|Are there] [volume discounts|reseller prices|discounts for schools|terms for trade customers] [on the {product}|from {quantity} pieces|]?
- [I run a shop|We're a garden centre] in {city} and [would like to sell|are interested in reselling] your {product}.
+ We'd take [about|roughly] {quantity} a month.
> From ten pieces on you get 12 %, from fifty 18 %. I have added you to our partner list; the price sheet is attached.
= which-plan, calm, Question
? [Which plan|Plan comparison|Upgrade to {plan}]?
? Difference {plan} / {plan2}
- [Which plan|What] [do you recommend|is right] for [a family with {quantity} devices|a team of {quantity}|two houses], {plan} or {plan2}?
- [What's the difference|What do I get more] [between|if I choose] {plan} [and|instead of] {plan2} [before I buy|]?
- [We're thinking of|I'm considering] [upgrading to|buying] the plan {plan}, [does it include the {product}|is there a trial]?
+ [Right now we have|At present we use] a competitor's [system|app].
> For that many devices {plan} is the better choice; you can try it for 30 days without obligation.
= availability, calm, Question
? [Is the {product} available|Back in stock|Pre-order] [in {colour}|]?
? [Release date|Launch] {product}
- [When will|Will] the {product} [be available again|come in {colour}|be sold in Spain]? [I'd like to buy two|I'd pre-order now].
- [Is there a successor|Is a new model planned] for the {product} [before I buy one|]?
+ Your [shop|website] says "sold out".
> The {product} in {colour} comes back on {soon}; I have put you on the pre-order list.
= demo, usual, Question
? [Demo|Presentation|Trial] [of {product}|for {company}|]
? [Meeting|Call] with sales
- [Could somebody show us|We'd like a demo of|Can we try] [the {product}|the Kassette 3|the plan {plan}] [next week|on {weekday}|before we decide]?
- [Please call me|I'd like to talk to a consultant] about [a purchase|the till for our {quantity} shops|equipping our office in {city}].
+ Our [director|{job}] would [join|decide].
> I'd be glad to show you the {product} on {weekday} at {time}; the invitation with the video link is on its way.
= product-advice, calm, Question
? [Which product|{product} or {product2}|Advice]?
? [Before I buy|Suitable for] [{product}|]
- [Is the|Would the] {product} [suitable for|work in|be enough for] [a balcony|{quantity} square metres|an old house|a greenhouse] [or should I rather buy the {product2}|]?
- [I can't decide|What's better], {product} or {product2}? [It's for|I need it for] [a holiday flat|my parents|a small café].
- [What are the measurements of the {product}|How loud is the {product}|How much power does the {product} need], [the product page doesn't say|I want to order today]?
+ [I'd order|We'd buy] [right away|this week].
> For that room the {product} is enough; the {product2} only pays off from 80 square metres on.
= voucher, calm, Question
? [Voucher|Coupon|Gift card] [{coupon}|]
? [Promotion|Discount code] [question|]
- [The code|Your coupon] {coupon} [isn't accepted|says expired|can't be combined] [in the basket|for the {product}|], [I'd like to order today|can I still get the discount].
- [Do you sell|Can I buy] gift [cards|vouchers] [over {amount}|for my team]?
+ The newsletter said [valid until {soon}|{amount} off].
> The code works again until {soon}, also for the {product}.
= partnership, calm, Question
? [Cooperation|Partner programme|Becoming an installer]
? [Press|Reseller|Installer] enquiry
- [We're an electrician's firm|I'm an installer|We are an architect's office] in {city} and [would like to become|are interested in becoming] a partner [for the {product}|].
- [What are the conditions|Who is in charge] of the partner programme [in our region|]?
+ We [installed|planned] {quantity} homes last year.
> Thank you for your interest; the partner conditions are attached and our colleague for {city} calls you on {weekday}.
`);
