import { findInjection } from "../injection.ts";
import { findSensitiveTopic } from "../sensitive-topics.ts";
import { findPromises } from "../promises.ts";
import { findLinks } from "../screen-sentence.ts";
import { findQuantities } from "../quantities.ts";
import { splitSentences } from "../sentences.ts";
import { readThread } from "../read-thread.ts";
for (const part of ["\n","a ","ignore the ","we have just ","wurde a ","1,","1.1.","a.","((( ","system: ","your a b ","my data ","http://a.","you are ", "Wir haben a ","someone a "]) {
  const t = part.repeat(200_000/part.length|0); const out: string[]=[];
  for (const [n,f] of Object.entries({findInjection,findSensitiveTopic,findPromises,findLinks,findQuantities,splitSentences, thread:(x:string)=>readThread([{role:"customer",content:"x "+x}])}) as [string,(t:string)=>unknown][]) { const s=performance.now(); f(t); const ms=performance.now()-s; if (ms>60) out.push(n+":"+ms.toFixed(0)); }
  console.log(JSON.stringify(part), out.join(" "));
}
