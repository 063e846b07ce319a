import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { detectContentType, readArticle } from "./article-text.ts";

describe("4.1: HTML becomes text", () => {
  const html = `<h2 class="big">Refunds</h2><p>A <b>refund</b> takes <!-- ten --> 5&nbsp;days.</p>
    <ul><li>by card</li><li>by transfer</li></ul><table><tr><td>Card</td><td>5 days</td></tr><tr><td>Bank</td><td>7 days</td></tr></table>
    <pre>curl \\\n  --get</pre><script>alert("x")</script><style>p{}</style><p style="display:none">secret</p><p hidden>more</p>
    <a href="https://help.example.com/a?b=1&amp;c=2">see here</a> <a href="javascript:alert(1)">no</a>`;
  const { text, links } = readArticle(html, undefined);

  it("keeps headings, list items, rows of tables and code as lines", () => {
    expect(text.split("\n").filter((line) => line !== "")).toEqual([
      "## Refunds",
      "A refund takes 5 days.",
      "- by card",
      "- by transfer",
      "Card 5 days",
      "Bank 7 days",
      "curl \\",
      "  --get",
      "see here no",
    ]);
  });

  it("leaves out scripts, styles, comments and hidden elements", () => {
    for (const hidden of ["alert", "p{}", "ten", "secret", "more"]) expect(text).not.toContain(hidden);
  });

  it("keeps where links lead to as data, http and https alone", () => {
    expect(links).toEqual(["https://help.example.com/a?b=1&c=2"]);
    expect(text).not.toContain("https://");
  });
});

it("4.1: Markdown becomes text that still shows its headings, lists, tables and code", () => {
  const markdown =
    "# Refunds\n\nA **refund** takes *5 days*, see [the list](https://help.example.com/l).\n\n* by card\n\n| Way | Days |\n| --- | --- |\n| Card | 5 |\n\n```sh\na_b **c**\n```\n<!-- not\nthis -->";
  const { text, links } = readArticle(markdown, undefined);
  expect(text).toBe("# Refunds\n\nA refund takes 5 days, see the list.\n\n- by card\n\nWay Days\nCard 5\n\na_b **c**");
  expect(links).toEqual(["https://help.example.com/l"]);
});

test.each([
  ["<p>Hello</p>", "html"],
  ["a < b and c > d", "text"],
  ["# Title\ntext", "markdown"],
  ["5 * 3 * 2", "text"],
])("the kind of %j is seen: %s", (content, type) => {
  expect(detectContentType(content)).toBe(type);
});

it("plain text is taken as it is, also when it looks like something else", () => {
  expect(readArticle("<p>literal</p> # x", "text").text).toBe("<p>literal</p> # x");
});

it("never throws, and reading its own text again as text changes nothing", () => {
  const content = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(..."<>/!-#*_`[]()|ha \n".split("")), maxLength: 300 }),
  );
  fc.assert(
    fc.property(content, fc.constantFrom("text", "html", "markdown", undefined), (given, type) => {
      const { text } = readArticle(given, type);
      expect(readArticle(text, "text").text).toBe(text);
    }),
  );
});

it("S08: a long hostile text takes no longer than a long honest one", () => {
  for (const piece of ["<h1 ", "[", "![](", "**a", "<a href=", "<!--", "`", "_a "]) {
    readArticle(piece.repeat(200_000 / piece.length), "markdown");
    readArticle(piece.repeat(200_000 / piece.length), "html");
  }
}, 60_000);
