import { parseLists } from "../../parse-phrases.ts";
import { MANNER_LISTS } from "../manner-lists.ts";

export const manners = parseLists(
  MANNER_LISTS,
  `
= greeting
- [Hi|Hello|Hey] [there|team|all|everyone|Brambelwerk|support|],
- Dear [Sir or Madam|Sirs|Brambelwerk team|customer service|support team],
- Good [morning|afternoon|evening|day],
- To whom it may concern,
= opening
- [I hope you are well|Hope you're having a good {weekday}|I hope this reaches the right person].
- I'm [writing|getting in touch|contacting you] [about something|with a question|because I'm stuck|regarding the above].
- My customer number is {customer}.
- [I've been a customer|We have been with you|We've been customers] for [two|three|four|almost five|many] years [now|].
- [Sorry to bother you|Apologies if this is the wrong address|Not sure who to ask, so I'm trying here].
- [I tried the chat first|I called on {weekday} but nobody picked up|The FAQ didn't help|I couldn't find this on your website].
- First of all, [thanks for the great products|we like your shop a lot|I normally never complain].
= background
- We [bought|ordered] [a|our] {product} [last {month}|in {month}|for the office in {city}|for my mother|as a present].
- [It|The device] [stands|sits|hangs] in [the greenhouse|our kitchen|the hallway|the conservatory|our holiday flat in {city}].
- I [live|work] in {city}, [not that it matters|if that helps|in case you need it].
- My [husband|wife|colleague|neighbour|daughter|flatmate] [has the same model|uses it too|noticed it first|says the same].
- [I'm using the app version {version}|App is {version} on {device}].
- We run [a small café|a guest house|two shops|a nursery|a repair workshop] in {city} and use [the Kassette 3|three {product}|your plan {plan}] every day.
- [My order number was|The order was|For reference:] {order}.
- [I've attached a photo|See the attached screenshot|Photos attached|I can send pictures if you need them].
- [I'm not very technical|Please bear with me, I'm 74|I'm doing this on behalf of my father].
- [The weather here has been awful|We've just moved house|We're in the middle of renovating], so [it took me a while to notice|I only looked today].
- [Apart from that|Otherwise] we are [very happy|really pleased|mostly satisfied] with the {product}.
- I'm [on the plan {plan}|a {plan} member] [since {month}|, customer {customer}].
- [Last time|Back in {month}] [your colleague|somebody in your team] [was very helpful|sorted it in a day|promised to call back].
= joiner
- [One more thing|Also|By the way|While I'm at it|On another note|And another question]:
- [Something else|Second point|PS|Besides that]:
- [I also wanted to mention|This may be related|Probably connected, probably not]:
= closing
- [Thanks|Thank you|Many thanks|Cheers] [in advance|for your help|for looking into this|].
- [Please let me know|Let me know] [what to do|how to proceed|if you need anything else|what the next step is].
- [Looking forward to|I await] your [reply|answer|response].
- [You can reach me|Call me] on {phone} [in the mornings|after {time}|any time].
- [A short answer is enough.|Any pointers welcome.|Could someone please look at this?|Please advise.]
- [Please reply by email, not by phone|I'm away from {soon}].
= signoff
- [Kind|Best|Warm|Many] regards,
- [Thanks|Cheers|Best|Regards],
- Yours [sincerely|faithfully|truly],
- [All the best|Have a nice day|Bye],
= vague_subject
- [Problem|Question|Help|Help please|Query|Issue|Hello|Urgent|Important|Info|Enquiry]
- [Question|Query|Problem] [about|regarding|with|re] [{product}|{order}|my order|my account|customer {customer}]
- [Please help|Need help|Something is wrong|Doesn't work|What now?|Still waiting|Follow-up|No subject|Your message|Message via contact form]
- [{product}|{order}|{customer}|{name}, {city}]
- [Re: {ticket}|Brambelwerk|Request from {company}|My last email]
= low
- [No rush|No hurry|It's not urgent|Whenever you have time|This can wait].
- [Just curious|Just out of interest|Only a small thing|Purely cosmetic|Low priority for us].
- [Next week is fine|Take your time|I'm on holiday until {soon} anyway].
= high
- [We need this by {soon}|I need an answer by {weekday}|It has to be settled before {soon}].
- [This is important to us|Please treat this as important|Please hurry|I need this soon|As soon as possible, please].
- [It's costing us money|Several people are affected|My customers are waiting|I've been waiting for {days} days].
- [This is my second request|I've written twice already|Reminder!|Nobody has answered so far].
= urgent
- [URGENT|Emergency|Please act immediately|Top priority]: [we can't work|everything has stopped|we are losing sales|the deadline is today].
- [The whole shop is at a standstill|Nothing works for {quantity} people|We cannot open tomorrow without this|Production is down].
- [We need this today|It must be solved within the hour|Call me at once on {phone}|Every minute counts].
- [Our solicitor sets you a deadline of {soon}|We have an event with 200 guests tonight|Water is running into the cellar right now].
= angry
- [This is a disgrace|This is beyond a joke|I am absolutely furious|I've had it with you|UNBELIEVABLE]!
- [Do you even read your emails|Is anybody there|How hard can it be|What am I paying for]???
- [Worst service I've ever had|Never again|You people are a bunch of amateurs|I feel cheated].
- [I will post this everywhere|My next stop is the consumer office|You'll get the review you deserve|I've told everyone in {city}].
- [Three mails and not ONE answer|Every time another excuse|I was hung up on twice|Your hotline is a joke].
= resend
- [I wrote this yesterday already|Sending this again|Second attempt|Not sure my first mail arrived]:
- [Just checking whether you got this|Again, because nobody answered|Resending as the form showed an error]:
= phone_note
- [Caller|Customer|{name}] [rang at {time}|phoned|on the phone], [says|reports|told me]:
- Call from {name}, {phone}. Notes:
= forward
- [Please see below|FYI, see below|Forwarding this from my {job}|As discussed, the thread below].
= earlier
- [Thank you for your message|Thanks for getting in touch]. [We have received your request {ticket}|It has the number {ticket}] and [you will hear from us within two days|somebody comes back to you soon].
- Could you [send us|please give us] [a photo|your customer number|the order number|a screenshot], [please|so that we can check]?
- [Your order {order} is on its way|Your parcel has been handed to {carrier}|Thank you for ordering the {product}].
- We [have looked into it|checked this] and [everything seems fine on our side|passed it to the team in charge].
= quote_header
- On {date}, Brambelwerk Service <service@brambelwerk.example> wrote:
- On {weekday} {date} at {time} {name} wrote:
- -----Original Message-----\\nFrom: service@brambelwerk.example\\nSent: {date} {time}
= device_line
- Sent from my [phone|tablet|mobile, please excuse typos]
- Get the mail app for {device}
= disclaimer
- This e-mail may contain confidential information. If you are not the intended recipient, please delete it and tell the sender.
- Please consider the environment before printing this e-mail.
- {company}, registered in {city}, no. {ticket}. VAT {customer}.
= thanks
- [Great, that worked|Thank you, all good now|Perfect, thanks|Brilliant, quick answer, thank you]!
- [That's fine with me|OK, understood|Received, thanks|Solved then], [have a nice weekend|you can close this|kind regards].
= agent_greeting
- [Hello|Dear|Hi] {first}, [thank you for your message|thanks for getting in touch|thank you for your patience].
= agent_question
- [Could you please send me|May I ask you for|To look into it I need] [your order number|a photo|the serial number|a screenshot of the message|your postal address]?
= customer_answer
- [Sure|Of course|Here you are]: [{order}|serial {serial}|customer number {customer}|the photo is attached|{street}, {city}].
= agent_closing
- [Please write to us again if anything is left open.|Is there anything else I can do?|We're glad to help.]
= agent_goodbye
- You're welcome! I am closing this ticket; [just reply if it comes back|your answer would reopen it].
= note
- [Checked with the warehouse|Spoke to {carrier}|Asked finance|Known issue, see the internal page|Customer is nice, be generous].
- [Moved, was in the wrong queue|Called customer back, no answer|Waiting for second line|See also the ticket of {date}].
= away_subject
- [Automatic reply|Out of office|Out of Office AutoReply|Auto: away]
= away
- [Thank you for your mail|Thanks for your message]. I am [out of the office|on annual leave|on parental leave|travelling] until {soon} [with limited access to email|and will reply on my return]. In urgent cases [please contact my colleague {name}|call {phone}].
= spam_subject
- [Boost your ranking|First page guaranteed|Cheap loans|Re: your invoice|You have won|Partnership proposal|Invoice overdue - open now]
- [Business leads for {month}|Dear CEO|Your domain expires|Crypto opportunity|Guest post on your blog]
= spam
- [I came across your website|I visited brambelwerk.example] and [found several SEO errors|noticed you are not on page one]. We can [bring you to the top|send {quantity}0 backlinks] for only {amount}. Reply "YES" for an offer.
- [Congratulations|Dear winner]! Your address was drawn and you receive {amount}. Send your bank details to claim@{ticket}-prize.example before {soon}.
- We are [a manufacturer of {part}s|a logistics company|a photo studio] in {city} and offer [the best prices|wholesale conditions|{quantity}% off]. Please forward to the purchasing department.
- Your mailbox is almost full. Confirm your password within 24 hours at http://mail-{ticket}.example/verify or it will be closed.
- I represent [an investor|a widow|a bank director] with {amount} million and need a [trusted partner|discreet account] in {city}. Strictly confidential.
- [Verified email lists|{quantity}0,000 fresh contacts] of [dentists|gardeners|hotel owners], only {amount}. Unsubscribe: http://lists-{ticket}.example
`,
);
