import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveField, slug } from "./resolve-field.ts";
import { type RawTicketField, rawTicketField } from "./schema.ts";
import { fixture } from "./testing/wire-account.ts";

const { ticket_fields } = fixture("ticket-fields").response.body as { ticket_fields: unknown[] };
const fields: RawTicketField[] = ticket_fields.map((field) => rawTicketField.parse(field));
const option = (name: string, value: string) => ({ name, value });
const products: RawTicketField = {
  id: "200",
  type: "multiselect",
  title: "Products",
  active: true,
  custom_field_options: [option("Hardware::Desk Lamp", "p_lamp"), option("Größe L", "p_l")],
};

describe("a custom field", () => {
  test.each([
    ["111", "ai_category_billing"],
    ["custom_fields.111", "billing"],
    ["ai_category", "Billing"],
    ["AI Category", "BILLING"],
  ])("%s = %s is the choice ai_category_billing of field 111", (key, value) => {
    expect(resolveField(fields, key, value)).toEqual({ id: 111, value: "ai_category_billing" });
  });

  test("a multi-select takes several, by the last part of a nested label too", () => {
    expect(resolveField([products], "products", ["desk lamp", "größe l"])).toEqual({
      id: 200,
      value: ["p_lamp", "p_l"],
    });
    expect(resolveField([products], "products", ["desk lamp", "chair"])).toEqual({
      refusal: 'the field "Products" has no value chair; add it in Admin Center',
    });
  });

  test("text takes numbers as text, a checkbox stays what it is", () => {
    expect(resolveField(fields, "AI Confidence", 0.93)).toEqual({ id: 113, value: "0.93" });
    expect(resolveField(fields, "114", true)).toEqual({ id: 114, value: true });
  });

  test("a field that every account has is not a custom field", () => {
    expect(resolveField(fields, "104", "high")).toHaveProperty("refusal");
    expect(resolveField(fields, "priority", "high")).toHaveProperty("refusal");
  });

  test("where fields cannot be read, numbers still work and titles do not", () => {
    expect(resolveField(null, "111", "x")).toEqual({ id: 111, value: "x" });
    expect(resolveField(null, "ai_category", "x")).toHaveProperty("refusal");
  });

  test("no key and no value of a drop-down ever yields a value that is not among its choices", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const resolved = resolveField(fields, "111", value);
        if ("id" in resolved) expect(["ai_category_billing", "ai_category_shipping"]).toContain(resolved.value);
      }),
    );
  });

  test("a slug of a slug is itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });
});
