import { type FastTextModel, getFastTextClass, getFastTextModule } from "fasttext.wasm.js";

export interface DetectedLanguage {
  /** ISO 639-1 where there is such a code (`en`, `de`), else the code of the language's Wikipedia; null without evidence. */
  readonly language: string | null;
  /** 0 … 1; 0 without evidence. */
  readonly confidence: number;
}

export interface LanguageDetector {
  detect(text: string): DetectedLanguage;
}

/** Fewer letters are no evidence: `pwd reset` would be Hungarian. */
const MIN_LETTERS = 20;
/** A character of these scripts says as much as several letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSITY = 4;
/** The first words tell as much as all of them, and the time taken grows with the text. */
const MAX_TEXT = 200;

const NONE: DetectedLanguage = Object.freeze({ language: null, confidence: 0 });

/** Loads fastText's language model (176 languages, part of the package `fasttext.wasm.js`, nothing is downloaded): about 20 MB, some 100 ms. */
export async function createLanguageDetector(): Promise<LanguageDetector> {
  const FastText = await getFastTextClass({ getFastTextModule });
  const model = await new FastText().loadModel(
    import.meta.resolve("fasttext.wasm.js/dist/models/language-identification/assets/lid.176.ftz"),
  );
  return { detect: (text) => detect(model, text) };
}

function detect(model: FastTextModel, text: string): DetectedLanguage {
  // Addresses and numbers are of no language. The model reads one line only.
  const words = text
    .slice(0, MAX_TEXT * 2)
    .toWellFormed()
    .replace(/\S*(?:@|:\/\/)\S*|[\p{N}\p{C}\s]+/gu, " ")
    .slice(0, MAX_TEXT);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const dense = words.match(DENSE)?.length ?? 0;
  if (letters + dense * (DENSITY - 1) < MIN_LETTERS) return NONE;
  const found = model.predict(words === words.toUpperCase() ? words.toLowerCase() : words, 1, 0) as Predictions;
  try {
    if (found.size() === 0) return NONE;
    const [confidence, label] = found.get(0);
    return { language: label.replace("__label__", ""), confidence: Math.min(1, confidence) };
  } finally {
    found.delete();
  }
}

/** A vector on the WebAssembly heap, which no garbage collector frees. */
interface Predictions {
  size(): number;
  get(index: number): readonly [probability: number, label: string];
  delete(): void;
}
