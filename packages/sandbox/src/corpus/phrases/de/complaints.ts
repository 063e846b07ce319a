import { parseIntents } from "../../parse-phrases.ts";

export const complaints = parseIntents(`
= bad-service, pressing, Problem
? [Beschwerde|Beschwerde über Ihren Service|Schlechter Service]
? [Unfreundliche|Unverschämte] [Hotline|Mitarbeiterin]
- [Ich möchte mich beschweren|Hiermit beschwere ich mich] über [Ihre Hotline|die Behandlung am {date}|einen Mitarbeiter].
- [Ihr Mitarbeiter|Die Dame am Telefon|Der Herr im Chat] war [unverschämt|sehr unfreundlich|schnippisch] und hat [einfach aufgelegt|mich ausgelacht].
- Ich wurde viermal weiterverbunden und [am Ende half niemand|dann flog ich aus der Leitung].
+ Ich erwarte [eine Entschuldigung|eine Stellungnahme der Geschäftsleitung].
> Das tut mir leid. Ich habe mit dem Kollegen und seiner Leitung gesprochen; bitte nehmen Sie {amount} als Gutschein an.
= no-answer, pressing, Problem
? [Keine Antwort|Keine Reaktion] [seit {date}|auf Beschwerde]
? Seit {days} Tagen [keine Antwort|Funkstille]
- Seit {days} Tagen warte ich auf [eine Antwort|einen Rückruf|irgendeine Reaktion], [das ist inakzeptabel|so geht man nicht mit Kunden um].
- [Meine Mails werden ignoriert|Ich bekomme nur Textbausteine], ich [möchte Ihren Vorgesetzten sprechen|verlange einen Verantwortlichen].
> Entschuldigen Sie das lange Schweigen. Ich bin ab jetzt für Sie da und rufe heute unter {phone} an.
= quality, usual, Problem
? [Schlechte Qualität|Enttäuscht von] {product}
? [Zweiter|Dritter] {product} in einem Jahr
- Die [Qualität|Verarbeitung] [Ihrer Produkte|von {product}] [lässt stark nach|ist eine Zumutung|ist weit unter dem, was Sie versprechen], [ich bin sehr enttäuscht|das musste ich loswerden].
- Das ist schon der dritte {product} [in einem Jahr|], [wieder brach {part}|einfach schlechte Qualität], ich [beschwere mich förmlich|erwarte eine Stellungnahme].
> Wir nehmen die Beschwerde ernst, der Zulieferer wurde im {month} gewechselt. Dürfen wir Ihnen {amount} anbieten?
= misleading-ad, usual, Problem
? [Irreführende Werbung|Falsches Versprechen] [{product}|]
- [Ihre Werbung ist irreführend|Ihre Produktseite stimmt nicht]: {product} kann [nicht|nicht einmal die Hälfte von dem], was dort steht.
- Sie werben mit ["flüsterleise"|"Lieferung in 24 Stunden"|"lebenslang Updates"], [das ist schlicht gelogen|ich fühle mich getäuscht].
+ [Ich informiere die Verbraucherzentrale|Die Wettbewerbszentrale wird das interessieren].
> Sie haben recht, der Text war unklar. Wir haben die Seite berichtigt und bieten {amount} Ausgleich.
= carrier-complaint, usual, Problem
? [Beschwerde über|Nie wieder] {carrier}
? [Unmöglicher Fahrer|Zumutung Lieferdienst]
- Ich beschwere mich über [den Fahrer|{carrier}]: er hat [das Paket über den Zaun geworfen|mich beleidigt|unsere Einfahrt zugeparkt und herumgeschrien].
- [Ihr Lieferdienst|Wie Sie liefern, das] ist eine Zumutung, [jedes Mal dasselbe|schon zum dritten Mal], [wechseln Sie den Dienst|unternehmen Sie etwas].
> {carrier} hat mit dem Fahrer gesprochen; an Ihre Adresse liefert künftig ein anderer Dienst.
= promise-broken, pressing, Problem
? [Versprechen nicht gehalten|Beschwerde|Immer noch ungelöst] [{ticket}|]
- [Sie hatten|Ihr Kollege hatte] mir bis {date} [einen Rückruf|eine Lösung|eine Entschädigung] zugesagt, [nichts ist passiert|das war gelogen], ich [beschwere mich hiermit|habe genug].
- [Mein Fall|Der Vorgang {ticket}] [zieht sich seit {month}|ist seit Monaten offen], [das ist meine letzte freundliche Mail|ich verlange eine Lösung].
+ [Sonst gehe ich zum Anwalt|Andernfalls schreibe ich der Presse].
> Ich habe Ihren Fall {ticket} selbst übernommen; der offene Punkt wird heute erledigt.
= compensation, pressing, Problem
? [Schadenersatz|Entschädigung|Schaden] [durch {product}|]
- Ich [fordere|verlange] Schadenersatz von {amount}, [weil {product} unseren Boden ruiniert hat|für einen verlorenen Urlaubstag|da alle Pflanzen eingegangen sind].
- Wer [ersetzt mir den Schaden|kommt für den freien Tag auf]? [Das war Ihr Fehler|{product} ist schuld].
+ [Kostenvoranschlag|Fotos vom Schaden] anbei.
> Ihre Forderung liegt bei unserer Versicherung; Sie erhalten bis {soon} einen Ansprechpartner.
= data-privacy-ads, usual, Problem
? [Keine Werbung mehr|Schon wieder Newsletter]!
- Ich habe [dreimal|im {month}] abbestellt, trotzdem kommt [der Newsletter|Ihre Werbung], [das ist Belästigung|ich beschwere mich].
- [Ihre Umfragen|Ihre Anrufe|Die Bewertungsbitten] nerven, [hören Sie auf|streichen Sie mich von allen Listen].
> Ihre Adresse ist für jede Werbung gesperrt. Bitte entschuldigen Sie.
`);
