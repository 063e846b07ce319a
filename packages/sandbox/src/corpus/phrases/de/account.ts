import { parseIntents } from "../../parse-phrases.ts";

export const account = parseIntents(`
= password-reset, usual, Question
? [Passwort vergessen|Passwort zurücksetzen|Neues Kennwort] [geht nicht|]
? [Link|Mail] zum Zurücksetzen [abgelaufen|kommt nicht]
- [Ich habe mein Passwort vergessen|Mein Kennwort stimmt nicht mehr] und [die Mail zum Zurücksetzen kommt nicht an|der Link ist abgelaufen].
- [Beim Zurücksetzen des Passworts|Der Link zum Zurücksetzen] [erscheint|zeigt] ["Token ungültig"|eine leere Seite|{code}].
- Ich habe [am {date}|dreimal] ein neues Passwort [gesetzt|vergeben], [es wird nicht angenommen|anmelden geht trotzdem nicht].
+ [Im Spam ist auch nichts|Spamordner habe ich geprüft|Benutzername müsste {email} sein].
> Ich habe einen neuen Link an {email} geschickt, er gilt zwei Stunden. Bitte in einem privaten Fenster öffnen.
= locked-out, pressing, Incident
? [Konto gesperrt|Zugang gesperrt|Ausgesperrt] [{customer}|]
? [Login|Anmeldung] [gesperrt|nicht möglich]
- Mein [Konto|Zugang|Benutzerkonto] [ist gesperrt|wurde gesperrt] [nach zu vielen Versuchen|ohne Grund|seit {date}], [bitte entsperren|was muss ich tun]?
- Beim Anmelden steht "Konto deaktiviert" [mit {code}|], [ich habe nichts gemacht|warum].
- [Wir kommen alle nicht mehr rein|Niemand im Team kann sich anmelden], der Admin-Zugang {email} ist [gesperrt|deaktiviert].
> Nach zehn falschen Passwörtern wurde der Zugang gesperrt. Er ist wieder frei; bitte vergeben Sie ein neues Passwort.
= two-factor, usual, Question
? [Zwei-Faktor|2FA|Authenticator] [neues Handy|Code falsch|zurücksetzen]
? [Bestätigungscode|SMS-Code] kommt nicht
- [Ich habe ein neues Handy|Mein Handy ist kaputt] und [komme nicht an die Zwei-Faktor-Codes|der Authenticator ist weg].
- Der [SMS-Code|Anmeldecode|Bestätigungscode] [kommt nicht an|kommt zu spät|wird nicht akzeptiert].
- [Bitte|Könnten Sie] [den zweiten Faktor|die 2FA|die Zwei-Faktor-Anmeldung] für {email} [zurücksetzen|abschalten].
+ [Notfallcodes habe ich keine|Die Ersatzcodes finde ich nicht].
> Nach der Prüfung Ihrer Angaben ist der zweite Faktor von {email} zurückgesetzt.
= change-email, calm, Question
? [E-Mail-Adresse|Anmeldeadresse] ändern
? [Neue Adresse|Tippfehler] im Benutzerkonto
- [Ich möchte|Wie kann ich|Bitte] die [E-Mail-Adresse|Anmeldeadresse] [meines Kontos|von {customer}] auf {email} ändern.
- [Ich habe keinen Zugriff mehr auf|Es gibt nicht mehr] das Postfach, [mit dem ich registriert bin|das hinterlegt ist], [wie melde ich mich an|bitte auf {email} umstellen].
- Bei der Registrierung habe ich [mich in der Mailadresse vertippt|eine falsche Mailadresse angegeben], die Bestätigung kommt [nie an|woanders an].
> Die Anmeldeadresse ist jetzt {email}; bitte bestätigen Sie den Link, den wir dorthin geschickt haben.
= hacked, pressing, Incident
? [Konto gehackt|Verdächtige Anmeldung|Fremder Zugriff]
? [Sicherheitswarnung|Unbekanntes Gerät] [im Konto|]
- [Ich bekam eine Warnung über|Es gab] eine Anmeldung [von einem fremden Gerät|aus dem Ausland|aus {city}], [das war ich nicht|da habe ich geschlafen].
- Jemand hat [mein Passwort|meine Mailadresse|die Daten im Profil] geändert, [ich glaube, ich wurde gehackt|bitte sofort sperren].
- In meinem [Konto|Profil] sind [fremde Geräte angemeldet|Sitzungen, die ich nicht kenne].
> Alle Sitzungen sind beendet und das fremde Gerät ist gesperrt; Zahlungsdaten waren nicht sichtbar.
= delete-account, calm, Question
? [Konto löschen|Profil löschen|Datenlöschung] [DSGVO|]
? Auskunft nach DSGVO
- [Bitte löschen Sie|Löschen Sie bitte] mein [Benutzerkonto|Profil|Konto] [und alle Daten|gemäß DSGVO|endgültig].
- [Wo kann ich|Wie kann ich] mein [Profil|Benutzerkonto] löschen, [ich finde den Knopf nicht|die Seite zeigt {code}]?
- [Welche Daten haben Sie über mich gespeichert|Ich bitte um Auskunft über meine Daten], Benutzer {email}.
> Konto und Profil werden am {soon} gelöscht; Rechnungen bleiben für die gesetzliche Frist.
= team-access, usual, Question
? [Benutzer|Kollegin|Admin] [hinzufügen|entfernen]
? [Rechte|Berechtigung|Rolle] [für {company}|fehlt]
- [Wie kann ich|Bitte] [eine Kollegin|{quantity} Benutzer|einen weiteren Admin] [in unserem Firmenkonto anlegen|einladen], die Einladung [schlägt fehl|kommt nicht an].
- [Ein Mitarbeiter|{first}] hat uns verlassen, bitte [den Zugang entziehen|den Benutzer entfernen] [und mir Adminrechte geben|].
- [Ich sehe|Meine Kollegin sieht] [das Adminmenü|unsere Geräte|die Räume] nicht, die Berechtigung [fehlt wohl|ist falsch].
> Sie haben jetzt die Rolle Admin; Einladen und Entfernen geht unter "Team › Mitglieder".
= registration, usual, Problem
? [Registrierung|Aktivierung|Anmeldung neu] [klappt nicht|Mail fehlt]
- [Ich kann mich nicht registrieren|Die Registrierung klappt nicht], [angeblich ist die Adresse schon vergeben|das Captcha hört nie auf|es kommt {code}].
- Die [Aktivierungsmail|Bestätigungsmail] [kam nie an|enthält einen abgelaufenen Link].
- Ich habe zwei [Benutzerkonten|Profile], bitte [legen Sie sie zusammen|zusammenführen], eins läuft auf {email}.
> Ihre Adresse war als Gast gespeichert; daraus ist jetzt ein volles Konto geworden.
= session, calm, Problem
? [Ständig abgemeldet|Immer wieder ausgeloggt|Angemeldet bleiben]
- [Ich werde|Auf der Webseite werde ich] [alle paar Minuten|nach jedem Klick|täglich] [abgemeldet|ausgeloggt], "angemeldet bleiben" [nützt nichts|wirkt nicht].
- [Die Anmeldung über das Firmenkonto|Single Sign-on] [endet in einer Schleife|geht nicht mehr|meldet {code}].
> Bitte löschen Sie einmal die Cookies von brambelwerk.example und melden Sie sich neu an.
`);
