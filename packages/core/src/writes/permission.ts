import { OtaiError } from "@otai/plugin-api/errors";
import type { FieldPolicy, Policy } from "../policy/policy.ts";
import type { Effect, EffectIntent } from "../ports/journal.ts";

/** What of an effect that was planned earlier may still be written under the policy of now. */
export interface Permission {
  /** @throws OtaiError `paused`: nothing may be written now, and nothing is lost by waiting. */
  assertNotPaused(): void;
  /** @returns what is left; `null` when nothing is. */
  reduce(effect: Pick<Effect, "purpose" | "intent">): EffectIntent | null;
}

/** For an effect whose decision was made a moment ago. */
export const fullPermission: Permission = { assertNotPaused() {}, reduce: ({ intent }) => intent };

const lookAgainMs = 60_000;

/** Going back to shadow, or pausing, holds for writes that were planned before it too. */
export function permissionOf(policy: Policy): Permission {
  const modeOf = (matches: (field: FieldPolicy) => boolean) => policy.fields.filter(matches).map(({ mode }) => mode);
  const automates = (target: string) => modeOf(({ writeTo }) => writeTo === target).includes("automate");
  const speaks = modeOf(({ field }) => field === "category" || field === "urgency").some((mode) => mode !== "shadow");
  return {
    assertNotPaused() {
      if (!policy.paused) return;
      const kind = { scope: "connection", retry: "later", actor: "administrator" } as const;
      throw new OtaiError("paused", kind, "AI writes are paused", { retryAfterMs: lookAgainMs });
    },
    reduce({ purpose, intent }) {
      if (purpose !== "triage") return policy.lifecycle.modes[purpose] === "shadow" ? null : intent;
      const { queue, priority, type, status: _status, customFields, addTags, removeTags, note, answers } = intent;
      const fields = Object.entries(customFields ?? {}).filter(
        ([key]) => automates(`custom_fields.${key}`) || (speaks && !isTarget(policy, key)),
      );
      const left: EffectIntent = {
        ...(queue !== undefined && automates("queue") ? { queue } : {}),
        ...(priority !== undefined && automates("priority") ? { priority } : {}),
        ...(type !== undefined && automates("type") ? { type } : {}),
        ...(fields.length > 0 ? { customFields: Object.fromEntries(fields) } : {}),
        ...(addTags !== undefined && speaks ? { addTags } : {}),
        ...(removeTags !== undefined && speaks ? { removeTags } : {}),
        ...(note !== undefined && policy.triageNote && policy.fields.some(({ mode }) => mode !== "shadow")
          ? { note }
          : {}),
      };
      if (Object.keys(left).length === 0) return null;
      return answers === undefined ? left : { ...left, answers };
    },
  };
}

/** A configured label's own field, as opposed to the AI's fields. */
function isTarget(policy: Policy, key: string): boolean {
  return policy.fields.some(({ writeTo }) => writeTo === `custom_fields.${key}`);
}
