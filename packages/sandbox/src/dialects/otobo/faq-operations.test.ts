import { afterAll, describe, expect, it } from "vitest";
import { openOtobo } from "./test-otobo.ts";

const { call, close } = await openOtobo();
afterAll(close);

describe("OTOBO FAQ", () => {
  it("shows public items alone, without a log-in; one hit comes without its list", async () => {
    const faq = (method: string, path: string, body?: unknown) =>
      call(method, `/otobo/nph-genericinterface.pl/Webservice/GenericFAQConnectorREST${path}`, body);
    const many = (await faq("POST", "/PublicFAQSearch", { What: "*order*" })).json.ID as string[];
    const items = (await faq("GET", `/PublicFAQGet?ItemID=${many.join()}`)).json.FAQItem;
    expect(items.map((item: { Title: string }) => item.Title)).toContain("I was charged twice");
    expect((await faq("POST", "/PublicFAQSearch", { What: "charged twice reservation" })).json.ID).toEqual(
      expect.any(String),
    );
    expect((await faq("POST", "/PublicFAQSearch", { What: "agents refund up to 200" })).json.Error.ErrorCode).toBe(
      "PublicFAQSearch.NotFAQData",
    );
    expect((await faq("GET", "/LanguageList")).json.Language).toHaveLength(2);
    expect((await faq("GET", "/PublicCategoryList")).json.Category.length).toBeGreaterThan(2);
  });
});
