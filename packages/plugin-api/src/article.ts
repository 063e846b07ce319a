import type { Instant } from "./ticket.ts";

/** An article of the ticket system's knowledge base, published ones only. */
export interface Article {
  readonly externalId: string;
  readonly title: string;
  readonly html: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly url: string | null;
  readonly language: string | null;
  /** `public` may be quoted to customers; everything else may not. */
  readonly visibility: "public" | "authenticated" | "restricted" | "internal";
  readonly updatedAt: Instant;
  readonly categoryPath: readonly string[];
}
