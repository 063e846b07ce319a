/** `otai-freshdesk` → `freshdesk`: the platform that a plugin speaks for, as paths, routing and customer ids name it. */
export function platformOf(packageName: string): string {
  return packageName.replace(/^@[^/]+\//, "").replace(/^otai-/, "");
}
