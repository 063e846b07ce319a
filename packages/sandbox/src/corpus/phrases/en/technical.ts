import { parseIntents } from "../../parse-phrases.ts";

export const technical = parseIntents(`
= wifi-pairing, usual, Problem
? {product} [won't connect|loses Wi-Fi|offline|can't be paired]
? [Wi-Fi|Pairing|Bluetooth] [trouble|problem] [{product}|]
- [My|The|Our] {product} [doesn't connect|refuses to connect|no longer connects] to [the Wi-Fi|our network|the router] [since {weekday}|since we changed the router|].
- [Pairing|Setting up] the {product} [fails|stops] [at step {quantity}|at 80 percent|with {code}], [the light keeps blinking|it never finds the device].
- The {product} [drops off the network|goes offline|loses the connection] [every few hours|every night at {time}|as soon as it rains].
+ [The router is two metres away|2.4 GHz is switched on|Other devices work fine on the same network].
+ I [restarted|rebooted|unplugged] everything [twice|several times] [already|].
> Please hold the button of the {product} for ten seconds until it blinks blue and pair it again on the 2.4 GHz network; firmware {version} mends the drop-outs.
> Switch off "band steering" in your router for the pairing; afterwards you may switch it on again.
= app-crash, usual, Incident
? App [crashes|freezes|closes itself] [on {device}|after update {version}|]
? [Crash|Freeze] in version {version}
- [The Brambel app|Your app|The app] [crashes|closes|freezes] [right after starting|when I open the {product}|on the schedule page] [since version {version}|on {device}|].
- [Since the update to|After installing] {version} the app [shows a white screen|hangs forever|is terribly slow] [on {device}|].
- [The app|It] [crashes|quits] [with {code}|without a message] [whenever|each time] I [tap on the graph|change a schedule|add a room].
+ [Reinstalling|Clearing the cache] [didn't help|changed nothing].
+ The crash log says {code}.
> The crash is mended in version {version}, which is in the stores since yesterday; please update and restart the device.
= error-code, usual, Problem
? [Error|Fault] {code} [on {product}|]
? {product} shows {code}
- [My|The] {product} [shows|displays|keeps showing] [error|fault|the code] {code} [and beeps|and stops|on the display].
- [What does|What's the meaning of] [error|code] {code} [on the {product}|], [the manual doesn't list it|there's nothing in the handbook]?
- [Every morning|After ten minutes|At full load] the {product} [switches off|stops] with {code}.
+ [I cleaned the {part}|I checked the {part}], [no change|the code comes back].
+ The firmware is {version}.
> {code} means that the {part} reports no value. Please unplug the {product} for five minutes, clean the contacts and start it again.
= firmware-update, usual, Problem
? [Firmware|Update] [failed|stuck|loop] [{product}|{version}]
? {product} [bricked|dead] after update
- [The firmware update|Updating] [to {version}|of the {product}] [gets stuck|fails|hangs] [at {quantity} percent|with {code}|halfway].
- Since [the firmware|update] {version} [my {product}|the {product}] [restarts all the time|no longer reacts|ignores the schedule].
- [How can I|Is there a way to] [go back to|reinstall] [firmware {version}|the old firmware] on the {product}?
+ [It was plugged in the whole time|There was a power cut during the update].
> Please start the recovery: hold both buttons while plugging in, then install {version} from the app under "Device › Service".
= sync-data, usual, Incident
? [No sync|Data missing|Graphs empty] [since {date}|]
? [Measurements|History] [gone|not updating]
- [The readings|The measurements|The values] of [my|our] {product} [don't sync|are not updating|stopped] [since {date}|].
- [The graph|The statistics page|The history] [is empty|shows zeros|ends on {date}], [although the device works|but the {product} is online].
- [The app and the website show different values|Phone and tablet show different data] for the {product}.
+ [Sync|Synchronisation] ends with {code}.
> Our data service lagged behind on {date}; the values have been filled in from the device's memory since.
= outage, pressing, Incident
? [Service down|Outage|Cloud unreachable]?
? [Nothing loads|503|Everything offline] [since {time}|]
- [Is your server down|Do you have an outage|Is the cloud offline]? [None of our devices react|All {quantity} devices are offline|The app only shows {code}] since {time}.
- [Your service|The dashboard|The interface] [returns 503|times out|is not reachable] [since this morning|since {time}|for an hour now].
- [All tills|Every Kassette 3|The whole till system] [stopped|froze|went down] at {time}, [we can't take payments|there's a queue to the door].
+ [Your status page says everything is green|Nothing on your status page].
> There was an outage of our device service from {time} on; all systems run normally again. Please restart devices that are still offline.
= till-hardware, pressing, Problem
? [Till|Kassette 3|Receipt printer] [doesn't print|jammed|frozen]
? [Card reader|Scanner] not recognised
- [The receipt printer|The printer of our till|The Kassette Go] [prints nothing|prints blank paper|cuts every receipt in half] [since {weekday}|].
- [The card reader|The scanner|The cash drawer] [isn't recognised|doesn't respond|disconnects] [since the last update|with {code}].
- [The touch screen of the Kassette 3|The till screen] [reacts only sometimes|is frozen|stays black].
+ We [changed the paper roll|swapped the cable|tried another socket].
> Please open "Till › Devices", remove the device and add it again by cable; then print a test receipt.
= schedule-automation, usual, Problem
? [Schedule|Automation|Timer] [ignored|wrong|doesn't run]
? {product} [waters|heats|switches] at the wrong time
- [The schedule|The timer|My automation] for the {product} [doesn't run|is ignored|starts an hour late] [since the clock change|since {date}|].
- [The {product}|It] [switches on in the middle of the night|waters although it rains|heats although the window is open], [the rule says otherwise|that's not what I set].
- [Sunrise rules|Automations with two devices|Rules with the {part}] [don't trigger|fire twice] [in version {version}|].
+ [The time zone is set correctly|I deleted and recreated the rule].
> Please save the schedule once more in version {version}; rules made before the clock change kept the old offset.
= notifications, calm, Question
? [No|Too many] [push notifications|alerts|alarms]
? [Alert|Alarm] settings
- [I get no|I'm not receiving any|There are no] [push notifications|alerts|alarms] [from the {product}|when the {part} fails|on {device}].
- [The app sends|I get] the same [alert|notification] [twenty times|every minute] [since {date}|], [how do I stop that|can I mute it]?
- [Which setting turns off|Where do I mute] the [beep|low battery alarm|night alarm] of the {product}?
+ [Permissions are on|Battery saving is off] [on the phone|].
> Please allow "time-sensitive messages" for the app in the system settings and switch alarms off and on again under "Device › Alerts".
`);
