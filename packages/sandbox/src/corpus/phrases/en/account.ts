import { parseIntents } from "../../parse-phrases.ts";

export const account = parseIntents(`
= password-reset, usual, Question
? [Password reset|Forgot password|New password] [doesn't work|please|]
? [Reset link|Reset mail] [expired|not arriving]
- [I forgot my password|I've lost my password|I need a new password] [and the reset mail never comes|and the reset link has expired|].
- [The password reset|The reset link] [says "token invalid"|leads to an empty page|expires before I can click it].
- [I reset my password|I chose a new password] [three times|on {date}] but [it's not accepted|I still can't sign in].
+ [Nothing in the spam folder either|I checked the spam folder].
+ My user name [should be|is] {email}.
> I have sent a fresh reset link to {email}; it is valid for two hours. Please open it in a private browser window.
= locked-out, pressing, Incident
? [Account locked|Locked out|Account blocked] [{customer}|]
? Can't [log in|sign in] [- too many attempts|any more|]
- My account [is|has been] [locked|blocked|suspended] [after too many attempts|without any reason|since {date}], [please unlock it|how do I get back in]?
- [When I log in|On signing in] [it says|I read] "account disabled" [with {code}|], [what did I do|I didn't do anything].
- [We are locked out|Nobody in the team can sign in], [the admin account|the user {email}] is [blocked|deactivated].
+ [I may have mistyped the password|Perhaps somebody tried to guess my password].
> Your account was locked after ten wrong passwords. I have unlocked it; please choose a new password at the next sign-in.
= two-factor, usual, Question
? [2FA|Two-factor|Authenticator] [code not accepted|lost phone|reset]
? [Security code|SMS code] [missing|wrong]
- [I have a new phone|I lost my phone|My phone broke] and [can't get the two-factor codes|the authenticator is gone] [any more|].
- [The SMS code|The login code|The verification code] [never arrives|arrives too late|is not accepted] [when I sign in|].
- [Please|Could you] [switch off|reset] [2FA|two-factor authentication|the second factor] for {email}.
+ [I don't have the backup codes|I have no recovery codes left].
> After checking your identity I have reset the second factor of {email}; you will be asked to set it up at the next sign-in.
= change-email, calm, Question
? [Change|New] [email address|login address]
? [Email|Address] [change|typo] [{customer}|]
- [I'd like to|How can I|Please] [change|update] [the email address|my login address] [of my account|for {customer}] to {email}.
- [I no longer have access to|My old mailbox is closed, so I can't use] the address [I registered with|of the account], [how do I sign in|please set {email}].
- [I made a typo in my address|My address is misspelt] when [registering|signing up], the confirmation [went to somebody else|can't reach me].
+ [The account is under the name|The old address was in the name of] {name}.
> The login address is now {email}; please confirm it by the link that we just sent there.
= hacked, pressing, Incident
? [Account hacked|Suspicious login|Strange sign-in]
? [Security|Unknown device] [alert|in my account]
- [I got a mail about|There was] a [login|sign-in] from [an unknown device|another country|{city}], [that wasn't me|I was asleep].
- [Somebody has changed|Someone else changed] [my password|my email address|the address in my profile], [I think I've been hacked|please block the account].
- [There are logins|I see sessions] in my [account|profile] [that I don't know|from {date}].
+ [I've changed the password already|I can't sign out the other sessions].
> We ended every session, blocked the unknown device and require a new password; no payment data was visible.
= delete-account, calm, Question
? [Delete|Close|Remove] my [account|profile]
? [Data deletion|GDPR] [request|]
- [Please|I want you to] [delete|erase|close] my [account|profile|user account] [and all personal data|under GDPR|for good].
- [How can I|Where do I] [delete|close|remove] [my profile|my user account], [I can't find the button|the page gives {code}]?
- [Which data do you store about me|I request a copy of my data], [user|account] {email}.
+ [I don't use it any more|I have a second account and want to keep only that one].
> Your account and profile are going to be erased on {soon}; bills stay for the legal period. You get a confirmation by mail.
= team-access, usual, Question
? [Add|Remove] [user|team member|admin]
? [Permissions|Roles|Access rights] [for {company}|]
- [How can I|Please] [add|invite] [a colleague|another user|{quantity} people] to our [team account|company account], [the invitation fails|they need the role admin].
- [An employee has left|{first} has left us], please [remove the user|revoke the access] [and give me admin rights|].
- [I don't see|My colleague can't see] [the admin menu|our devices|the shared rooms], [permissions seem wrong|role is set to viewer].
+ [The only admin|Our admin] [left the company|is on leave].
> I have sent you the admin role; you can invite and remove people under "Team › Members".
= registration, usual, Problem
? [Can't register|Registration|Activation] [fails|mail missing|]
? [Confirm|Activate] my account
- [I can't register|Signing up doesn't work|Creating an account fails], [it says the address is already in use|the captcha never ends|the form shows {code}].
- [The activation mail|The confirmation link] [never arrived|has expired|shows "user unknown"].
- [I have two accounts|There are two profiles of mine], [please merge them|one with {email}, the other with my old address].
+ [I tried it on {device}|Different browsers, same result].
> Your address was registered as a guest; I turned it into a full account. Please set a password by the link we just sent.
= session, calm, Problem
? [Logged out|Signed out] [all the time|again and again]
? [Single sign-on|Stay signed in] [broken|]
- [I'm logged out|The website signs me out] [every few minutes|every day|after each click], ["stay signed in" has no effect|very annoying].
- [Single sign-on|Login through our company account] [stopped working|ends in a loop|shows {code}] [on {device}|].
- I have to [enter my password|sign in] [again and again|on each page|five times a day].
+ Cookies are [allowed|enabled].
> Please delete the cookies of brambelwerk.example once and sign in again; an old session cookie caused the loop.
`);
