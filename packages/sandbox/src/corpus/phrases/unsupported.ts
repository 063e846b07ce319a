import { parseAllLists } from "../parse-phrases.ts";
import type { QueueKey } from "../queues.ts";

/** A letter in a language that nobody at the desk reads. */
export interface ForeignLetter {
  language: "fi" | "tr" | "pl";
  queue: QueueKey;
  /** Phrases. */
  subject: string;
  text: string;
}

/** The head names language and queue, a line is `subject :: text`. */
const LETTERS = parseAllLists(`
= fi billing
- Lasku {invoice} :: Hei,\\n[lasku {invoice} on veloitettu kahdesti|sain muistutuksen laskusta, jonka maksoin {date}]. [Voitteko palauttaa summan {amount}?|Tarkistattehan asian.]\\nTerveisin,\\n{name}
= fi technical
- {product} ei toimi :: Hei,\\n{product} [ei yhdistä verkkoon|näyttää virhettä {code}] [päivityksen jälkeen|eilisestä lähtien]. Miten [laite korjataan|pitäisi toimia]?\\nYstävällisin terveisin\\n{name}
= fi orders
- Tilaus {order} :: Moi, [missä tilaukseni {order} on|milloin paketti {tracking} saapuu]? [Tilasin sen jo {days} päivää sitten.|Seuranta ei näytä mitään.]\\n{name}, {city}
= tr account
- Giriş yapamıyorum :: Merhaba,\\n[şifremi unuttum ve sıfırlama e-postası gelmiyor|hesabım kilitlendi]. [Lütfen yardımcı olun.|Kullanıcı adım {email}.]\\nSaygılarımla\\n{name}
= tr orders
- {order} numaralı sipariş :: Merhaba, {order} numaralı siparişim [hâlâ gelmedi|{days} gündür kargoda]. [Ne zaman teslim edilecek?|Kargo şirketi bilgi vermiyor.]\\nTeşekkürler, {name}
= tr returns
- İade :: İyi günler, {product} [bozuk çıktı|kırık geldi], [iade etmek istiyorum|değiştirmenizi rica ederim]. Sipariş {order}.\\n{name}
= pl technical
- {product} nie działa :: Dzień dobry,\\n{product} [nie łączy się z siecią|wyświetla błąd {code}] [od wczoraj|po aktualizacji]. [Co mogę zrobić?|Proszę o pomoc.]\\nPozdrawiam\\n{name}
= pl returns
- Zwrot {order} :: Witam, [chcę zwrócić {product}|kiedy dostanę zwrot {amount}]? [Paczkę wysłałem {date}.|Proszę o etykietę.]\\nZ poważaniem,\\n{name}
= pl billing
- Faktura {invoice} :: Dzień dobry, proszę o [kopię faktury {invoice}|poprawienie faktury {invoice}]. [Firma przeprowadziła się do {city}.|Księgowość czeka.]\\n{name}
= pl account
- Logowanie :: Dzień dobry, nie mogę się zalogować [od {date}|na konto {email}]. [Link do resetu hasła nie przychodzi.|Konto jest zablokowane.]\\nPozdrawiam, {name}
= fi returns
- Palautus {order} :: Hei, haluan palauttaa tuotteen {product}, [se on rikki|väri on väärä]. [Lähettäisittekö palautuslapun?|Tilaus oli {order}.]\\nT. {name}
= tr technical
- {product} çalışmıyor :: Merhaba, {product} [internete bağlanmıyor|{code} hatası veriyor]. [Yeniden başlattım, olmadı.|Güncellemeden sonra başladı.]\\n{name}
`);

export const FOREIGN_LETTERS: readonly ForeignLetter[] = [...LETTERS].flatMap(([head, lines]) => {
  const [language, queue] = head.split(" ") as [ForeignLetter["language"], QueueKey];
  return lines.map((line) => {
    const [subject = "", text = ""] = line.split(" :: ");
    return { language, queue, subject, text };
  });
});
