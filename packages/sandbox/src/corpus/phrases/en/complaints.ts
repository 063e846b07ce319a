import { parseIntents } from "../../parse-phrases.ts";

export const complaints = parseIntents(`
= bad-service, pressing, Problem
? [Complaint|Complaint about your service|Bad service]
? [Unfriendly|Rude] [staff|hotline]
- [I wish to complain|I want to make a complaint] about [your hotline|the way I was treated|a member of your staff] [on {date}|].
- [Your employee|The man on the phone|The lady in the chat] was [rude|very unfriendly|not willing to help] [and hung up|and laughed at me|].
- [I was passed on|I was transferred] [four times|from one to the next] and [in the end nobody helped|then cut off].
+ I expect [an apology|a statement from the management|that this has consequences].
> I am sorry for how you were treated. I have talked to the colleague and his team lead; please accept a voucher of {amount}.
= no-answer, pressing, Problem
? [Nobody answers|Complaint: no reply] [since {date}|]
? [{days} days|Three weeks] without an answer
- [I've been waiting|We've waited] {days} days for [an answer|a call back|any reaction] [to my complaint|to {quantity} emails|], [that's unacceptable|this is no way to treat customers].
- [My messages are ignored|All I get are automatic replies|I only get standard texts], [I'd like to speak to a manager|who's responsible].
+ [My first message was on {date}|Ticket {ticket} was simply closed].
> I apologise for the long silence. I am your contact from now on and call you today on {phone}.
= quality, usual, Problem
? [Poor quality|Disappointed with] [{product}|]
? [Third|Second] {product} [in a year|] - [complaint|disappointed]
- [The quality of|The workmanship of] [your products|the {product}] [has got worse|is a disgrace|is far below what you advertise], [I'm very disappointed|I expected more].
- [This is the third|It's already my second] {product} [in a year|], [and again the {part} broke|that's simply bad quality], I [complain formally|want a statement].
+ [For this price|For {amount}] [I expect better|that's poor].
> We take your complaint about the {part} seriously: the supplier was changed in {month}. May we offer you {amount} as a gesture?
= misleading-ad, usual, Problem
? [Misleading|False] [advertising|promise|product page]
? [Complaint|Your advert] [{product}|]
- [Your advertising is misleading|Your product page is wrong]: the {product} [can't do|has never been able to do] [what it says|half of the things you list].
- [You advertise|You promise] "[silent|lifelong updates|delivery in 24 hours]", [that's simply not true|this is deceptive|I feel misled].
+ [I'm going to inform|I've informed] the consumer protection.
> You are right, the text was unclear. We have corrected the page and offer you {amount} in return.
= carrier-complaint, usual, Problem
? [Complaint about|Never again] {carrier}
? [Outrageous delivery|Driver behaviour]
- [I complain|I'd like to complain] about [the driver|{carrier}], [he threw the parcel over the fence|he was insulting|he parked across our gate and shouted].
- [The way you deliver|Your delivery service] is [a disgrace|unacceptable], [it's the third time|every single time], [change the carrier|please do something].
+ [Neighbours saw it|I have it on camera].
> Thank you for telling us. {carrier} has talked to the driver, and we use another service for your address from now on.
= promise-broken, pressing, Problem
? [Broken promise|Complaint|You promised] [{ticket}|]
? [Still not solved|Unresolved] [since {month}|]
- [You promised me|Your colleague assured me] [a call|a solution|compensation] by {date}, [nothing happened|that was a lie], [I hereby complain|I'm fed up].
- [My case|Ticket {ticket}] [has been open since {month}|drags on for months], [this is the last time that I ask nicely|I demand a solution].
+ [Otherwise|If not,] I [go to a lawyer|tell the press|leave a review].
> I took over your case {ticket} myself; the open point is settled today, and {amount} is on its way as compensation.
= compensation, pressing, Problem
? [Compensation|Claim for damages] [{product}|]
? [Damage|Loss] because of [you|{product}]
- [I demand|We claim] [compensation|damages] of {amount}, [because the {product} ruined our floor|for a lost day|as the {product} let all plants die].
- [Who pays for|I'd like to know who compensates] [the damage|the day off|the spoiled food]? [Your {product} is to blame|It was your mistake].
+ [Cost estimate|Photos of the damage] attached.
> I passed your claim to our insurance; you get a number and a contact by {soon}.
= data-privacy-ads, usual, Problem
? [Stop the advertising|Newsletter again]!
? [Unwanted|Constant] [mails|calls]
- [I've unsubscribed|I asked you] [three times|in {month}], [yet the newsletter keeps coming|and still you send advertising], [I complain|this is harassment].
- [Your calls|These surveys|Your review requests] [annoy me|come at {time} in the evening], [stop it|take me off all lists].
+ [I'll report it|The data protection office will hear of it].
> Your address has been blocked for all advertising, surveys included. Please excuse the bother.
`);
