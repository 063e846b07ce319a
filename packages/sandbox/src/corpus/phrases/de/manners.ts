import { parseLists } from "../../parse-phrases.ts";
import { MANNER_LISTS } from "../manner-lists.ts";

export const manners = parseLists(
  MANNER_LISTS,
  `
= greeting
- [Hallo|Hallo zusammen|Guten Tag|Moin|Servus|Grüß Gott|Guten Morgen],
- Sehr geehrte Damen und Herren,
- Liebes [Brambelwerk-Team|Team|Service-Team],
- Hallo liebe Brambelwerker,
= opening
- [Ich hoffe, ich bin hier richtig|Ich weiß nicht, wer dafür zuständig ist|Falls ich hier falsch bin, leiten Sie es bitte weiter].
- [Ich wende mich heute an Sie, weil ich nicht weiterkomme|Ich habe da mal eine Frage|Es geht um Folgendes|Kurze Rückfrage von mir].
- Meine Kundennummer lautet {customer}.
- [Wir sind|Ich bin] [seit Jahren|seit {month}|schon ewig] [treue Kunden|Kunde] bei Ihnen.
- [Telefonisch war niemand zu erreichen|Im Chat konnte man mir nicht helfen|In den FAQ steht dazu nichts], [deshalb auf diesem Weg|darum diese Mail].
- [Erst mal ein Lob für Ihre Produkte|Eigentlich bin ich sehr zufrieden mit Ihnen|Ihre Sachen gefallen uns wirklich gut].
= background
- [Wir haben|Ich habe] [den|das Gerät] {product} [im {month}|letztes Jahr|als Geschenk|für unser Büro in {city}|für meine Mutter] [gekauft|bestellt].
- Das Gerät [steht|hängt] [im Gewächshaus|in der Küche|im Flur|im Wintergarten|in unserer Ferienwohnung in {city}].
- Ich wohne in {city}, [falls das wichtig ist|falls Sie das wissen müssen].
- [Mein Mann|Meine Frau|Mein Nachbar|Meine Kollegin|Unsere Tochter] [hat das gleiche Modell|sagt dasselbe|hat es zuerst bemerkt].
- [App-Version ist {version}|Ich benutze die App {version} auf einem Tablet|Es läuft die Version {version}].
- Wir betreiben [ein kleines Café|eine Pension|zwei Läden|eine Gärtnerei|eine Tischlerei] in {city} und nutzen [die Kassette 3|den Tarif {plan}|drei {product}] täglich.
- [Die Bestellnummer ist|Zur Bestellung:|Bestellnummer] {order}.
- [Foto im Anhang|Screenshot anbei|Bilder kann ich gern nachreichen|Siehe angehängtes Bild].
- [Ich bin technisch leider unbegabt|Ich bin schon 78 und nicht mehr so fit am Rechner|Ich schreibe für meinen Vater].
- [Wir sind gerade umgezogen|Wir renovieren im Moment|Bei dem Wetter war viel los], [deshalb fällt es mir erst jetzt auf|darum melde ich mich erst heute].
- [Ansonsten|Im Übrigen] sind wir mit [dem Gerät|{product}|der App] [sehr zufrieden|rundum glücklich].
- Ich habe den Tarif {plan} [seit {month}|, Kundennummer {customer}].
- Ihr Kollege [war beim letzten Mal sehr nett|hatte mir im {month} schon einmal geholfen|wollte mich eigentlich zurückrufen].
= joiner
- [Und noch etwas|Außerdem|Übrigens|Noch eine Frage|Wo ich gerade schreibe|Zweitens|Ach ja]:
- [PS|Nebenbei|Eine andere Sache]:
- [Vielleicht hängt es zusammen|Ob das damit zu tun hat, weiß ich nicht]:
= closing
- [Vielen Dank|Danke|Besten Dank|Danke schon mal] [im Voraus|für Ihre Mühe|für die Hilfe|].
- [Bitte geben Sie mir Bescheid|Bitte melden Sie sich|Sagen Sie mir bitte], [wie es weitergeht|was ich tun soll|ob Sie noch etwas brauchen].
- [Ich freue mich auf|Ich bitte um|Ich warte auf] [Ihre Antwort|eine kurze Rückmeldung|Nachricht].
- [Sie erreichen mich|Rückruf gern] unter {phone} [vormittags|ab {time} Uhr|jederzeit].
- [Bitte nur per Mail antworten|Ab {soon} bin ich verreist|Eine kurze Antwort genügt mir].
= signoff
- [Mit freundlichen Grüßen|Freundliche Grüße|Viele Grüße|Beste Grüße|Schöne Grüße aus {city}]
- [MfG|LG|VG|Gruß|Lieben Gruß|Hochachtungsvoll]
= vague_subject
- [Problem|Frage|Hilfe|Anfrage|Hallo|Wichtig|Dringend|Info|Bitte um Hilfe|Anliegen|Kontaktformular]
- [Frage|Problem|Rückfrage|Anliegen] [zu|wegen|betr.] [{product}|{order}|meiner Bestellung|meinem Konto|Kunde {customer}]
- [Geht nicht|Was nun?|Bitte um Rückruf|Immer noch nichts|Erneute Anfrage|Ihre Nachricht|kein Betreff|Nachfrage]
- [{product}|{order}|{customer}|{name}, {city}]
- [Vorgang {ticket}|Brambelwerk|Anfrage von {company}|Meine Mail von {weekday}]
= low
- [Es eilt nicht|Das hat Zeit|Keine Eile|Nicht dringend|Bei Gelegenheit].
- [Interessiert mich nur so|Ist nur eine Kleinigkeit|Reine Neugier|Nur eine Schönheitsfrage].
- [Nächste Woche reicht völlig|Ich bin ohnehin bis {soon} im Urlaub].
= high
- [Wir brauchen das bis {soon}|Ich benötige eine Antwort bis {weekday}|Das muss vor dem {soon} geklärt sein].
- [Bitte kümmern Sie sich zeitnah darum|Bitte bevorzugt bearbeiten|Die Sache ist uns wichtig|Bitte möglichst bald].
- [Uns entstehen dadurch Kosten|Mehrere Kollegen sind betroffen|Unsere Gäste fragen schon|Ich warte seit {days} Tagen].
- [Das ist meine zweite Anfrage|Ich habe bereits zweimal geschrieben|Erinnerung!|Bisher hat niemand reagiert].
= urgent
- [DRINGEND|Notfall|Sofort bitte|Höchste Priorität]: [wir können nicht arbeiten|alles steht still|uns geht Umsatz verloren|heute läuft die Frist ab].
- [Der ganze Betrieb steht|Bei {quantity} Leuten geht nichts mehr|Ohne das können wir morgen nicht öffnen].
- [Wir brauchen heute noch eine Lösung|Rufen Sie sofort an, {phone}|Jede Minute zählt].
- [Unser Anwalt setzt Ihnen eine Frist bis {soon}|Heute Abend kommen 150 Gäste|Bei uns läuft gerade Wasser in den Keller].
= angry
- [Das ist eine Frechheit|Unverschämtheit|Ich bin stinksauer|Mir reicht's|UNGLAUBLICH]!
- [Lesen Sie Ihre Mails überhaupt|Ist da jemand|Wofür bezahle ich eigentlich|Wollen Sie mich veräppeln]???
- [So einen miesen Service habe ich noch nie erlebt|Nie wieder Brambelwerk|Lauter Dilettanten|Ich fühle mich verschaukelt].
- [Das werde ich überall bewerten|Als Nächstes geht es zur Verbraucherzentrale|Einen Stern, mehr gibt es nicht].
- [Drei Mails und KEINE Antwort|Jedes Mal eine neue Ausrede|Zweimal aus der Leitung geflogen|Ihre Hotline ist ein Witz].
= resend
- [Das hatte ich gestern schon geschrieben|Ich schicke es noch einmal|Zweiter Versuch|Kam meine erste Mail nicht an?]
- [Nur zur Sicherheit nochmals|Erneut, weil keine Antwort kam|Das Formular zeigte einen Fehler, daher nochmal]:
= phone_note
- [Kunde|Anrufer|{name}] [rief um {time} an|am Telefon|meldet telefonisch]:
- Anruf von {name}, {phone}. Notiz:
= forward
- [Siehe unten|Zur Info, siehe unten|Wie besprochen der Verlauf].
= earlier
- [Vielen Dank für Ihre Nachricht|Danke für Ihre Anfrage]. [Ihr Anliegen {ticket} ist bei uns eingegangen|Wir antworten innerhalb von zwei Tagen].
- Könnten Sie uns bitte [ein Foto|Ihre Kundennummer|die Bestellnummer|einen Screenshot] [schicken|nennen]?
- [Ihre Bestellung {order} ist unterwegs|Ihr Paket wurde an {carrier} übergeben|Danke für Ihren Einkauf: {product}].
- [Wir haben das geprüft|Ich habe nachgesehen], [bei uns sieht alles richtig aus|und es an die Fachabteilung gegeben].
= quote_header
- Am {date} um {time} schrieb Brambelwerk Service <service@brambelwerk.example>:
- Am {weekday}, {date}, schrieb {name}:
- -----Ursprüngliche Nachricht-----\\nVon: service@brambelwerk.example\\nGesendet: {date} {time}
= device_line
- Von meinem [Handy|Tablet] gesendet
- Unterwegs getippt, Fehler bitte entschuldigen
= disclaimer
- Diese E-Mail kann vertrauliche Informationen enthalten. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte und informieren Sie den Absender.
- Bitte denken Sie an die Umwelt, bevor Sie diese Mail ausdrucken.
- {company}, Sitz {city}, HRB {ticket}, USt-IdNr. DE{customer}, Geschäftsführung: {name}
= thanks
- [Super, das war's|Danke, jetzt geht alles|Perfekt, vielen Dank|Klasse, so schnell]!
- [Passt so|In Ordnung|Alles klar, erledigt|Ist angekommen], [schönes Wochenende|Sie können das schließen|danke].
= agent_greeting
- [Guten Tag|Hallo] {first} {last}, [vielen Dank für Ihre Nachricht|danke für Ihre Geduld|danke, dass Sie sich melden].
= agent_question
- [Könnten Sie mir bitte|Würden Sie mir noch] [die Bestellnummer|ein Foto|die Seriennummer|einen Screenshot der Meldung|Ihre Anschrift] schicken?
= customer_answer
- [Klar|Gern|Hier bitte]: [{order}|Seriennummer {serial}|Kundennummer {customer}|Foto ist im Anhang|{street}, {city}].
= agent_closing
- [Melden Sie sich gern, wenn etwas offen bleibt.|Kann ich sonst noch etwas für Sie tun?|Wir helfen gern weiter.]
= agent_goodbye
- Sehr gern! Ich schließe den Vorgang; [antworten Sie einfach, falls es wieder auftritt|eine Antwort öffnet ihn wieder].
= note
- [Mit dem Lager geklärt|Bei {carrier} nachgefragt|Buchhaltung gefragt|Bekannter Fehler, siehe interne Seite].
- [Verschoben, war falsch einsortiert|Zurückgerufen, keiner da|Wartet auf zweite Ebene|Siehe auch Ticket vom {date}].
= away_subject
- [Automatische Antwort|Abwesenheitsnotiz|Abwesend]
= away
- [Vielen Dank für Ihre Nachricht|Danke für Ihre Mail]. Ich bin bis {soon} [nicht im Büro|im Urlaub|in Elternzeit|auf Dienstreise]. [Ihre Mail wird nicht weitergeleitet|In dringenden Fällen wählen Sie bitte {phone}|Meine Vertretung ist {name}].
= spam_subject
- [Mehr Besucher für Ihre Seite|Sofortkredit|Sie haben gewonnen|Kooperationsanfrage|Letzte Mahnung - Anhang öffnen|Adressen für {month}]
= spam
- [Ihre Webseite ist bei Suchmaschinen kaum zu finden|Wir haben Ihre Seite geprüft]. Für nur {amount} bringen wir Sie [auf Platz eins|nach ganz oben]. Antworten Sie mit "JA".
- Herzlichen Glückwunsch! Ihre Adresse wurde gezogen, {amount} warten. Senden Sie Ihre Kontodaten bis {soon} an gewinn@{ticket}-preis.example.
- Wir sind [Hersteller von Verpackungen|eine Druckerei|ein Umzugsunternehmen] aus {city} und bieten [beste Preise|{quantity} % Nachlass]. Bitte an den Einkauf weiterleiten.
- Ihr Postfach läuft ab. Bestätigen Sie Ihr Kennwort unter http://post-{ticket}.example binnen 24 Stunden.
- Kredit ohne Auskunft bis {amount}.000, Zinsen ab 0,9 %, Auszahlung in 24 Stunden. Abmelden: http://liste-{ticket}.example
`,
);
