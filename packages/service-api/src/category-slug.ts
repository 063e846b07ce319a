/** `Returns & Refunds` → `returns_refunds`: a category is written in at most 20 characters, so that `ai-category:` plus it stays within 32. */
export function categorySlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 20)
    .replace(/_+$/, "");
}
