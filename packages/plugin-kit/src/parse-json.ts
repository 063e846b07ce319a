/** What the text means as JSON; `undefined`, which JSON cannot say, where it means nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
