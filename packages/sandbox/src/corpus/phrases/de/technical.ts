import { parseIntents } from "../../parse-phrases.ts";

export const technical = parseIntents(`
= wifi-pairing, usual, Problem
? {product} [verbindet sich nicht|verliert WLAN|offline|lässt sich nicht koppeln]
? [WLAN|Kopplung|Bluetooth] [Problem|klappt nicht] [{product}|]
- [Mein|Unser] {product} [verbindet sich nicht mehr|lässt sich nicht verbinden] mit [dem WLAN|dem Netz|dem Router] [seit {weekday}|seit wir einen neuen Router haben|].
- [Die Kopplung|Die Einrichtung] von {product} [bricht bei 80 Prozent ab|endet mit {code}|findet kein Gerät], die Lampe blinkt [weiter|nur rot].
- {product} [fliegt ständig aus dem Netz|ist jede Nacht um {time} offline|verliert alle paar Stunden die Verbindung].
+ [Router steht daneben|2,4 GHz ist an|Andere Geräte laufen einwandfrei].
+ [Neustart|Stecker ziehen|Zurücksetzen] [hat nichts gebracht|habe ich mehrfach probiert].
> Bitte halten Sie die Taste am {product} zehn Sekunden, bis sie blau blinkt, und koppeln Sie neu im 2,4-GHz-Netz.
= app-crash, usual, Incident
? App [stürzt ab|hängt|friert ein] [seit {version}|auf {device}|]
? [Absturz|Abstürze] nach Update
- [Die Brambel-App|Die App|Eure App] [stürzt ab|schließt sich|friert ein], [sobald ich {product} öffne|direkt nach dem Start|beim Zeitplan] [seit Version {version}|].
- Seit dem Update auf {version} [zeigt die App nur einen weißen Bildschirm|ist die App quälend langsam|startet die App nicht mehr].
- Die App [beendet sich|stürzt ab] mit {code}, [immer wenn ich die Grafik antippe|wenn ich einen Raum anlege].
+ [Neuinstallation|Zwischenspeicher leeren] [half nicht|ohne Erfolg].
> Der Absturz ist in Version {version} behoben, sie ist seit gestern im Store.
= error-code, usual, Problem
? [Fehler|Störung|Fehlercode] {code} [am {product}|]
? {product} zeigt {code}
- [Mein|Das] {product} zeigt [den Fehler|die Störung|ständig] {code} [und piept|und schaltet ab|im Display].
- [Was bedeutet|Wofür steht] der Fehlercode {code} [am {product}|], [in der Anleitung steht nichts|im Handbuch fehlt er]?
- [Nach zehn Minuten|Jeden Morgen|Unter Volllast] geht {product} mit {code} aus.
+ [Das {part} habe ich gereinigt|Firmware ist {version}], [keine Änderung|Fehler kommt wieder].
> {code} heißt, dass vom {part} kein Wert kommt. Bitte fünf Minuten stromlos machen und die Kontakte reinigen.
= firmware-update, usual, Problem
? [Firmware|Update] [hängt|schlägt fehl|Schleife] [{product}|{version}]
? {product} nach Update tot
- Das Firmware-Update [auf {version}|] [bleibt bei {quantity} Prozent hängen|schlägt mit {code} fehl|bricht ab].
- Seit [dem Update|der Firmware] {version} [startet {product} ständig neu|reagiert {product} nicht mehr|wird der Zeitplan ignoriert].
- Wie komme ich [zurück auf|wieder auf] die Firmware {version}, die neue [läuft nicht|macht nur Ärger]?
> Starten Sie bitte die Wiederherstellung: beide Tasten beim Einstecken halten, dann {version} in der App laden.
= sync-data, usual, Incident
? [Keine Synchronisierung|Messwerte fehlen|Daten fehlen] [seit {date}|]
? [Verlauf|Statistik] [leer|falsch]
- Die [Messwerte|Daten|Werte] von {product} [werden nicht synchronisiert|kommen nicht an|stehen still] seit {date}.
- [Die Grafik|Die Statistik|Der Verlauf] [ist leer|zeigt nur Nullen|endet am {date}], [obwohl das Gerät läuft|das Gerät ist aber online].
- [App und Webseite|Handy und Tablet] zeigen unterschiedliche Werte für {product}.
> Unser Datendienst hing am {date}; die Werte sind inzwischen nachgetragen.
= outage, pressing, Incident
? [Ausfall|Server down|Cloud nicht erreichbar] [?|seit {time}]
? [Störung|Alles offline]
- [Ist Ihr Server ausgefallen|Haben Sie eine Störung|Ist die Cloud weg]? [Alle {quantity} Geräte sind offline|Kein Gerät reagiert|Es kommt nur {code}] seit {time} Uhr.
- [Ihr Dienst|Das Dashboard|Die Schnittstelle] [liefert Fehler 503|ist nicht erreichbar|läuft in Zeitüberschreitungen] seit [heute früh|{time} Uhr].
- [Alle Kassen|Das ganze Kassensystem] [stehen|hängt|ausgefallen] seit {time}, [wir können nicht kassieren|die Schlange geht bis auf die Straße].
> Von {time} Uhr an gab es eine Störung des Gerätedienstes; alles läuft wieder. Geräte, die noch offline sind, bitte neu starten.
= till-hardware, pressing, Problem
? [Kasse|Kassette 3|Bondrucker] [druckt nicht|eingefroren|Störung]
? [Kartenleser|Scanner] wird nicht erkannt
- [Der Bondrucker|Der Drucker der Kasse|Die Kassette Go] [druckt nichts|druckt leeres Papier|schneidet falsch] [seit {weekday}|].
- [Der Kartenleser|Der Scanner|Die Kassenlade] [wird nicht erkannt|reagiert nicht] [seit dem Update|, Meldung {code}|].
- Der Bildschirm der Kassette 3 [bleibt schwarz|ist eingefroren|reagiert nur manchmal].
+ [Kabel getauscht|Papierrolle gewechselt], [brachte nichts|keine Besserung].
> Bitte unter "Kasse › Geräte" das Gerät entfernen, per Kabel neu anlegen und einen Testbon drucken.
= schedule-automation, usual, Problem
? [Zeitplan|Automatik|Timer] [läuft nicht|wird ignoriert]
? {product} schaltet zur falschen Zeit
- Der Zeitplan für {product} [wird ignoriert|startet eine Stunde zu spät|läuft nicht] [seit der Zeitumstellung|].
- {product} [springt mitten in der Nacht an|gießt, obwohl es regnet|heizt bei offenem Fenster], [eingestellt ist etwas anderes|die Regel sagt anderes].
- [Regeln mit Sonnenaufgang|Automationen mit zwei Geräten] [lösen nicht aus|lösen doppelt aus].
> Bitte den Zeitplan in Version {version} neu speichern; alte Regeln hatten noch die frühere Zeitverschiebung.
= notifications, calm, Question
? [Keine|Zu viele] [Benachrichtigungen|Meldungen|Alarme]
- Ich bekomme [keine|überhaupt keine] [Push-Nachrichten|Alarme|Meldungen] [von {product}|wenn {part} ausfällt|auf {device}].
- Die App schickt [zwanzigmal|jede Minute] denselben Alarm, [wie stelle ich das ab|kann man das stumm schalten]?
- Wie stelle ich den Piepton von {product} [aus|leiser|nachts ab]?
> Bitte erlauben Sie in den Systemeinstellungen "zeitkritische Mitteilungen" und schalten Sie die Alarme neu ein.
`);
