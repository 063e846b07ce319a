const longest = 20;
const mark = 5;

/**
 * `Returns & Refunds` → `returns_refunds`: a category is written in at most 20 characters, so that `ai-category:` plus it stays within
 * 32. A name that has to be cut, or that has nothing to be spelled with, gets a mark of its own, so that no two become one.
 */
export function categorySlug(name: string): string {
  const whole = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  if (whole.length >= 2 && whole.length <= longest) return whole;
  const text = whole.length > longest ? whole : name.normalize("NFC").trim().toLowerCase();
  const start = whole.slice(0, longest - mark).replace(/_+$/, "") || "q";
  return `${start}_${markOf(text)}`;
}

/** Four letters and digits, always the same for a text (FNV-1a). */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0)
    .toString(36)
    .slice(-(mark - 1))
    .padStart(mark - 1, "0");
}
