import { compilePhrases } from "./phrases.ts";

/**
 * What the embedded engine looks for, English first, German second. Both are looked for in every conversation, so that a mixed
 * one, or a language guessed wrongly, moves nothing. `wordKey` forgives the usual misspellings.
 */
export const apology = compilePhrases(
  "sorry|apologies|apologise|apologize|my apologies|pardon the inconvenience|regret the",
  "entschuldigung|entschuldigen|verzeihung|tut mir leid|tut uns leid|tut mir wirklich leid|tut mir sehr leid|bedauern|bedauere|bedaure",
);

export const acknowledgement = compilePhrases(
  "i understand|we understand|i see|i can see|i realise|i realize|that is frustrating|thats frustrating|must be frustrating|how frustrating|that is annoying|thats annoying|i know how|thanks for reporting|thank you for reporting|thank you for letting|thanks for letting|thank you for your patience|thanks for your patience|you are right|youre right|good question|i hear you",
  "ich verstehe|wir verstehen|verstehe ich|das ist ärgerlich|ist ärgerlich|ärgerlich ist|das ist natürlich|kann ich nachvollziehen|nachvollziehen|sie haben recht|du hast recht|danke für ihre meldung|danke für den hinweis|danke für ihre geduld|vielen dank für ihre meldung|vielen dank für den hinweis|vielen dank für ihre geduld|vielen dank für ihre nachricht|danke für deine nachricht|danke für ihre nachricht",
);

export const thanks = compilePhrases(
  "thank you|thanks|thank you very much|many thanks|appreciate",
  "danke|vielen dank|besten dank|herzlichen dank|dankeschön",
);

export const courtesy = compilePhrases(
  "please|happy to|glad to|gladly|of course|certainly|no problem|you are welcome|youre welcome|could you|would you",
  "bitte|gerne|gern|selbstverständlich|natürlich|könnten sie|würden sie|kein problem",
);

export const dismissal = compilePhrases(
  "not our problem|not my problem|not our fault|your own fault|calm down|stop complaining|as i already said|as i already told|as we already told|read the manual|obviously|cannot help you|cant help you|whatever",
  "nicht unser problem|nicht mein problem|nicht unsere schuld|selbst schuld|ihre eigene schuld|beruhigen sie sich|beruhige dich|wie ich bereits sagte|wie bereits gesagt|lesen sie die anleitung|lies die anleitung|können wir nichts machen|kann ich nichts machen|nicht zuständig",
);

export const trouble = compilePhrases(
  "fails|failed|failing|failure|error|errors|broken|broke|damaged|wrong|problem|problems|issue|issues|not working|does not work|doesnt work|do not work|dont work|didnt work|cannot|cant|unable|lost|missing|never arrived|disappointed|frustrated|frustrating|annoyed|angry|unacceptable|charged twice|double charged|complaint|complain|still waiting|too late|crash|crashes|crashed|stuck",
  "fehler|fehlermeldung|kaputt|defekt|beschädigt|falsch|problem|probleme|funktioniert nicht|geht nicht|klappt nicht|läuft nicht|nicht möglich|kann nicht|verloren|fehlt|nicht angekommen|nicht erhalten|enttäuscht|ärgerlich|verärgert|frech|unverschämt|doppelt abgebucht|doppelt berechnet|beschwerde|beschweren|warte immer noch|zu spät|abgestürzt|stürzt ab|hängt",
);

export const greeting = compilePhrases(
  "hi|hello|hey|dear|good morning|good afternoon|good evening|greetings",
  "hallo|guten tag|guten morgen|guten abend|liebe|lieber|sehr geehrte|sehr geehrter|moin|grüß gott|servus|grüezi",
);

/** Before the sign-off, which as part of the signature is not looked at. */
export const closing = compilePhrases(
  "let me know|let us know|feel free|do not hesitate|dont hesitate|anything else|happy to help|glad to help|here to help|have a nice|have a great|have a good|get in touch|contact us again|reach out|reply to this|further questions|any questions",
  "melden sie sich|melde dich|gerne melden|gern melden|zögern sie nicht|weitere fragen|noch fragen|rückfragen|sonst noch etwas|kann ich sonst|schönen tag|schönes wochenende|schönen abend|stehen wir ihnen|stehe ich ihnen|zur verfügung|jederzeit|freut uns|freut mich",
);

export const steps = compilePhrases(
  "please try|please click|please open|please go|please restart|please update|please install|please check|please use|please send|please enter|please select|please follow|try the|click|click on|go to|open the|select the|enter the|restart|reinstall|update the|download|install|log in|log out|sign in|follow these|following steps|step|steps|as follows|under settings|settings",
  "bitte versuchen|bitte klicken|bitte öffnen|bitte gehen|bitte starten|bitte prüfen|bitte senden|bitte geben|bitte wählen|bitte nutzen|bitte verwenden|versuchen sie|versuche|klicken sie|klicke|klicken|öffnen sie|öffne|gehen sie|wählen sie|geben sie|starten sie|laden sie|installieren sie|melden sie sich ab|folgende schritte|folgenden schritte|schritt|schritte|wie folgt|unter einstellungen|einstellungen",
);

export const done = compilePhrases(
  "i have refunded|we have refunded|has been refunded|have been refunded|refunded|i have fixed|we have fixed|has been fixed|we fixed|i fixed|i have reset|has been reset|i have sent|we have sent|has been sent|have been sent|i have changed|has been changed|i have updated|has been updated|i have cancelled|has been cancelled|has been replaced|replacement|i have extended|has been extended|i have added|i have enabled|has been enabled|has been activated|has been resolved|i have corrected|has been corrected|has been shipped|credited",
  "erstattet|habe ich behoben|wurde behoben|ist behoben|haben wir behoben|behoben|zurückgesetzt|habe ich geändert|wurde geändert|geändert|habe ich ihnen geschickt|verschickt|versendet|zugesandt|zugeschickt|storniert|ersetzt|ersatz|verlängert|hinzugefügt|freigeschaltet|aktiviert|korrigiert|gutgeschrieben|aktualisiert",
);

export const confirmation = compilePhrases(
  "works now|it works|that works|working now|works again|is working again|works perfectly|that worked|that did it|did the trick|it is fixed|its fixed|fixed now|solved|resolved|all good|problem is gone|no longer happens|received it|arrived today|that helped|that helps|very helpful|perfect|great|excellent|wonderful|awesome",
  "funktioniert jetzt|jetzt funktioniert|funktioniert wieder|es funktioniert|das funktioniert|geht jetzt|jetzt geht|geht wieder|klappt jetzt|jetzt klappt|hat geklappt|klappt|läuft wieder|läuft jetzt|gelöst|erledigt|alles gut|ist angekommen|habe ich erhalten|hat geholfen|sehr hilfreich|perfekt|super|prima|wunderbar|hervorragend|toll|spitze",
);

export const stillOpen = compilePhrases(
  "still|not working|does not work|doesnt work|did not work|didnt work|do not work|dont work|not solved|not resolved|not fixed|not helpful|did not help|didnt help|not help|same error|same problem|same issue|no answer|no response|nobody|not received|not arrived|unacceptable|useless|worse|wrong again|happens again|back again",
  "immer noch|noch immer|weiterhin|funktioniert nicht|geht nicht|klappt nicht|läuft nicht|funktioniert immer|nicht gelöst|nicht behoben|nicht erledigt|nicht geholfen|hilft nicht|gleiche fehler|gleicher fehler|derselbe fehler|gleiche problem|dasselbe problem|keine antwort|keine rückmeldung|niemand|nicht erhalten|nicht angekommen|leider nicht|inakzeptabel|unbrauchbar|schlimmer|schon wieder",
);

/** A customer who had to say it twice. */
export const repetition = compilePhrases(
  "as i already|as i wrote|as i said|as mentioned|like i said|i already told|i already wrote|i already sent|i have already|already explained|again and again|second time|third time",
  "wie bereits|wie schon|wie ich bereits|wie gesagt|wie erwähnt|habe ich bereits|habe ich schon|ich habe bereits|ich habe schon|bereits geschrieben|bereits erklärt|zum zweiten mal|zum dritten mal|noch einmal erklären",
);

/** An agent's check whether it is solved. */
export const solvedCheck = compilePhrases(
  "does it work|does that work|does this work|is it working|did that help|does that help|did this help|is it solved|is everything|let me know if|let us know if|let me know whether|could you confirm|can you confirm|please confirm",
  "funktioniert es|funktioniert das|klappt es|klappt das|hat das geholfen|hilft ihnen das|hilft das|ist das problem|melden sie sich wenn|geben sie bescheid|gib bescheid|sagen sie bescheid|können sie bestätigen|bitte bestätigen",
);

/** Too frequent to tell what a message is about. */
export const stopWords = compilePhrases(
  "about|after|again|also|always|been|before|being|both|could|does|doing|done|each|else|even|every|from|have|having|here|into|just|like|more|most|much|must|need|only|other|over|please|really|same|should|since|some|still|such|than|that|thats|their|them|then|there|these|they|thing|this|those|through|very|want|were|what|when|where|which|while|will|with|would|your|yours|hello|dear|thank|thanks|regards|because|anyone|someone|maybe|today|yesterday|help",
  "aber|alle|allem|allen|aller|alles|also|andere|auch|auf|beim|bereits|bitte|dann|dass|dein|deine|denn|dieser|diese|dieses|diesem|diesen|doch|dort|durch|eine|einem|einen|einer|eines|euch|eure|etwas|fürs|gern|gerne|habe|haben|hallo|hatte|hier|ihnen|ihre|ihren|ihrem|ihrer|immer|jetzt|kann|können|könnte|könnten|mehr|mein|meine|meinem|meinen|meiner|mich|muss|nach|nicht|noch|oder|ohne|schon|sehr|sein|seine|seit|sich|sind|sollte|über|unser|unsere|unter|viele|vielen|vom|wann|warum|weil|wenn|werde|werden|wieder|wird|wollte|würde|wurde|zwischen|guten|danke|grüße|heute|gestern|hilfe",
);
