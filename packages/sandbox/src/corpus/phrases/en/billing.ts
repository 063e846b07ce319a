import { parseIntents } from "../../parse-phrases.ts";

export const billing = parseIntents(`
= charged-twice, pressing, Problem
? [Charged twice|Double charge|Duplicate debit] [for {invoice}|on my card|]
? Two debits of {amount}
- [I see|There are|I just found] two [charges|debits|payments] of {amount} [on my card|on my bank statement|in my account] for [the same invoice|{invoice}].
- [You debited|You charged|My bank shows you collected] {amount} twice [on {date}|this month|within a minute].
- Invoice {invoice} [was|has been] [paid twice|collected twice], [one of the debits must go back|please reverse one payment].
+ [The second debit|The duplicate booking] [appeared on {date}|is dated {date}].
+ [My bank says|According to my bank] [they can't reverse it|I should ask you first].
+ I only [confirmed|authorised] one payment [at checkout|].
> The second debit of {amount} was an authorisation that has been released; it leaves your statement within three working days.
> We found the duplicate payment for {invoice} and sent {amount} back to your card today.
= invoice-copy, calm, Question
? [Copy of invoice|Invoice missing|Need an invoice] [{invoice}|for {month}|]
? [VAT invoice|Invoice PDF] please
- [Could you|Can you|Please] [send|email] me [a copy of|the PDF of|again] [invoice {invoice}|the invoice for {month}|the bill for {order}]?
- [I can't find|We never received|Our accountant is missing] [the invoice|the VAT invoice|a proper bill] for [{month}|{amount}|{order}].
- [My bookkeeping needs|For our tax return we need] [an invoice with VAT shown|all invoices of {year}|the bill {invoice}].
+ [Please send it to|Invoices should go to] {email} [in future|].
+ [The link in the old mail has expired|The download page stays empty].
> You find every invoice under "My plan › Documents"; I have attached {invoice} as a PDF.
> The invoice was sent to an old address; a copy is on its way to {email}.
= wrong-billing-address, calm, Question
? [Wrong|Change] [address|company name] on [the invoice|{invoice}]
? Billing details [of {company}|need changing]
- [The invoice {invoice}|Your invoice] is [made out to|addressed to] [the wrong company|my private name|our old address], it [should be|must read] {company}, {street}, {city}.
- [Please change|Can you correct] the billing [address|name|details] [on {invoice}|for all future invoices] to {company}, {city}.
- Our VAT [number|ID] is missing on {invoice}, [the tax office won't accept it|please issue it again].
+ [We moved on {date}|The company was renamed in {month}].
> A corrected invoice {invoice} with the new address is attached; the old one has been cancelled.
= price-increase, usual, Question
? [Why more expensive|Price went up|Higher fee] [since {month}|]?
? [Monthly fee|Amount] of plan {plan}
- [Why am I paying|Since when do I pay] {amount} [for the plan {plan}|a month], [it used to be {amount2}|I signed up for {amount2}]?
- [My monthly fee|The subscription fee|My bill] [went up|has increased|jumped] from {amount2} to {amount} [without notice|and nobody told me].
- [I don't agree with|I object to] the [price increase|new fee] [announced on {date}|for {plan}].
+ [My contract says|In the confirmation it says] [the price is fixed for two years|{amount2} per month].
> Your introductory price ended in {month}; the regular fee of the plan {plan} is {amount}. A yearly plan would bring it down by 15 %.
= failed-payment, pressing, Problem
? [Payment failed|Card declined|Payment rejected] [{invoice}|for plan {plan}|]
? [Direct debit|Payment] returned
- [My card was declined|The payment was rejected|The payment failed] [when I tried to pay {invoice}|for the plan {plan}], [but the card works everywhere else|although there is enough money on it].
- [I get|Your shop shows] [payment error {code}|"payment could not be completed"] [when paying|at the payment step] [by card|by bank transfer|by direct debit].
- [My direct debit bounced|The direct debit was returned] [by mistake|because I changed banks], [how can I pay {amount} now|please collect {amount} again]?
+ [I have a new card|My new bank account is with another bank] since {month}.
+ [Please don't suspend|I don't want to lose] [my plan|the subscription] [because of this|].
> Please add the new card under "My plan › Payment"; we will collect {amount} again on {soon} and nothing gets suspended.
= dunning, pressing, Incident
? [Reminder|Dunning letter|Final notice] although [paid|I paid {date}]
? [Overdue notice|Payment reminder] {invoice}
- [I received|We got|Today came] [a payment reminder|a dunning letter|an overdue notice] for {invoice}, [but I paid on {date}|but that was paid weeks ago].
- [Why do you charge|I won't pay] a late fee of {amount}[, the invoice never reached me|, the transfer went out on {date}|]?
- [Your debt collector|A collection agency] [writes to me|is asking for {amount}] [about {invoice}|for a bill that I settled].
+ [The transfer reference was|I used the reference] {invoice}, [proof attached|bank statement attached].
> Your transfer reached us without a reference; I have booked it on {invoice} and cancelled the reminder and its fee.
= refund-not-booked, usual, Refund
? [Credit note|Credit] [not received|missing|for {invoice}]
? Credit of {amount}
- [You promised|I was promised] a credit note of {amount} [on {date}|], [it isn't on my statement|but the new invoice doesn't show it].
- [The credit|The credit balance] of {amount} [was not deducted|is missing] from [invoice {invoice}|this month's bill].
- [How|When] [will|can] my credit balance of {amount} [be paid out|be set off against the next invoice]?
+ The credit note [number is {invoice2}|is dated {date}].
> The credit of {amount} is booked now and lowers your next invoice.
= cancel-subscription, usual, Question
? [Cancel|End|Terminate] [subscription|plan {plan}|membership]
? [Cancellation|Notice] {customer}
- [I'd like to|I want to|Please] [cancel|terminate] my [subscription|plan {plan}|paid plan] [as of {soon}|at the end of {month}|at the next possible date] [and stop the debits|].
- [How do I|Where can I] [cancel|get out of] [the plan {plan}|the subscription], [I don't want to be billed again|the next payment is due on {soon}]?
- [I cancelled|My cancellation was] on {date} [but you still|and yet you] [charge me|debit {amount}] every month.
+ [Please confirm|I need a confirmation of] the [cancellation|end date] in writing.
> Your plan {plan} ends on {soon}; there will be no further debit and you keep access until then.
= payment-method, calm, Question
? [Pay by invoice|Change payment method|SEPA instead of card]
? [Other way to pay|Bank details] [{customer}|]
- [Can we|Is it possible to|We'd like to] [pay by invoice|pay by bank transfer|switch to yearly payment|pay by SEPA] [instead of card|from {month}]?
- [How do I|Where can I] [change|update|replace] [my bank details|the credit card|the payment method] [for the plan {plan}|]?
- [What is|Please send me] your [IBAN|bank account], I want to [transfer|pay] {invoice} [by hand|].
+ Our [purchasing department|company] doesn't [allow|have] credit cards.
> I have switched customer {customer} to payment by invoice, 14 days net, from the next bill on.
`);
