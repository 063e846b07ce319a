import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutDesk } from "../../desk/desk-layout.ts";
import { FieldTags, normaliseTags, optionTag } from "./field-tags.ts";

const fields = new FieldTags(layOutDesk(["Billing", "Support"], 0).ticketFields);
const dropdowns = fields.fields.filter((field) => field.kind === "dropdown");
const choices = fc.record(
  Object.fromEntries(dropdowns.map((field) => [field.key, fc.option(fc.constantFrom(...field.choices))])),
);
const plainTag = fc.stringMatching(/^[a-z][a-z0-9:-]{0,12}$/);

describe("drop-downs and tags", () => {
  it("ZD-11: splitting the tags of any ticket gives back its tags and its drop-downs", () => {
    fc.assert(
      fc.property(fc.uniqueArray(plainTag), choices, (tags, customFields) => {
        const split = fields.split(fields.tagsOf({ tags, customFields }));
        expect(split.tags).toEqual(tags);
        expect(split.customFields).toEqual(customFields);
      }),
    );
  });

  it("option tags are unique over all fields", () => {
    const all = dropdowns.flatMap((field) => field.choices.map((choice) => optionTag(field, choice)));
    expect(new Set(all).size).toBe(all.length);
  });

  it("takes an option only for its own field", () => {
    const [category, urgency] = dropdowns;
    expect(fields.stored(category!, "ai_category_billing")).toBe("billing");
    expect(fields.stored(urgency!, "ai_category_billing")).toBeUndefined();
    expect(fields.stored(category!, null)).toBeNull();
  });

  it("a blank or comma ends a tag, capitals are lost", () => {
    expect(normaliseTags("VIP customer,Big")).toEqual(["vip", "customer", "big"]);
  });
});
