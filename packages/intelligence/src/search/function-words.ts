import { stemOf, wordsOf } from "./words.ts";

/**
 * Words that hold sentences together in English, German, French and Spanish. A large collection shows by itself that they tell
 * nothing apart; in one of twenty articles "how" may be as rare as "invoice".
 */
const FUNCTION_WORDS = `
a about after all also am an and any are as at be because been but by can could did do does done for from get got had has have he
her here hi hello him his how i if in into is it its just like many me more much my no not now of off ok on one only or our out
over please she should so some still than thank thanks that the their them then there these they this those to too try trying up
us use want was we were what when where which while who why will with would you your
aber als am an auch auf aus bei bin bis bitte da danke dann das dass dem den der des die dies diese diesen dieser doch ein eine
einem einen einer eines er es etwas euch für habe haben hallo hat ich ihm ihn ihr ihre im in ist ja kann kein keine können man
mein meine meinem meinen meiner mich mir mit möchte muss nach nicht noch nur oder ohne schon sein sich sie sind so soll über um und
uns unser unter vom von vor war warum was wenn wer werden wie wieder will wir wird wo wurde zu zum zur
à au aux avec ce ces cette comment dans de des du elle en est et être eux faire il ils je la le les leur lui ma mais me mes mon ne
nos notre nous on ou où par pas pour pourquoi puis que quel quelle qui sa se ses son sur ta te tes tu un une vos votre vous y
al algo como cómo con cual cuando cuándo de del desde donde dónde el ella en era es esta está este esto hay hola la las lo los más me
mi mis muy no nos o para pero por porque puedo que qué quiero se ser si sin sobre su sus te tengo todo tu un una y ya yo
`;

/** Their stems, in the form in which an index keeps words. */
export function functionStems(): ReadonlySet<string> {
  return new Set(wordsOf(FUNCTION_WORDS).map(stemOf));
}
